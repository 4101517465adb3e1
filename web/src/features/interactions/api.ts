import { queryOptions, useQuery } from '@tanstack/react-query'
import { type Answer, api, type Body, ifMatch, type Query, unwrap } from '../../api/client'
import type { Problem } from '../../api/problem'
import { type Choice, type Done, type FilterMeaning, keysetQuery, type ListSearch, type Selection } from '../../ui/page'

export type Entry = Answer<'listInteractions'>['items'][number]
export type EntryCard = Answer<'getInteraction'>
export type EntryFile = EntryCard['files'][number]
export type EntryComment = EntryCard['commentList'][number]
export type Preview = Answer<'previewDeletion'>
export type PastDeletion = Answer<'listDeletions'>['items'][number]
/** Whose timeline: the entries of a contact, or of a company with its people. */
export type Owner = { contactId: number } | { companyId: number }

/** The address gives plain texts; the server says which of them are no filter. */
const asked = (search: object, after?: string) =>
  ({ ...search, ...(after ? { after } : {}) }) as Query<'listInteractions'>

const read = (search: object) => (after: string | undefined, signal: AbortSignal) =>
  unwrap(api.GET('/api/interactions', { params: { query: asked(search, after) }, signal }))

export const interactionQueries = {
  list: (search: ListSearch) => keysetQuery<Entry>(['interactions', 'list', search], read(search)),
  timeline: (owner: Owner, filters: ListSearch) =>
    keysetQuery<Entry>(['interactions', 'timeline', owner, filters], read({ ...owner, ...filters })),
  one: (id: number) =>
    queryOptions<EntryCard, Problem>({
      queryKey: ['interactions', 'one', id],
      queryFn: ({ signal }) => unwrap(api.GET('/api/interactions/{id}', { params: { path: { id } }, signal })),
    }),
  named: (ids: readonly number[]) =>
    queryOptions<Entry[], Problem>({
      queryKey: ['interactions', 'named', ids],
      queryFn: async ({ signal }) => (await read({ id: ids.join('|'), sort: 'occurredAt' })(undefined, signal)).items,
      enabled: ids.length > 0,
    }),
  deletion: (filter: ListSearch) =>
    queryOptions<Preview, Problem>({
      queryKey: ['interactions', 'deletion', filter],
      queryFn: ({ signal }) =>
        unwrap(api.GET('/api/interactions/deletions/preview', { params: { query: filter }, signal })),
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnMount: 'always',
    }),
  pastDeletions: keysetQuery<PastDeletion>(['interactions', 'deletions'], (after, signal) =>
    unwrap(api.GET('/api/interactions/deletions', { params: { query: after ? { after } : {} }, signal })),
  ),
  text: (id: number, attachmentId: number) =>
    queryOptions<string, Problem>({
      queryKey: ['interactions', 'text', id, attachmentId],
      queryFn: async ({ signal }) =>
        String(
          await unwrap<unknown>(
            api.GET('/api/interactions/{id}/attachments/{attachmentId}', {
              params: { path: { id, attachmentId }, query: { view: '1' } },
              parseAs: 'text',
              signal,
            }),
          ),
        ),
    }),
}

export const explainLogFilter = (field: string, text: string, signal: AbortSignal): Promise<FilterMeaning> =>
  unwrap(api.GET('/api/interactions/filters', { params: { query: { field, text } }, signal }))

export const countEntries = (search: ListSearch, signal: AbortSignal): Promise<{ count: number; more: boolean }> =>
  unwrap(api.GET('/api/interactions/count', { params: { query: asked(search) }, signal }))

/** Address of the log as a file: all that the filters find, in these columns. */
export const exportAddress = (format: 'csv' | 'xlsx', search: ListSearch, columns: readonly string[]): string =>
  `/api/interactions/export?${new URLSearchParams({ ...search, format, columns: columns.join() })}`

export const cancelEntries = (on: Selection, reason: string | null): Promise<Done> =>
  unwrap(api.POST('/api/interactions/cancellations', { body: { ...on, reason } as Body<'cancelInteractions'> }))

export const restoreEntries = (on: Selection): Promise<Done> =>
  unwrap(api.POST('/api/interactions/restorations', { body: on as Body<'restoreInteractions'> }))

export const evaluateEntries = (on: Selection, evaluation: number | null): Promise<Done> =>
  unwrap(api.POST('/api/interactions/evaluations', { body: { ...on, evaluation } as Body<'evaluateInteractions'> }))

export const assignEntries = (on: Selection, salespersonId: number): Promise<Done> =>
  unwrap(
    api.POST('/api/interactions/reassignments', { body: { ...on, salespersonId } as Body<'reassignInteractions'> }),
  )

export const addComment = (id: number, text: string): Promise<EntryCard> =>
  unwrap(api.POST('/api/interactions/{id}/comments', { params: { path: { id } }, body: { text } }))

export const changeComment = (id: number, { id: commentId, version }: EntryComment, text: string): Promise<EntryCard> =>
  unwrap(
    api.PATCH('/api/interactions/{id}/comments/{commentId}', {
      params: { path: { id, commentId } },
      headers: ifMatch(version),
      body: { text },
    }),
  )

export const removeComment = (id: number, commentId: number): Promise<Done> =>
  unwrap(api.DELETE('/api/interactions/{id}/comments/{commentId}', { params: { path: { id, commentId } } }))

/** Address of a file of an entry; `view` shows it where that is safe. */
export const fileAddress = (id: number, file: EntryFile, view = false): string =>
  `/api/interactions/${id}/attachments/${file.id}${view ? '?view=1' : ''}`

/** All files of an entry, as one ZIP. */
export const filesAddress = (id: number): string => `/api/interactions/${id}/attachments`

/** Deletes what a preview showed, for good. @returns the progress of the job */
export const deleteCanceled = (filter: ListSearch, token: string): Promise<Answer<'deleteCanceled'>> =>
  unwrap(api.POST('/api/interactions/deletions', { body: { filter, token } }))

/** Codes of the templates, to filter by. */
export function useTemplateChoices(): readonly Choice[] {
  const { data } = useQuery<Answer<'listTemplates'>, Problem>({
    queryKey: ['templates', 'choices', 'log'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/interaction-templates', { params: { query: { closed: true } }, signal })),
  })
  return (data?.items ?? []).map(({ code, description }) => ({ value: code, label: labelOf(code, description) }))
}

/** Codes of the groups of templates, to filter by. */
export function useGroupChoices(): readonly Choice[] {
  const { data } = useQuery<Answer<'listGroups'>, Problem>({
    queryKey: ['groups', 'choices', 'log'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/interaction-groups', { params: { query: { closed: true } }, signal })),
  })
  return (data?.items ?? []).map(({ code, description }) => ({ value: code, label: labelOf(code, description) }))
}
const labelOf = (code: string, description: string | null) => (description ? `${code} · ${description}` : code)
