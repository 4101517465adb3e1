import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Answer, api, type Body, ifMatch, unwrap } from '../../api/client'
import type { Problem } from '../../api/problem'
import { type Choice, type Done, keysetQuery, type ListSearch } from '../../ui/page'

export type Template = Answer<'getTemplate'>
export type TemplateLanguage = Template['languages'][number]
type Changed = Answer<'changeTemplate'>

export const templateQueries = {
  list: (search: ListSearch) =>
    keysetQuery<Template>(['templates', 'list', search], (_, signal) =>
      unwrap(
        api.GET('/api/interaction-templates', {
          params: { query: search.closedAt === undefined ? {} : { closed: true } },
          signal,
        }),
      ),
    ),
  one: (id: number) =>
    queryOptions<Template, Problem>({
      queryKey: ['templates', 'one', id],
      queryFn: ({ signal }) => unwrap(api.GET('/api/interaction-templates/{id}', { params: { path: { id } }, signal })),
    }),
}

export const createTemplate = (body: Body<'createTemplate'>): Promise<Template> =>
  unwrap(api.POST('/api/interaction-templates', { body }))

export type TemplatePatch = Body<'changeTemplate'>

export function useSaveTemplate(id: number) {
  const client = useQueryClient()
  return useMutation<Changed, Problem, { patch: TemplatePatch; version: number }>({
    mutationFn: ({ patch, version }) =>
      unwrap(
        api.PATCH('/api/interaction-templates/{id}', {
          params: { path: { id }, header: ifMatch(version) } as never,
          body: patch,
        }),
      ),
    onSuccess: (saved) => {
      client.setQueryData(templateQueries.one(id).queryKey, saved)
      void client.invalidateQueries({ queryKey: ['templates', 'list'] })
    },
  })
}

const done = ({ undoId, undoUntil }: { undoId: number | null; undoUntil: string | null }): Done => ({
  count: 1,
  undoId,
  undoUntil,
})
const path = (id: number, rowId: number) => ({ params: { path: { id, rowId } } })

export const closeTemplate = async (id: number): Promise<Done> =>
  done(await unwrap(api.POST('/api/interaction-templates/{id}/closure', { params: { path: { id } } })))
export const reopenTemplate = async (id: number): Promise<Done> =>
  done(await unwrap(api.DELETE('/api/interaction-templates/{id}/closure', { params: { path: { id } } })))
export const deleteTemplate = (id: number): Promise<Done> =>
  unwrap(api.DELETE('/api/interaction-templates/{id}', { params: { path: { id } } }))

/** Gives a row its file; without a row, that of the default language. */
export const setContent = async (id: number, rowId: number | null, body: Body<'setContent'>): Promise<Done> =>
  done(
    rowId === null
      ? await unwrap(api.PUT('/api/interaction-templates/{id}/attachment', { params: { path: { id } }, body }))
      : await unwrap(
          api.PUT('/api/interaction-templates/{id}/languages/{rowId}/attachment', { ...path(id, rowId), body }),
        ),
  )
export const removeContent = async (id: number, rowId: number): Promise<Done> =>
  done(await unwrap(api.DELETE('/api/interaction-templates/{id}/languages/{rowId}/attachment', path(id, rowId))))
export const addTemplateLanguage = (id: number, languageId: number) =>
  unwrap(api.POST('/api/interaction-templates/{id}/languages', { params: { path: { id } }, body: { languageId } }))
export const removeTemplateLanguage = async (id: number, rowId: number): Promise<Done> =>
  done(await unwrap(api.DELETE('/api/interaction-templates/{id}/languages/{rowId}', path(id, rowId))))
export const contentHref = (id: number, rowId: number): string =>
  `/api/interaction-templates/${id}/languages/${rowId}/attachment`

export function useGroupChoices(): readonly Choice[] {
  const { data } = useQuery({
    queryKey: ['groups', 'choices'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/interaction-groups', { signal })),
  })
  return (data?.items ?? []).map(({ id, code, description }) => ({
    value: String(id),
    label: `${code} · ${description}`,
  }))
}
export function useLanguageChoices(): readonly Choice[] {
  const { data } = useQuery({
    queryKey: ['languages', 'choices'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/languages', { signal })),
  })
  return (data?.items ?? []).map(({ id, name }) => ({ value: String(id), label: name }))
}
