import { messages } from '#kernel/words.ts'

export const companyActs = messages('journal', {
  en: { 'setup.changed': 'Set-up changed' },
  it: { 'setup.changed': 'Impostazioni cambiate' },
})

export const companyProblems = messages('problem', {
  en: { 'view-exists': 'You have a view {{name}} already' },
  it: { 'view-exists': 'Hai già una vista {{name}}' },
})
