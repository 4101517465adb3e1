import { messages } from '#kernel/words.ts'

export const userActs = messages('journal', {
  en: { 'company.founded': 'Company set up' },
  it: { 'company.founded': 'Società creata' },
})
