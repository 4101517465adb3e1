import { messages } from '../i18n'

export const apiWords = messages('api', {
  en: {
    noAnswer: 'The server does not answer. What you typed is kept.',
    unknown: 'The server answered with {{status}} and no explanation.',
  },
  it: {
    noAnswer: 'Il server non risponde. Quello che hai scritto resta.',
    unknown: 'Il server ha risposto {{status}} senza spiegazione.',
  },
})
