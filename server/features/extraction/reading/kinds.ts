/** How the text of a file is read. */
export type Kind = 'compound' | 'html' | 'mail' | 'office' | 'pdf' | 'plain' | 'rtf' | 'signed' | 'xml'

const kinds: readonly (readonly [RegExp, Kind])[] = [
  [/^application\/pdf$/, 'pdf'],
  [
    /^application\/(zip|vnd\.(openxmlformats-officedocument|oasis\.opendocument)\..+|vnd\.ms-.+\.macroenabled(\.12)?)$/,
    'office',
  ],
  [/^application\/x-cfb$/, 'compound'],
  [/^(message\/rfc822|application\/mbox)$/, 'mail'],
  [/^(text\/html|application\/xhtml\+xml)$/, 'html'],
  [/^(text\/xml|application\/xml|.+\+xml)$/, 'xml'],
  [/^(text|application)\/rtf$/, 'rtf'],
  [/^(text\/.+|application\/json)$/, 'plain'],
]
/** Envelopes of signatures have no mark of their own: their name says what to look for. */
const mayBeSigned = /^(application\/(octet-stream|x?-?pkcs7-mime)|text\/plain)$/

/** How a file of this media type is read; undefined: not at all. */
export function kindOf(mediaType: string, name: string): Kind | undefined {
  const type = mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (/\.p7m$/i.test(name) && mayBeSigned.test(type)) return 'signed'
  return kinds.find(([types]) => types.test(type))?.[1]
}
