import Papa from 'papaparse'

/** Beginnings of a web page, as browsers guess them (WHATWG MIME Sniffing, 7.1). */
const page = /^\s*<(!doctype\s+html|html|head|script|iframe|h1|div|font|table|a|style|title|body|br|b|p)[\s>]|^\s*<!--/i
const mailFields = ['from', 'to', 'date', 'subject', 'received', 'return-path', 'message-id', 'mime-version']
const signatures: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-/, 'application/pdf'],
  [/^\{\\rtf/, 'application/rtf'],
  [/^%!PS/, 'application/postscript'],
  [/^\s*BEGIN:VCARD\r?\n/i, 'text/vcard'],
  [/^\s*BEGIN:VCALENDAR\r?\n/i, 'text/calendar'],
]

/** The media type of a text by how it begins; `text/plain` when it begins like nothing known. */
export function textType(text: string): string {
  const signed = signatures.find(([beginning]) => beginning.test(text))
  if (signed !== undefined) return signed[1]
  const root = xmlRoot(text)
  if (root === 'svg') return 'image/svg+xml'
  if (root === 'html' || page.test(text)) return 'text/html'
  if (/^\s*<\?xml\s/.test(text)) return 'application/xml'
  if (isMail(text)) return 'message/rfc822'
  return isTable(text) ? 'text/csv' : 'text/plain'
}

/** What may stand before the root of an XML document; one at a time, so that no text makes this slow. */
const prolog = /\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(\[[^\]]*\]\s*)?>/iy

/** Name of the root element without its prefix, in lower case. */
function xmlRoot(text: string): string | undefined {
  let at = 0
  do {
    prolog.lastIndex = at
    at += prolog.exec(text)?.[0].length ?? 0
  } while (prolog.lastIndex !== 0)
  const element = /<(?:[\w.-]+:)?([\w.-]+)/y
  element.lastIndex = at
  return element.exec(text)?.[1]?.toLowerCase()
}

/** A head of fields (RFC 5322, 2.2), two or more of those that every mail has. */
function isMail(text: string): boolean {
  const head = text.split(/\r?\n\r?\n/, 1)[0] ?? ''
  const lines = head.split(/\r?\n/).filter((line, at) => !(at === 0 && line.startsWith('From ')))
  if (!lines.every((line) => /^[!-9;-~]+:|^[ \t]/.test(line))) return false
  const names = new Set(lines.map((line) => line.split(':', 1)[0]?.toLowerCase() ?? ''))
  return mailFields.filter((name) => names.has(name)).length >= 2
}

/** Two rows or more, all of one width, under a heading without gaps. */
function isTable(text: string): boolean {
  const { data } = Papa.parse<string[]>(text, { preview: 20, skipEmptyLines: true })
  const rows = data.length > 2 ? data.slice(0, -1) : data // the last may be cut off
  const width = rows[0]?.length ?? 0
  return (
    rows.length >= 2 &&
    width >= 2 &&
    rows.every((row) => row.length === width) &&
    rows[0]?.every((name) => name.trim() !== '') === true
  )
}
