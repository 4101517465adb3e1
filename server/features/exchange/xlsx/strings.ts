import type { Archive } from './archive.ts'
import { unescaped } from './sheet.ts'
import { readXml } from './xml.ts'

/** Texts are shared by the cells of a sheet, so they must all be at hand: the cap keeps them under about 200 MB of memory. */
const limit = 64 * 1024 * 1024

/** The shared texts of a workbook, rich text as plain text (ECMA-376 part 1, 18.4). @throws UnreadableFile `too-big-inside` */
export async function readStrings(archive: Archive, part: string | undefined): Promise<string[]> {
  if (part === undefined) return []
  return Array.fromAsync(
    readXml<string>(await archive.open(part, limit), (emit) => {
      let text = ''
      let inside = false
      let phonetic = false
      return {
        open(name) {
          if (name === 'si') text = ''
          else if (name === 't') inside = true
          else if (name === 'rPh') phonetic = true
        },
        text(piece) {
          if (inside && !phonetic) text += piece
        },
        close(name) {
          if (name === 't') inside = false
          else if (name === 'rPh') phonetic = false
          else if (name === 'si') emit(unescaped(text))
        },
      }
    }),
  )
}
