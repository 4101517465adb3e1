import { messages } from '#kernel/words.ts'

export const companyActs = messages('journal', {
  en: { 'setup.changed': 'Set-up changed' },
  it: { 'setup.changed': 'Impostazioni cambiate' },
})
