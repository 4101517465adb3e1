import { messages } from '#kernel/words.ts'

/** What the history says of the acts on languages. */
export const languageActs = messages('journal', {
  en: {
    'language.created': 'Created',
    'language.changed': 'Changed',
    'language.changed.undone': 'Change taken back',
    'language.closed': 'Closed',
    'language.closed.undone': 'Closing taken back',
    'language.reopened': 'Reopened',
    'language.reopened.undone': 'Reopening taken back',
    'language.deleted': 'Deleted',
    'languages.seeded': 'First languages added',
  },
  it: {
    'language.created': 'Creata',
    'language.changed': 'Cambiata',
    'language.changed.undone': 'Cambiamento ritirato',
    'language.closed': 'Chiusa',
    'language.closed.undone': 'Chiusura ritirata',
    'language.reopened': 'Riaperta',
    'language.reopened.undone': 'Riapertura ritirata',
    'language.deleted': 'Eliminata',
    'languages.seeded': 'Prime lingue aggiunte',
  },
})
