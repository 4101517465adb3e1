import { IconClipboardList, IconTrash } from '@tabler/icons-react'
import { registerCommands, registerPage, registerSearch } from '../../ui/commands'
import { kindIcons } from '../../ui/interaction/KindGlyph'
import { findEntries } from './api'
import { interactionWords } from './messages'

registerPage({
  to: '/interactions',
  words: interactionWords,
  title: 'shortTitle',
  also: 'title',
  icon: IconClipboardList,
  chord: 'G I',
  nav: 30,
  phone: { place: 3 },
  right: 'interactions.read',
})
registerCommands([
  {
    id: 'interactions.deleteCanceled',
    words: interactionWords,
    label: 'delete.short',
    icon: IconTrash,
    right: 'interactions.delete',
    to: '/interactions/delete-canceled',
  },
])
registerSearch({
  id: 'interactions',
  words: interactionWords,
  title: 'shortTitle',
  find: async (text, signal) =>
    (await findEntries(text, signal)).map((entry) => ({
      id: entry.id,
      title: entry.description,
      line: [entry.contactName, entry.companyName].filter(Boolean).join(' · '),
      to: `/i/${entry.id}`,
      icon: kindIcons[entry.kind],
    })),
})
