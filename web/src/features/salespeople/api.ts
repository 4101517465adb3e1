import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Answer, api, type Body, ifMatch, unwrap } from '../../api/client'
import type { Problem } from '../../api/problem'
import { type Done, keysetQuery, type ListSearch } from '../../ui/page'

export type Salesperson = Answer<'getSalesperson'>
export type SalespersonRow = Answer<'listSalespeople'>['items'][number]

export const salespersonQueries = {
  list: (search: ListSearch) =>
    keysetQuery<SalespersonRow>(['salespeople', 'list', search], (_, signal) =>
      unwrap(
        api.GET('/api/salespeople', {
          params: { query: search.closedAt === undefined ? {} : { closed: true } },
          signal,
        }),
      ),
    ),
  one: (id: number) =>
    queryOptions<Salesperson, Problem>({
      queryKey: ['salespeople', 'one', id],
      queryFn: ({ signal }) => unwrap(api.GET('/api/salespeople/{id}', { params: { path: { id } }, signal })),
    }),
}

export const createSalesperson = (body: Body<'createSalesperson'>): Promise<Salesperson> =>
  unwrap(api.POST('/api/salespeople', { body }))

export function useSaveSalesperson(id: number) {
  const client = useQueryClient()
  return useMutation<Answer<'changeSalesperson'>, Problem, { patch: Body<'changeSalesperson'>; version: number }>({
    mutationFn: ({ patch, version }) =>
      unwrap(
        api.PATCH('/api/salespeople/{id}', {
          params: { path: { id }, header: ifMatch(version) } as never,
          body: patch,
        }),
      ),
    onSuccess: (saved) => {
      client.setQueryData(salespersonQueries.one(id).queryKey, saved)
      void client.invalidateQueries({ queryKey: ['salespeople', 'list'] })
      void client.invalidateQueries({ queryKey: ['history'] })
    },
  })
}

const done = ({ undoId, undoUntil }: { undoId: number | null; undoUntil: string | null }): Done => ({
  count: 1,
  undoId,
  undoUntil,
})
export const closeSalesperson = async (id: number): Promise<Done> =>
  done(await unwrap(api.POST('/api/salespeople/{id}/closure', { params: { path: { id } } })))
export const reopenSalesperson = async (id: number): Promise<Done> =>
  done(await unwrap(api.DELETE('/api/salespeople/{id}/closure', { params: { path: { id } } })))
export const deleteSalesperson = (id: number): Promise<Done> =>
  unwrap(api.DELETE('/api/salespeople/{id}', { params: { path: { id } } }))
