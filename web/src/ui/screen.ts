import { useMediaQuery } from '@mantine/hooks'

const useScreen = (query: string): boolean =>
  useMediaQuery(query, undefined, { getInitialValueInEffect: false }) === true
/** Narrower than 768 px: lists are items, dialogs fill the screen. */
export const usePhone = (): boolean => useScreen('(max-width: 767px)')
/** 1024 px and more: a dialog has room for a column beside its fields. */
export const useRoomy = (): boolean => useScreen('(min-width: 1024px)')
/** 1200 px and more: side columns have room. */
export const useWide = (): boolean => useScreen('(min-width: 1200px)')
