import { posix } from 'node:path'
import { UnreadableFile } from '../unreadable.ts'
import { type Archive, otherKind } from './archive.ts'
import { type Attributes, local, passXml } from './xml.ts'

/** A workbook's table of contents (ECMA-376 part 1, 18.2). Parts are paths in the archive. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly hidden: boolean }[]
  readonly sharedStrings: string | undefined
  readonly styles: string | undefined
  /** Days are counted from 1904 instead of 1900. */
  readonly from1904: boolean
}

const partLimit = 8 * 1024 * 1024

/** @throws UnreadableFile `damaged`, or what the archive is instead of a workbook */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const root = archive.names.has('_rels/.rels') ? await relations(archive, '') : []
  const main = root.find((one) => one.type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  if (!archive.names.has(main) || !main.startsWith('xl/') || !main.endsWith('.xml'))
    throw new UnreadableFile(otherKind(archive))
  const parts = await relations(archive, main)
  const sheets: { name: string; part: string; hidden: boolean }[] = []
  let from1904 = false
  await passXml(await archive.open(main, partLimit), {
    open(tag, attributes) {
      const { date1904 = '', name = '', state = 'visible' } = attributes
      if (tag === 'workbookPr') from1904 = /^(1|true)$/.test(date1904)
      if (tag !== 'sheet') return
      const part = parts.find((one) => one.id === relationId(attributes) && one.type === 'worksheet')
      if (part) sheets.push({ name, part: part.target, hidden: state !== 'visible' })
    },
  })
  const byType = (type: string) => parts.find((one) => one.type === type && archive.names.has(one.target))?.target
  return { sheets, sharedStrings: byType('sharedStrings'), styles: byType('styles'), from1904 }
}

const relationId = (attributes: Attributes) =>
  Object.entries(attributes).find(([name]) => name.includes(':') && local(name) === 'id')?.[1]

/** The relations of a part (of the package itself for the empty name): targets may be written from the root or from the part's folder. */
async function relations(archive: Archive, part: string): Promise<{ id: string; type: string; target: string }[]> {
  const folder = posix.dirname(part)
  const found: { id: string; type: string; target: string }[] = []
  await passXml(await archive.open(posix.join(folder, '_rels', `${posix.basename(part)}.rels`), partLimit), {
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name !== 'Relationship') return
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
      found.push({ id: Id, type: posix.basename(Type), target })
    },
  })
  return found
}
