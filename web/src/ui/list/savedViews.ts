import { api, unwrap } from '../../api/client'
import type { ViewStore } from '../page'

/** The views that people saved of a list, under the list's name. */
export const savedViews = (list: string): ViewStore => ({
  queryKey: ['views', list],
  list: async (signal) => (await unwrap(api.GET('/api/views', { params: { query: { list } }, signal }))).items,
  save: (view) => unwrap(api.POST('/api/views', { body: { list, ...view } })),
  remove: (id) => unwrap(api.DELETE('/api/views/{id}', { params: { path: { id } } })),
})
