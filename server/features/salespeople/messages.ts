import { messages } from '#kernel/words.ts'

/** What the history says of the acts on salespeople. */
export const salespersonActs = messages('journal', {
  en: {
    'salesperson.created': 'Created',
    'salesperson.changed': 'Changed',
    'salesperson.changed.undone': 'Change taken back',
    'salesperson.closed': 'Closed',
    'salesperson.closed.undone': 'Closing taken back',
    'salesperson.reopened': 'Reopened',
    'salesperson.reopened.undone': 'Reopening taken back',
    'salesperson.deleted': 'Deleted',
  },
  it: {
    'salesperson.created': 'Creato',
    'salesperson.changed': 'Cambiato',
    'salesperson.changed.undone': 'Cambiamento ritirato',
    'salesperson.closed': 'Chiuso',
    'salesperson.closed.undone': 'Chiusura ritirata',
    'salesperson.reopened': 'Riaperto',
    'salesperson.reopened.undone': 'Riapertura ritirata',
    'salesperson.deleted': 'Eliminato',
  },
})
