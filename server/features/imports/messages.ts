import { messages } from '#kernel/words.ts'

export const importActs = messages('journal', {
  en: { 'contacts.imported': 'Imported' },
  it: { 'contacts.imported': 'Importato' },
})
