import { type AddressObject, type AttachmentStream, MailParser, type MessageText } from 'mailparser'
import { readHtmlText } from './markup.ts'
import { Refusal } from './refusal.ts'
import type { TextSink } from './text.ts'

/** Mails attached to a mail are read with it. Nothing is hashed, and no HTML is made of text. */
const options = { skipTextToHtml: true, checksumAlgo: false, defaultInlineEmbedded: true } as const

/** Subject, people, text and names of attachments of a mail, or of all mails of a mailbox file (RFC 4155). @throws Refusal `damaged` */
export async function readMail(bytes: Buffer, sink: TextSink): Promise<void> {
  for (const mail of mailsIn(bytes)) {
    if (sink.full) return
    await readOne(mail, sink)
  }
}

/** A mailbox begins with a line `From ` and so does each of its mails, after an empty line. */
function* mailsIn(bytes: Buffer): Generator<Buffer> {
  if (!bytes.subarray(0, 5).equals(Buffer.from('From '))) return yield bytes
  let start = 0
  while (start < bytes.length) {
    const next = bytes.indexOf('\n\nFrom ', start)
    const windows = bytes.indexOf('\n\r\nFrom ', start)
    const ends = [next < 0 ? bytes.length : next + 2, windows < 0 ? bytes.length : windows + 3]
    const end = Math.min(...ends)
    yield bytes.subarray(bytes.indexOf('\n', start) + 1, end)
    start = end
  }
}

async function readOne(bytes: Buffer, sink: TextSink): Promise<void> {
  const parser = new MailParser(options)
  const people = (value: AddressObject | AddressObject[] | undefined) => [value ?? []].flat().map(({ text }) => text)
  parser.once('headers', () => {
    const lines = [parser.subject ?? '', ...people(parser.from), ...people(parser.to), ...people(parser.cc)]
    for (const line of lines) sink.add(`${line}\n`)
  })
  parser.end(bytes)
  try {
    for await (const item of parser as AsyncIterable<AttachmentStream | MessageText>) {
      if (item.type === 'attachment') passBy(item, sink)
      else readText(item, sink)
    }
  } catch {
    throw new Refusal('damaged')
  }
}

/** The parser goes on once the attachment has been taken. */
function passBy(attachment: AttachmentStream, sink: TextSink): void {
  sink.add(`${attachment.filename || ''}\n`)
  attachment.content.on('end', () => attachment.release?.()).resume()
}

function readText({ text, html }: MessageText, sink: TextSink): void {
  if (text !== undefined && text.trim() !== '') sink.add(text)
  else if (html !== undefined) readHtmlText(html, sink)
}
