import { IconClipboardList, IconTrash } from '@tabler/icons-react'
import { registerCommands, registerPage } from '../../ui/commands'
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
