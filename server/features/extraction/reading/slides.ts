import type { Archive } from '#features/exchange/xlsx/archive.ts'
import { local } from '#features/exchange/xlsx/xml.ts'
import { officeText } from './office-text.ts'
import { type Relation, relationsOf } from './package-parts.ts'
import type { TextSink } from './text.ts'
import { passEntry } from './xml.ts'

const presentation = 'ppt/presentation.xml'

/** The text of a PowerPoint presentation, slide by slide as they are shown, each with its notes. */
export async function readSlides(archive: Archive, sink: TextSink): Promise<void> {
  for (const [at, slide] of (await slidesInOrder(archive)).entries()) {
    if (sink.full) return
    sink.begin('slide', String(at + 1))
    const notes = (await relationsOf(archive, slide)).filter(({ type }) => type === 'notesSlide')
    for (const part of [slide, ...notes.map(({ target }) => target)])
      await passEntry(archive, part, officeText(sink), sink)
  }
}

/** As the presentation lists them (ECMA-376 part 1, 19.2.1.34): the numbers in their names say when they were made. */
async function slidesInOrder(archive: Archive): Promise<string[]> {
  const parts = new Map((await relationsOf(archive, presentation)).map((relation) => [relation.id, relation]))
  const slides: Relation[] = []
  await passEntry(archive, presentation, {
    open(tag, attributes) {
      const [, id = ''] = Object.entries(attributes).find(([name]) => name.includes(':') && local(name) === 'id') ?? []
      const slide = parts.get(id)
      if (tag === 'sldId' && slide !== undefined) slides.push(slide)
    },
  })
  return slides.map(({ target }) => target)
}
