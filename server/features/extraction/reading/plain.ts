import { decoded } from './decode.ts'
import type { TextSink } from './text.ts'

/** A text as it stands. */
export async function readPlain(bytes: Buffer, sink: TextSink): Promise<void> {
  for await (const piece of decoded(bytes)) {
    sink.add(piece)
    if (sink.full) return
  }
}
