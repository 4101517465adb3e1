import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Answer, api, type Body, ifMatch, unwrap } from '../../api/client'
import type { Problem } from '../../api/problem'
import { type Choice, type FilterMeaning, keysetQuery, type ListSearch } from '../../ui/page'

export type Contact = Answer<'getContact'>
export type ContactRow = Answer<'listContacts'>['items'][number]

export const contactQueries = {
  list: (search: ListSearch) =>
    keysetQuery<ContactRow>(['contacts', 'list', search], (after, signal) =>
      unwrap(
        api.GET('/api/contacts', { params: { query: { ...search, ...(after ? { after } : {}) } as never }, signal }),
      ),
    ),
  one: (id: number) =>
    queryOptions<Contact, Problem>({
      queryKey: ['contacts', 'one', id],
      queryFn: ({ signal }) => unwrap(api.GET('/api/contacts/{id}', { params: { path: { id } }, signal })),
    }),
  people: (id: number) =>
    keysetQuery<ContactRow>(['contacts', 'people', id], (after, signal) =>
      unwrap(api.GET('/api/contacts/{id}/people', { params: { path: { id }, query: after ? { after } : {} }, signal })),
    ),
  facts: (id: number) =>
    queryOptions<Answer<'readContactFacts'>, Problem>({
      queryKey: ['contacts', 'facts', id],
      queryFn: ({ signal }) => unwrap(api.GET('/api/contacts/{id}/facts', { params: { path: { id } }, signal })),
    }),
  search: (q: string) =>
    queryOptions<Answer<'searchContacts'>, Problem>({
      queryKey: ['contacts', 'search', q],
      queryFn: ({ signal }) => unwrap(api.GET('/api/contacts/search', { params: { query: { q } }, signal })),
      enabled: q.trim() !== '',
    }),
}

export const explainContactFilter = (field: string, text: string, signal: AbortSignal): Promise<FilterMeaning> =>
  unwrap(api.GET('/api/contacts/filters', { params: { query: { field, text } }, signal }))

export const countContacts = (search: ListSearch, signal: AbortSignal): Promise<{ count: number; more: boolean }> =>
  unwrap(api.GET('/api/contacts/count', { params: { query: search as never }, signal }))

export const createContact = (body: Body<'createContact'>): Promise<Contact> =>
  unwrap(api.POST('/api/contacts', { body }))

export type ContactPatch = Body<'changeContact'>

/** Writes fields of a contact over the version that was seen. */
export function useSaveContact(id: number) {
  const client = useQueryClient()
  return useMutation<Answer<'changeContact'>, Problem, { patch: ContactPatch; version: number }>({
    mutationFn: ({ patch, version }) =>
      unwrap(
        api.PATCH('/api/contacts/{id}', { params: { path: { id }, header: ifMatch(version) } as never, body: patch }),
      ),
    onSuccess: (saved) => {
      client.setQueryData(contactQueries.one(id).queryKey, saved)
      void client.invalidateQueries({ queryKey: ['contacts', 'list'], refetchType: 'none' })
      void client.invalidateQueries({ queryKey: ['history', 'contact', id] })
    },
  })
}

/** The open salespeople, by id or by code, to choose from. */
export function useSalespersonChoices(by: 'id' | 'code' = 'code'): readonly Choice[] {
  const { data } = useQuery({
    queryKey: ['salespeople', 'choices'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/salespeople', { signal })),
  })
  return (data?.items ?? []).map(({ id, code, name }) => ({
    value: by === 'id' ? String(id) : code,
    label: `${code} · ${name}`,
  }))
}

export function useLanguageChoices(): readonly Choice[] {
  const { data } = useQuery({
    queryKey: ['languages', 'choices'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/languages', { signal })),
  })
  return (data?.items ?? []).map(({ id, name }) => ({ value: String(id), label: name }))
}
