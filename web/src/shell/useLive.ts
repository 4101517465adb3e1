import { type Query, type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { hearLive, startLive, type Topics } from '../api/live'

/** What is shown of a record elsewhere: figures, names, lists to choose from, by the first word of their cache key. */
const touched: Readonly<Record<string, readonly string[]>> = {
  interactions: ['contacts', 'groups', 'history', 'home', 'salespeople', 'search', 'statistics', 'templates'],
  contacts: ['history', 'interactions', 'search'],
  drafts: ['home'],
  groups: ['history', 'templates', 'statistics'],
  templates: ['groups', 'history', 'statistics'],
  salespeople: ['contacts', 'history', 'statistics'],
  languages: ['contacts', 'templates', 'history'],
}
/** What is a matter of this page alone. */
const own = ['session', 'palette', 'filter-meaning', 'welcome']
/** Rows do not move under the reader: their lists are only marked, and offer what is new; so do previews and what is written. */
const still = ['list', 'timeline', 'people', 'deletion', 'preview', 'drafts one']

/** Keeps what is open true while others work, for as long as somebody is signed in. */
export function useLive(signedIn: boolean): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!signedIn) return
    const unhear = hearLive((topics) => refresh(client, topics))
    const stop = startLive()
    return () => {
      unhear()
      stop()
    }
  }, [client, signedIn])
}

function refresh(client: QueryClient, topics: Topics): void {
  const names = new Set(topics.flatMap((topic) => [topic, ...(touched[topic] ?? [])]))
  const concerned = ({ queryKey: [name] }: Query) =>
    names.has('*') ? !own.includes(String(name)) : names.has(String(name))
  const isStill = ({ queryKey: [name, kind] }: Query) =>
    still.includes(String(kind)) || still.includes(`${name} ${kind}`)
  void client.invalidateQueries({ predicate: (query) => concerned(query) && isStill(query), refetchType: 'none' })
  void client.invalidateQueries({ predicate: (query) => concerned(query) && !isStill(query) })
}
