import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Answer, api, type Body, unwrap } from '../../api/client'
import type { Problem } from '../../api/problem'
import { upload } from '../../api/upload'

export type Import = Answer<'getImport'>
export type Preview = Answer<'previewImport'>

export const importQueries = {
  one: (id: number) =>
    queryOptions<Import, Problem>({
      queryKey: ['imports', 'one', id],
      queryFn: ({ signal }) => unwrap(api.GET('/api/imports/{id}', { params: { path: { id } }, signal })),
    }),
  preview: (id: number) =>
    queryOptions<Preview, Problem>({
      queryKey: ['imports', 'preview', id],
      queryFn: ({ signal }) => unwrap(api.GET('/api/imports/{id}/preview', { params: { path: { id } }, signal })),
    }),
}

/** Sends a file and opens it as a table of contacts. */
export const useBeginImport = (onProgress: (part: number) => void) =>
  useMutation<Import, Problem, File>({
    mutationFn: async (file) => {
      const { id: uploadId } = await upload<{ id: number }>('/api/uploads', file, { onProgress })
      return unwrap(api.POST('/api/imports', { body: { uploadId } }))
    },
  })

export function useChangeImport(id: number) {
  const client = useQueryClient()
  return useMutation<Import, Problem, Body<'changeImport'>>({
    mutationFn: (body) => unwrap(api.PATCH('/api/imports/{id}', { params: { path: { id } }, body })),
    onSuccess: (changed) => {
      client.setQueryData(importQueries.one(id).queryKey, changed)
      void client.invalidateQueries({ queryKey: importQueries.preview(id).queryKey })
    },
  })
}

export function useRunImport(id: number) {
  const client = useQueryClient()
  return useMutation<Import, Problem>({
    mutationFn: () => unwrap(api.POST('/api/imports/{id}/run', { params: { path: { id } } })),
    onSuccess: (running) => client.setQueryData(importQueries.one(id).queryKey, running),
  })
}
