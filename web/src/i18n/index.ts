import i18n from 'i18next'
import { useCallback, useSyncExternalStore } from 'react'
import { firstLanguage, isLanguage, keepLanguage, type Language } from './languages'

export type { Language } from './languages'
export type Tree = { readonly [key: string]: string | Tree }
type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> }
type Counted<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K
/** Every key of a feature's words, with dots: `field.city`; of a plural pair the part before `_one`. */
export type Key<T> = {
  [K in keyof T & (string | number)]: T[K] extends string ? Counted<`${K}`> : `${K}.${Key<T[K]>}`
}[keyof T & (string | number)]
/** What fills the places of a sentence; `count` also chooses the plural. */
export type Values = Readonly<Record<string, string | number | null | undefined>>
export type Say<T> = (key: Key<T>, values?: Values) => string
export interface Words<T> {
  readonly ns: string
  readonly en: T
  readonly it: Same<T>
}

/** Resolves when texts can be shown. */
export const ready: Promise<unknown> = i18n.init({
  lng: typeof document === 'undefined' ? 'en' : firstLanguage(),
  supportedLngs: ['en', 'it'],
  fallbackLng: 'en',
  ns: [],
  resources: {},
  interpolation: { escapeValue: false },
})

/** Registers a feature's words; a key that one language lacks does not compile. */
export function messages<const T extends Tree>(ns: string, words: { en: T; it: Same<T> }): Words<T> {
  i18n.addResourceBundle('en', ns, words.en, true, true)
  i18n.addResourceBundle('it', ns, words.it, true, true)
  return { ns, ...words }
}

/** The page's language now. */
export const language = (): Language => (isLanguage(i18n.language) ? i18n.language : 'en')

/** A text outside of a component, in the page's language or a named one (the palette understands both). */
export const say = <T>(words: Words<T>, key: Key<T>, values: Values = {}, lng: Language = language()): string =>
  sayAny(words, key, values, lng)

/** A text whose key is put together at run time, such as a list's `field.city`; an unknown key comes back as it is. */
export const sayAny = ({ ns }: Words<unknown>, key: string, values: Values = {}, lng: Language = language()): string =>
  i18n.t(key, { ...values, ns, lng })

/** Whether a feature has a text for a key that is known only at run time, such as a list's `done.cancel`. */
export const hasWord = ({ ns }: Words<unknown>, key: string): boolean =>
  ['', '_one', '_other'].some((end) => i18n.exists(`${key}${end}`, { ns, lng: 'en' }))

const watch = (changed: () => void) => {
  i18n.on('languageChanged', changed)
  return () => i18n.off('languageChanged', changed)
}
/** The page's language in a component; it is drawn again when the language changes. */
export const useLanguage = (): Language => useSyncExternalStore(watch, language)

/** The texts of a feature in a component; it is drawn again when the language changes. */
export function useWords<T>(words: Words<T>): Say<T> {
  const now = useLanguage()
  return useCallback((key, values) => say(words, key, values, now), [words, now])
}

/** Changes the page's language, keeps it on this device, and tells assistive technology. */
export async function setLanguage(next: Language): Promise<void> {
  keepLanguage(next)
  await i18n.changeLanguage(next)
}
const tellDocument = () => {
  if (typeof document !== 'undefined') document.documentElement.lang = language()
}
i18n.on('languageChanged', tellDocument)
tellDocument()
