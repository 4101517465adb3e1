import { messages } from '#kernel/words.ts'

/** What the history says of the acts on contacts. */
export const contactActs = messages('journal', {
  en: {
    'contact.created': 'Created',
    'contact.changed': 'Changed',
    'contact.changed.undone': 'Change taken back',
  },
  it: {
    'contact.created': 'Creato',
    'contact.changed': 'Cambiato',
    'contact.changed.undone': 'Cambiamento ritirato',
  },
})

/** What can be wrong with a field of a contact. */
export const contactFaults = messages('problem', {
  en: {
    fault: {
      'company-only': 'Only a company has this',
      'contact-has-people': 'The type cannot change: {{count}} people belong to this company',
      email: '{{address}} is not an e-mail address',
      'field-required': 'Is missing',
      'language-closed': 'This language is closed: choose another',
      letters: 'A telephone number holds no letters',
      'minor-only': 'Only a minor needs the consent of the parents',
      'person-only': 'Only a person has this',
      'vat-check-digit': 'The check digit of this number is not right',
      'vat-format': 'Not a number of {{country}}: {{formats}} (# digit, @ letter, ? either)',
    },
  },
  it: {
    fault: {
      'company-only': 'Ce l’ha solo una società',
      'contact-has-people': 'Il tipo non può cambiare: a questa società appartengono {{count}} persone',
      email: '{{address}} non è un indirizzo e-mail',
      'field-required': 'Manca',
      'language-closed': 'Questa lingua è chiusa: scegline un’altra',
      letters: 'Un numero di telefono non contiene lettere',
      'minor-only': 'Il consenso dei genitori serve solo a un minore',
      'person-only': 'Ce l’ha solo una persona',
      'vat-check-digit': 'La cifra di controllo di questo numero non torna',
      'vat-format': 'Non è un numero di {{country}}: {{formats}} (# cifra, @ lettera, ? l’una o l’altra)',
    },
  },
})
