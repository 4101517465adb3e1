import { posix } from 'node:path'
import type { Archive } from '#features/exchange/xlsx/archive.ts'
import { passEntry } from './xml.ts'

export interface Relation {
  readonly id: string
  /** Last word of the type: `slide`, `notesSlide`. */
  readonly type: string
  readonly target: string
}

/** The relations of a part of an office file that lead to other parts of it (ECMA-376 part 2, 6.5); links to the outside are left out. */
export async function relationsOf(archive: Archive, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part)
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  const found: Relation[] = []
  if (!archive.names.has(name)) return found
  await passEntry(archive, name, {
    open(tag, { Id = '', Type = '', Target = '', TargetMode = '' }) {
      if (tag !== 'Relationship' || TargetMode === 'External') return
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
      if (archive.names.has(target)) found.push({ id: Id, type: posix.basename(Type), target })
    },
  })
  return found
}

/** The parts whose name fits, by the number in it. */
export const partsLike = ({ names }: Archive, pattern: RegExp): string[] =>
  [...names].filter((name) => pattern.test(name)).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
