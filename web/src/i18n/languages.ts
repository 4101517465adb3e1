/** Languages of the page, and the region whose dates and figures each one follows. */
export const languages = {
  en: { name: 'English', region: 'en-GB' },
  it: { name: 'Italiano', region: 'it-IT' },
} as const
export type Language = keyof typeof languages

const KEY = 'carteggio.language'
export const isLanguage = (text: string): text is Language => text in languages

/** The language chosen on this device, else the first of the browser's that we speak. */
export const firstLanguage = (): Language =>
  [localStorage.getItem(KEY) ?? '', ...navigator.languages.map((tag) => tag.slice(0, 2))].find(isLanguage) ?? 'en'

export const keepLanguage = (language: Language): void => localStorage.setItem(KEY, language)
