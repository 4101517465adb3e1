import { useRouter, useRouterState } from '@tanstack/react-router'
import { useCallback } from 'react'

/** The search part of the address as plain text values. */
export type Search = Readonly<Record<string, string>>

export const readSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text))
/** `?city=Roma*`, or nothing; empty values are left out, and what a person reads stays readable. */
export const writeSearch = (search: Readonly<Record<string, unknown>>): string => {
  const pairs = Object.entries(search).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '',
  )
  const text = pairs.map(([key, value]) => `${encodeURIComponent(key)}=${plain(value)}`).join('&')
  return text && `?${text}`
}
/** What a person reads stays readable; everything an address cannot hold is encoded. */
const plain = (value: string): string =>
  encodeURIComponent(value)
    .replaceAll('%20', '+')
    .replace(/%(2C|40|3A|2F|24)/g, decodeURIComponent)

/** Where we are, and how to change what the address says of the page: the one place of its state. */
export function useAddress(): {
  pathname: string
  search: Search
  change: (part: Readonly<Record<string, string | undefined>>, how?: { push: boolean }) => void
} {
  const router = useRouter()
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  const text = useRouterState({ select: (state) => state.location.searchStr })
  const change = useCallback(
    (part: Readonly<Record<string, string | undefined>>, how?: { push: boolean }) => {
      const { pathname: here, search } = router.history.location
      const next = `${here}${writeSearch({ ...readSearch(search), ...part })}`
      if (how?.push) router.history.push(next)
      else router.history.replace(next)
    },
    [router],
  )
  return { pathname, search: readSearch(text), change }
}

/** Goes to a page by its address; with `tab`, in a new one. */
export function useGo(): (href: string, how?: { tab: boolean }) => void {
  const router = useRouter()
  return useCallback(
    (href, how) => {
      if (how?.tab) window.open(href, '_blank', 'noopener')
      else router.history.push(href)
    },
    [router],
  )
}
