/** Languages as ERP systems name them (the abbreviations of Windows), where ISO 639 does not say the same. */
const erp: Readonly<Record<string, string>> = {
  CHS: 'zh-CN',
  CHT: 'zh-TW',
  CSY: 'cs',
  DEA: 'de-AT',
  DES: 'de-CH',
  ELL: 'el',
  ENA: 'en-AU',
  ENC: 'en-CA',
  ENG: 'en-GB',
  ENI: 'en-IE',
  ENS: 'en-ZA',
  ENU: 'en-US',
  ENZ: 'en-NZ',
  ESM: 'es-MX',
  ESN: 'es',
  ESP: 'es',
  ESS: 'es-AR',
  ETI: 'et',
  FRB: 'fr-BE',
  FRC: 'fr-CA',
  FRS: 'fr-CH',
  IRE: 'ga',
  ITS: 'it-CH',
  LTH: 'lt',
  LVI: 'lv',
  NLB: 'nl-BE',
  NON: 'nn',
  NOR: 'nb',
  PLK: 'pl',
  PTB: 'pt-BR',
  PTG: 'pt-PT',
  ROM: 'ro',
  SKY: 'sk',
  SRB: 'sr',
  SVE: 'sv',
  SVF: 'sv-FI',
  TRK: 'tr',
  VIT: 'vi',
}

const offered =
  'ar bg bs ca cs da de el en es et eu fa fi fr ga gl he hi hr hu id is it ja ka ko lb lt lv mk ms mt nb nl nn no pl pt ro ru sk sl sq sr sv th tr uk ur vi zh'
const spoken = ['en', 'it', 'de', 'fr', 'es', 'pt', 'nl', 'da', 'sv']

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()

let known: Map<string, string> | undefined

function names(): Map<string, string> {
  known ??= new Map(
    offered
      .split(' ')
      .flatMap((code) =>
        [...spoken, code].map((language): [string, string] => [
          fold(new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code),
          code,
        ]),
      ),
  )
  return known
}

/** BCP 47 tag of a language given as tag (`en-GB`, `en_GB`), ISO 639 code (`ita`), ERP code (ENU, DES) or by name in one of some languages. */
export function languageOf(text: string): string | undefined {
  const trimmed = text.trim()
  return erp[trimmed.toUpperCase()] ?? names().get(fold(trimmed)) ?? asTag(trimmed)
}

function asTag(text: string): string | undefined {
  if (!/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(text)) return undefined
  try {
    const locale = new Intl.Locale(text.replaceAll('_', '-'))
    const exists = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(locale.language) !== undefined
    return exists ? locale.baseName : undefined
  } catch {
    return undefined
  }
}
