/** ISO 3166-1: alpha-3 and alpha-2 of every country, plus XKX for Kosovo as others write it. */
const codes =
  'ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATAAQ ATFTF ATGAG AUSAU AUTAT AZEAZ BDIBI BELBE BENBJ BESBQ BFABF BGDBD ' +
  'BGRBG BHRBH BHSBS BIHBA BLMBL BLRBY BLZBZ BMUBM BOLBO BRABR BRBBB BRNBN BTNBT BVTBV BWABW CAFCF CANCA CCKCC CHECH CHLCL CHNCN CIVCI CMRCM ' +
  'CODCD COGCG COKCK COLCO COMKM CPVCV CRICR CUBCU CUWCW CXRCX CYMKY CYPCY CZECZ DEUDE DJIDJ DMADM DNKDK DOMDO DZADZ ECUEC EGYEG ERIER ESHEH ' +
  'ESPES ESTEE ETHET FINFI FJIFJ FLKFK FRAFR FROFO FSMFM GABGA GBRGB GEOGE GGYGG GHAGH GIBGI GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR GRDGD GRLGL ' +
  'GTMGT GUFGF GUMGU GUYGY HKGHK HMDHM HNDHN HRVHR HTIHT HUNHU IDNID IMNIM INDIN IOTIO IRLIE IRNIR IRQIQ ISLIS ISRIL ITAIT JAMJM JEYJE JORJO ' +
  'JPNJP KAZKZ KENKE KGZKG KHMKH KIRKI KNAKN KORKR KWTKW LAOLA LBNLB LBRLR LBYLY LCALC LIELI LKALK LSOLS LTULT LUXLU LVALV MACMO MAFMF MARMA ' +
  'MCOMC MDAMD MDGMG MDVMV MEXMX MHLMH MKDMK MLIML MLTMT MMRMM MNEME MNGMN MNPMP MOZMZ MRTMR MSRMS MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA NCLNC ' +
  'NERNE NFKNF NGANG NICNI NIUNU NLDNL NORNO NPLNP NRUNR NZLNZ OMNOM PAKPK PANPA PCNPN PERPE PHLPH PLWPW PNGPG POLPL PRIPR PRKKP PRTPT PRYPY ' +
  'PSEPS PYFPF QATQA REURE ROURO RUSRU RWARW SAUSA SDNSD SENSN SGPSG SGSGS SHNSH SJMSJ SLBSB SLESL SLVSV SMRSM SOMSO SPMPM SRBRS SSDSS STPST ' +
  'SURSR SVKSK SVNSI SWESE SWZSZ SXMSX SYCSC SYRSY TCATC TCDTD TGOTG THATH TJKTJ TKLTK TKMTM TLSTL TONTO TTOTT TUNTN TURTR TUVTV TWNTW TZATZ ' +
  'UGAUG UKRUA UMIUM URYUY USAUS UZBUZ VATVA VCTVC VENVE VGBVG VIRVI VNMVN VUTVU WLFWF WSMWS YEMYE ZAFZA ZMBZM ZWEZW XKXXK'

/** Names that people write and that are none of the official ones, and codes of the European Union. */
const others: Readonly<Record<string, string>> = {
  AE: 'uae',
  CD: 'congo kinshasa, democratic republic of congo',
  CI: 'ivory coast',
  CZ: 'czech republic, repubblica ceca, ceca',
  DE: 'federal republic of germany, bundesrepublik deutschland',
  ES: 'espana',
  GB: 'uk, great britain, gran bretagna, england, inghilterra, scotland, scozia, wales, galles, northern ireland, irlanda del nord, xi',
  GR: 'el, hellas',
  HK: 'hong kong',
  IE: 'republic of ireland, eire',
  KP: 'north korea',
  KR: 'korea, south korea, republic of korea, corea',
  MK: 'macedonia, fyrom',
  MM: 'burma, birmania',
  NL: 'holland, olanda, the netherlands',
  RU: 'russian federation, federazione russa',
  SK: 'slovak republic, repubblica slovacca',
  SM: 'repubblica di san marino',
  SZ: 'swaziland',
  TR: 'turkey',
  US: 'united states of america, stati uniti d america, america, usa, us of a',
  VA: 'vatican, vaticano, holy see, santa sede',
  VN: 'viet nam',
}

const spoken = ['en', 'it', 'de', 'fr', 'es', 'pt', 'nl', 'da', 'sv', 'nb', 'fi', 'pl', 'cs', 'sl', 'hr', 'hu', 'ro']

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

let known: Map<string, string> | undefined

/** Every code and name, folded, in some languages and in the country's own. */
function names(): Map<string, string> {
  if (known) return known
  known = new Map()
  const displays = spoken.map((language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }))
  for (const pair of codes.split(' ')) {
    const [alpha3, alpha2] = [pair.slice(0, 3), pair.slice(3)]
    const own = new Intl.DisplayNames(new Intl.Locale(`und-${alpha2}`).maximize(), { type: 'region', fallback: 'none' })
    const called = [...displays, own].map((display) => display.of(alpha2) ?? '')
    for (const name of [...called, ...(others[alpha2]?.split(',') ?? []), alpha3, alpha2]) known.set(fold(name), alpha2)
  }
  known.delete('')
  return known
}

/** ISO 3166-1 alpha-2 of a country given as alpha-2, alpha-3 or numeric code, or by a name in one of many languages. */
export function countryOf(text: string): string | undefined {
  const numeric = /^\d{3}$/.test(text.trim()) ? new Intl.Locale(`und-${text.trim()}`).region : undefined
  return names().get(fold(numeric ?? text))
}

const proposals = new Map<string, string | undefined>()
/** Finding a proposal means comparing with thousands of names: a file full of nonsense gets so many and no more. */
const mostProposals = 1000

/** The country whose name is a slip away, two in a long name, for a proposal. */
export function likeCountry(text: string): string | undefined {
  const wanted = fold(text)
  if (!proposals.has(wanted) && proposals.size < mostProposals) proposals.set(wanted, nearest(wanted))
  return proposals.get(wanted)
}

function nearest(wanted: string): string | undefined {
  if (wanted.length < 5 || wanted.length > 40) return undefined
  const allowed = wanted.length < 8 ? 1 : 2
  const near = [...names()].map(([name, code]) => ({ code, slips: slips(wanted, name) }))
  return near.filter((one) => one.slips <= allowed).sort((one, other) => one.slips - other.slips)[0]?.code
}

/** Levenshtein distance, given up beyond a difference of two letters in length. */
function slips(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1]
    for (let to = 1; to < row.length; to += 1) {
      next[to] = Math.min(
        (row[to] ?? 0) + 1,
        (next[to - 1] ?? 0) + 1,
        (row[to - 1] ?? 0) + (other[to - 1] === letter ? 0 : 1),
      )
    }
    row = next
  }
  return row.at(-1) ?? 0
}
