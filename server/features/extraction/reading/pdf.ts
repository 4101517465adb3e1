import { getDocumentProxy } from 'unpdf'
import { Refusal } from './refusal.ts'
import type { TextSink } from './text.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type TextContent = Awaited<ReturnType<Awaited<ReturnType<Pdf['getPage']>>['getTextContent']>>

/** Nothing is drawn, nothing is compiled, nothing is fetched, nothing is said. */
const quiet = { verbosity: 0, isEvalSupported: false, useWasm: false, disableFontFace: true, useSystemFonts: false }

/** The text of a PDF, page by page. @throws Refusal `encrypted` when it wants a password, `damaged` */
export async function readPdf(bytes: Buffer, sink: TextSink): Promise<void> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), quiet).catch(refuse)
  for (let page = 1; page <= pdf.numPages && !sink.full; page += 1) {
    sink.begin('page', String(page))
    if (!sink.full) await readPage(pdf, page, sink).catch(refuse)
  }
}

async function readPage(pdf: Pdf, number: number, sink: TextSink): Promise<void> {
  const page = await pdf.getPage(number)
  const content: ReadableStreamDefaultReader<TextContent> = page.streamTextContent().getReader()
  while (!sink.full) {
    const { done, value } = await content.read()
    if (done) break
    for (const item of value.items) if ('str' in item) sink.add(item.hasEOL ? `${item.str}\n` : item.str)
  }
  // The library takes no cancellation without a reason.
  if (sink.full) await content.cancel(new Error('enough'))
  page.cleanup()
}

/** Whatever else the reader of PDF stumbles over is the file's fault. */
function refuse(error: unknown): never {
  throw new Refusal(error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged')
}
