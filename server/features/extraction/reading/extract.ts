import { UnreadableFile } from '#features/exchange/unreadable.ts'
import { readCompound } from './compound.ts'
import type { Kind } from './kinds.ts'
import { readHtml, readXmlText } from './markup.ts'
import { readOffice } from './office.ts'
import { readPlain } from './plain.ts'
import type { Reading } from './reading.ts'
import { Refusal } from './refusal.ts'
import { readRtf } from './rtf.ts'
import { collectText, type TextSink } from './text.ts'

/** The readers of mail and PDF take most of a second to load: they wait for the first such file. */
const readers: Readonly<Record<Kind, (bytes: Buffer, sink: TextSink) => Promise<void> | void>> = {
  compound: readCompound,
  html: readHtml,
  mail: async (bytes, sink) => (await import('./mail.ts')).readMail(bytes, sink),
  office: readOffice,
  pdf: async (bytes, sink) => (await import('./pdf.ts')).readPdf(bytes, sink),
  plain: readPlain,
  rtf: readRtf,
  signed: async (bytes, sink) => (await import('./signed.ts')).readSigned(bytes, sink),
  xml: readXmlText,
}

/** Reads the text out of a file's bytes. What is thrown beside a refusal is a crash, and is to end the process. */
export async function extract(kind: Kind, bytes: Buffer): Promise<Reading> {
  const sink = collectText()
  try {
    await readers[kind](bytes, sink)
    return sink.finish()
  } catch (error) {
    if (error instanceof Refusal) return { state: 'refused', reason: error.reason }
    if (!(error instanceof UnreadableFile)) throw error
    return { state: 'refused', reason: error.reason === 'too-big-inside' ? 'too-large' : 'damaged' }
  }
}
