import { IconListSearch } from '@tabler/icons-react'
import { say } from '../../i18n'
import { registerSearch } from '../../ui/commands'
import { kindIcons } from '../../ui/interaction/KindGlyph'
import { searchEntries } from './api'
import { FoundSentence } from './FoundSentence'
import { searchWords } from './messages'

const BEST = 5

registerSearch({
  id: 'interactions',
  words: searchWords,
  title: 'title',
  right: 'interactions.read',
  find: async (text, signal) => {
    const { items, corrected } = await searchEntries(text, BEST, signal)
    const hits = items.map(({ entry, found }) => {
      const shown = found.find(({ where }) => where !== 'description')
      return {
        id: entry.id,
        title: entry.description,
        line: [entry.contactName, entry.companyName].filter(Boolean).join(' · '),
        to: `/i/${entry.id}`,
        icon: kindIcons[entry.kind],
        ...(shown ? { under: <FoundSentence found={shown} /> } : {}),
      }
    })
    const all = {
      id: 0,
      title: say(searchWords, 'all'),
      to: `/interactions?${new URLSearchParams({ q: corrected ?? text })}`,
      icon: IconListSearch,
    }
    return {
      hits: hits.length > 0 ? [...hits, all] : [],
      ...(corrected ? { note: say(searchWords, 'corrected', { words: corrected }) } : {}),
    }
  },
})
