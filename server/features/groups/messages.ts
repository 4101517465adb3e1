import { messages } from '#kernel/words.ts'

/** Groups that a new company starts with. */
export const groupMessages = messages('groups', {
  en: {
    starter: {
      letter: { code: 'LETTER', description: 'Letters' },
      call: { code: 'PHONE', description: 'Phone calls' },
      meeting: { code: 'MEETING', description: 'Meetings' },
      mail: { code: 'MAIL', description: 'E-mail' },
      document: { code: 'DOCUMENT', description: 'Documents' },
      system: { code: 'SYSTEM', description: 'Notes and system' },
    },
  },
  it: {
    starter: {
      letter: { code: 'LETTERE', description: 'Lettere' },
      call: { code: 'TELEFONO', description: 'Telefonate' },
      meeting: { code: 'RIUNIONI', description: 'Riunioni' },
      mail: { code: 'MAIL', description: 'E-mail' },
      document: { code: 'DOCUMENTI', description: 'Documenti' },
      system: { code: 'SISTEMA', description: 'Note e sistema' },
    },
  },
})

export const groupActs = messages('journal', {
  en: {
    'groups.seeded': 'Starter groups added',
    'group.created': 'Created',
    'group.changed': 'Changed',
    'group.changed.undone': 'Change taken back',
    'group.closed': 'Closed',
    'group.closed.undone': 'Closing taken back',
    'group.reopened': 'Reopened',
    'group.reopened.undone': 'Reopening taken back',
    'group.deleted': 'Deleted',
  },
  it: {
    'groups.seeded': 'Aggiunti i gruppi di partenza',
    'group.created': 'Creato',
    'group.changed': 'Cambiato',
    'group.changed.undone': 'Cambiamento ritirato',
    'group.closed': 'Chiuso',
    'group.closed.undone': 'Chiusura ritirata',
    'group.reopened': 'Riaperto',
    'group.reopened.undone': 'Riapertura ritirata',
    'group.deleted': 'Eliminato',
  },
})
