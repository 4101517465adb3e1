import type { Archive } from './archive.ts'
import { passXml } from './xml.ts'

/** How a number in a cell is meant: as a day or moment, or with zeros in front up to a width (post codes). */
export type NumberStyle = 'date' | { readonly width: number } | undefined

const dateFormats = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57])

/** The number style of each cell style of a workbook, by its position (ECMA-376 part 1, 18.8.30). */
export async function readStyles(archive: Archive, part: string | undefined): Promise<NumberStyle[]> {
  if (part === undefined) return []
  const codes = new Map<number, string>()
  const styles: NumberStyle[] = []
  let inCells = false
  await passXml(await archive.open(part, 32 * 1024 * 1024), {
    open(name, { numFmtId, formatCode = '' }) {
      if (name === 'cellXfs') inCells = true
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode)
      if (name === 'xf' && inCells) styles.push(styleOf(Number(numFmtId), codes))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

function styleOf(format: number, codes: Map<number, string>): NumberStyle {
  if (dateFormats.has(format)) return 'date'
  const code = codes.get(format)?.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '') ?? ''
  if (/^0{2,}$/.test(code)) return { width: code.length }
  return /[dmyhs]/i.test(code) && !/general/i.test(code) ? 'date' : undefined
}
