import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Answer, api, type Body, ifMatch, unwrap } from '../../api/client'
import type { Problem } from '../../api/problem'
import { type Done, keysetQuery, type ListSearch } from '../../ui/page'

export type Language = Answer<'getLanguage'>
export type LanguageRow = Answer<'listLanguages'>['items'][number]

export const languageQueries = {
  list: (search: ListSearch) =>
    keysetQuery<LanguageRow>(['languages', 'list', search], (_, signal) =>
      unwrap(
        api.GET('/api/languages', { params: { query: search.closedAt === undefined ? {} : { closed: true } }, signal }),
      ),
    ),
  one: (id: number) =>
    queryOptions<Language, Problem>({
      queryKey: ['languages', 'one', id],
      queryFn: ({ signal }) => unwrap(api.GET('/api/languages/{id}', { params: { path: { id } }, signal })),
    }),
}

export const createLanguage = (body: Body<'createLanguage'>): Promise<Language> =>
  unwrap(api.POST('/api/languages', { body }))

export function useSaveLanguage(id: number) {
  const client = useQueryClient()
  return useMutation<Answer<'changeLanguage'>, Problem, { patch: Body<'changeLanguage'>; version: number }>({
    mutationFn: ({ patch, version }) =>
      unwrap(
        api.PATCH('/api/languages/{id}', { params: { path: { id }, header: ifMatch(version) } as never, body: patch }),
      ),
    onSuccess: (saved) => {
      client.setQueryData(languageQueries.one(id).queryKey, saved)
      void client.invalidateQueries({ queryKey: ['languages', 'list'] })
      void client.invalidateQueries({ queryKey: ['history'] })
    },
  })
}

const done = ({ undoId, undoUntil }: { undoId: number | null; undoUntil: string | null }): Done => ({
  count: 1,
  undoId,
  undoUntil,
})
export const closeLanguage = async (id: number): Promise<Done> =>
  done(await unwrap(api.POST('/api/languages/{id}/closure', { params: { path: { id } } })))
export const reopenLanguage = async (id: number): Promise<Done> =>
  done(await unwrap(api.DELETE('/api/languages/{id}/closure', { params: { path: { id } } })))
export const deleteLanguage = (id: number): Promise<Done> =>
  unwrap(api.DELETE('/api/languages/{id}', { params: { path: { id } } }))
