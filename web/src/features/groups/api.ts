import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Answer, api, type Body, ifMatch, unwrap } from '../../api/client'
import type { Problem } from '../../api/problem'
import { type Done, keysetQuery, type ListSearch } from '../../ui/page'

export type Group = Answer<'getGroup'>
export type GroupRow = Answer<'listGroups'>['items'][number]

export const groupQueries = {
  list: (search: ListSearch) =>
    keysetQuery<GroupRow>(['groups', 'list', search], (_, signal) =>
      unwrap(
        api.GET('/api/interaction-groups', {
          params: { query: search.closedAt === undefined ? {} : { closed: true } },
          signal,
        }),
      ),
    ),
  one: (id: number) =>
    queryOptions<Group, Problem>({
      queryKey: ['groups', 'one', id],
      queryFn: ({ signal }) => unwrap(api.GET('/api/interaction-groups/{id}', { params: { path: { id } }, signal })),
    }),
}

export const createGroup = (body: Body<'createGroup'>): Promise<Group> =>
  unwrap(api.POST('/api/interaction-groups', { body }))

export function useSaveGroup(id: number) {
  const client = useQueryClient()
  return useMutation<Answer<'changeGroup'>, Problem, { patch: Body<'changeGroup'>; version: number }>({
    mutationFn: ({ patch, version }) =>
      unwrap(
        api.PATCH('/api/interaction-groups/{id}', {
          params: { path: { id }, header: ifMatch(version) } as never,
          body: patch,
        }),
      ),
    onSuccess: (saved) => {
      client.setQueryData(groupQueries.one(id).queryKey, saved)
      void client.invalidateQueries({ queryKey: ['groups', 'list'] })
      void client.invalidateQueries({ queryKey: ['history'] })
    },
  })
}

const done = ({ undoId, undoUntil }: { undoId: number | null; undoUntil: string | null }): Done => ({
  count: 1,
  undoId,
  undoUntil,
})
export const closeGroup = async (id: number): Promise<Done> =>
  done(await unwrap(api.POST('/api/interaction-groups/{id}/closure', { params: { path: { id } } })))
export const reopenGroup = async (id: number): Promise<Done> =>
  done(await unwrap(api.DELETE('/api/interaction-groups/{id}/closure', { params: { path: { id } } })))
export const deleteGroup = (id: number): Promise<Done> =>
  unwrap(api.DELETE('/api/interaction-groups/{id}', { params: { path: { id } } }))
