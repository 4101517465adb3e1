import { messages } from '../../i18n'

export const searchWords = messages('search', {
  en: {
    title: 'Interactions',
    all: 'All in the log',
    corrected: 'Looked for: {{words}}',
    comment: 'comment',
    page: '{{file}}, p. {{place}}',
    sheet: '{{file}}, sheet {{place}}',
    slide: '{{file}}, slide {{place}}',
  },
  it: {
    title: 'Interazioni',
    all: 'Tutte nel log',
    corrected: 'Cercato: {{words}}',
    comment: 'commento',
    page: '{{file}}, p. {{place}}',
    sheet: '{{file}}, foglio {{place}}',
    slide: '{{file}}, diapositiva {{place}}',
  },
})
