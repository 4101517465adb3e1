import i18next from 'i18next'
import type { Speech } from './context.ts'

type Tree = { readonly [key: string]: string | Tree }
type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> }

const speech = i18next.createInstance()
await speech.init({ lng: 'en', fallbackLng: 'en', resources: {}, interpolation: { escapeValue: false } })

/** Registers what a feature says, in both languages; a key that one language lacks does not compile. */
export function messages<const T extends Tree>(feature: string, words: { en: T; it: Same<T> }): { en: T; it: Same<T> } {
  speech.addResourceBundle('en', feature, words.en, true, true)
  speech.addResourceBundle('it', feature, words.it, true, true)
  return words
}

/** The text of `feature:key` in a language, with its values filled in. An unknown key comes back as it is. */
export function say(language: Speech, key: string, values: Readonly<Record<string, unknown>> = {}): string {
  return speech.t(key, { lng: language, ...values })
}

/** Whether any feature has words for this key. */
export const hasWords = (key: string): boolean => speech.exists(key)
