import { IconAddressBook, IconBuilding, IconPlus, IconUser } from '@tabler/icons-react'
import { api, unwrap } from '../../api/client'
import { registerCommands, registerPage, registerSearch } from '../../ui/commands'
import { NewContactDialog } from './contact.page'
import { contactWords } from './messages'

registerPage({
  to: '/contacts',
  words: contactWords,
  title: 'title',
  icon: IconAddressBook,
  chord: 'G C',
  nav: 20,
  phone: { place: 2 },
})
registerCommands([
  {
    id: 'contacts.create',
    words: contactWords,
    label: 'action.create',
    icon: IconPlus,
    right: 'contacts.edit',
    dialog: NewContactDialog,
  },
])
registerSearch({
  id: 'contacts',
  words: contactWords,
  title: 'title',
  find: async (text, signal) => {
    const { items } = await unwrap(api.GET('/api/contacts/search', { params: { query: { q: text } }, signal }))
    const hits = items.map(({ id, type, name, companyName, no }) => ({
      id,
      title: name,
      line: companyName ?? no,
      to: `/contacts/${id}`,
      icon: type === 'company' ? IconBuilding : IconUser,
    }))
    return { hits }
  },
})
