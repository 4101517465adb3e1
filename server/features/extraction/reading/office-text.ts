import type { Handlers } from '#features/exchange/xlsx/xml.ts'
import type { TextSink } from './text.ts'

/** What elements of Word and of drawings stand for in text. */
const signs: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }

/**
 * The text of WordprocessingML and DrawingML (ECMA-376 part 1, 17.3.3 and 21.1.2): runs, a line for each paragraph; neither what was
 * deleted nor codes of fields, and of alternatives only the preferred one.
 */
export function officeText(sink: TextSink): Handlers {
  let inRun = false
  let fallback = 0
  return {
    open(name) {
      if (name === 'Fallback') fallback += 1
      else if (name === 't') inRun = fallback === 0
      else if (fallback === 0) sink.add(signs[name] ?? '')
    },
    text(text) {
      if (inRun) sink.add(text)
    },
    close(name) {
      if (name === 'Fallback') fallback -= 1
      else if (name === 't') inRun = false
      else if (name === 'p') sink.add('\n')
    },
  }
}
