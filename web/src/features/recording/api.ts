import { queryOptions } from '@tanstack/react-query'
import { type Answer, api, type Body, ifMatch, unwrap } from '../../api/client'
import type { Problem } from '../../api/problem'
import { upload } from '../../api/upload'
import { type Done, keysetQuery } from '../../ui/page'

export type Draft = Answer<'getDraft'>
export type DraftContent = Draft['content']
export type Step = Draft['step']
export type Template = Answer<'chooseTemplates'>['items'][number]
export type FoundContact = Answer<'searchContacts'>['items'][number]
export type NewInteraction = Body<'logInteractions'>
export type Logged = Answer<'logInteractions'>
export type SentFile = Answer<'uploadFile'>

export const recordingQueries = {
  /** Open templates, the most used by this user first. */
  templates: queryOptions<Template[], Problem>({
    queryKey: ['templates', 'choices'],
    queryFn: async ({ signal }) => (await unwrap(api.GET('/api/interaction-templates/choices', { signal }))).items,
  }),
  /** @param onlyName whether the words are nothing but a name */
  search: (q: string, onlyName = true) =>
    queryOptions<Answer<'searchContacts'>, Problem>({
      queryKey: ['contacts', 'search', q, onlyName],
      queryFn: ({ signal }) => unwrap(api.GET('/api/contacts/search', { params: { query: { q, onlyName } }, signal })),
      enabled: q.trim() !== '',
    }),
  contact: (id: number) =>
    queryOptions<Answer<'getContact'>, Problem>({
      queryKey: ['contacts', 'one', id],
      queryFn: ({ signal }) => unwrap(api.GET('/api/contacts/{id}', { params: { path: { id } }, signal })),
    }),
  salespeople: queryOptions<Answer<'listSalespeople'>, Problem>({
    queryKey: ['salespeople', 'choices'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/salespeople', { signal })),
  }),
  draft: (id: number) =>
    queryOptions<Draft, Problem>({
      queryKey: ['drafts', 'one', id],
      queryFn: ({ signal }) => unwrap(api.GET('/api/interaction-drafts/{id}', { params: { path: { id } }, signal })),
      staleTime: 0,
      gcTime: 0,
    }),
  drafts: (whose: 'mine' | 'all', discarded: boolean) =>
    keysetQuery<Draft>(['drafts', 'list', whose, discarded], (after, signal) =>
      unwrap(
        api.GET('/api/interaction-drafts', {
          params: { query: { whose, discarded, ...(after ? { after } : {}) } },
          signal,
        }),
      ),
    ),
  count: queryOptions<number, Problem>({
    queryKey: ['drafts', 'count'],
    queryFn: async ({ signal }) => (await unwrap(api.GET('/api/interaction-drafts/count', { signal }))).count,
  }),
}

export const logInteractions = (body: NewInteraction): Promise<Logged> =>
  unwrap(api.POST('/api/interactions', { body }))
export const keepDraft = (content: DraftContent, step: Step): Promise<Draft> =>
  unwrap(api.POST('/api/interaction-drafts', { body: { content, step } }))
/** @throws Problem `stale` when it was kept elsewhere meanwhile */
export const changeDraft = (
  { id, version }: Pick<Draft, 'id' | 'version'>,
  content: DraftContent,
  step: Step,
): Promise<Draft> =>
  unwrap(
    api.PUT('/api/interaction-drafts/{id}', {
      params: { path: { id } },
      headers: ifMatch(version),
      body: { content, step },
    }),
  )
export const discardDraft = (id: number): Promise<Done> =>
  unwrap(api.DELETE('/api/interaction-drafts/{id}', { params: { path: { id } } }))
export const takeDraft = (id: number): Promise<Draft> =>
  unwrap(api.POST('/api/interaction-drafts/{id}/taking', { params: { path: { id } } }))
export const sendFile = (file: File, onProgress: (part: number) => void): Promise<SentFile> =>
  upload<SentFile>('/api/uploads', file, { onProgress })
