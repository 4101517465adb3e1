import ICAL from 'ical.js'
import { decodeBytes } from '../charset.ts'

/** One property of a card: `values` are its components (RFC 6350 6.2.2), one for plain text. Names and types are in lower case. */
export interface Property {
  readonly name: string
  readonly group: string | undefined
  readonly types: readonly string[]
  readonly values: readonly string[]
}

const structured = new Set(['adr', 'n', 'org'])
const encodings = /^(QUOTED-PRINTABLE|BASE64|B|8BIT|7BIT)$/i

/**
 * Reads one content line of a card, of any version, with ical.js. What that does not read is rewritten first: parameters without a name,
 * quoted-printable, charsets (all of vCard 2.1, and found in others). @returns undefined for what cannot be read
 */
export function readProperty(text: string, version: string, fallback: string): Property | undefined {
  const parts = dissect(text)
  if (parts === undefined) return undefined
  const { name, group, types, encoding, charset, value } = parts
  const old = version !== '3.0' && version !== '4.0'
  const plain = decodeValue(value, encoding, charset, fallback)
  const content = structured.has(name)
    ? old || encoding
      ? escapedComponents(plain)
      : plain.replace(/\n/g, '\\n')
    : escaped(unescaped(plain))
  try {
    const read: unknown[] = ICAL.parse.property(
      `${name.toUpperCase()}:${content}`,
      version === '4.0' ? ICAL.design.vcard : ICAL.design.vcard3,
    )
    return { name, group, types, values: read.slice(3).flatMap((item) => componentTexts(item, structured.has(name))) }
  } catch {
    return undefined
  }
}

const componentTexts = (item: unknown, isStructured: boolean): string[] =>
  Array.isArray(item) && isStructured
    ? item.map((part) => (Array.isArray(part) ? part.join(' ') : String(part)).trim())
    : [String(item).trim()]

/** `item1.TEL;WORK;TYPE="voice,cell":...` taken apart; in quotes `:` and `;` separate nothing. */
function dissect(text: string) {
  const colon = /^(?:[^":]|"[^"]*")*?:/.exec(text)?.[0].length ?? text.indexOf(':') + 1
  if (colon === 0) return undefined
  const [fullName = '', ...parameters] = text.slice(0, colon - 1).match(/(?:[^";]|"[^"]*"?)+/g) ?? []
  const dot = fullName.lastIndexOf('.')
  const named = parameters.map((parameter) => {
    const at = parameter.indexOf('=')
    if (at !== -1)
      return {
        key: parameter.slice(0, at).trim().toUpperCase(),
        value: parameter
          .slice(at + 1)
          .replaceAll('"', '')
          .trim(),
      }
    return { key: encodings.test(parameter.trim()) ? 'ENCODING' : 'TYPE', value: parameter.trim() }
  })
  const of = (key: string) => named.filter((one) => one.key === key).map((one) => one.value)
  const types = of('TYPE').flatMap((value) => value.split(','))
  return {
    name: fullName
      .slice(dot + 1)
      .trim()
      .toLowerCase(),
    group: dot === -1 ? undefined : fullName.slice(0, dot).toLowerCase(),
    types: [...types, ...(of('PREF').length > 0 ? ['pref'] : [])].map((type) => type.toLowerCase()),
    encoding: of('ENCODING')
      .at(0)
      ?.toUpperCase()
      .replace(/^(8|7)BIT$/, ''),
    charset: of('CHARSET').at(0),
    value: text.slice(colon),
  }
}

/** The text of a value that comes as bytes: named charset first, then UTF-8 if it is that, then the charset of the file. */
function decodeValue(
  value: string,
  encoding: string | undefined,
  charset: string | undefined,
  fallback: string,
): string {
  const raw =
    encoding === 'QUOTED-PRINTABLE' ? fromQuotedPrintable(value) : Buffer.from(value, encoding ? 'base64' : 'latin1')
  const text = decoderFor(charset ?? (fallback === 'macintosh' ? fallback : undefined))?.decode(raw) ?? decodeBytes(raw)
  return text.replace(/\r*\n|\r/g, '\n')
}

function decoderFor(charset: string | undefined) {
  if (charset === undefined || /^(us-)?ascii$/i.test(charset)) return undefined
  try {
    return new TextDecoder(charset)
  } catch {
    return undefined
  }
}

/** RFC 2045 6.7; an equals sign that begins no byte stays one. */
const fromQuotedPrintable = (value: string): Buffer =>
  Buffer.from(
    value.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )

const unescaped = (text: string): string =>
  text.replace(/\\([nN;,:"\\])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark))
const escaped = (text: string): string => text.replace(/[\\,]/g, '\\$&').replace(/\n/g, '\\n')

/** Components of vCard 2.1, where only `;` separates, in the way of 3.0, where `,` does so too. */
const escapedComponents = (value: string): string =>
  (value.match(/(?:\\[\s\S]?|[^;\\])*;?/g) ?? [])
    .slice(0, -1)
    .map((part) => escaped(unescaped(part.replace(/;$/, ''))).replaceAll(';', '\\;'))
    .join(';')
