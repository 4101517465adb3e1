import type { JobHandlers } from '#kernel/jobs.ts'
import { type DeletionJob, runDeletion } from './service/delete.ts'

declare module '#kernel/jobs.ts' {
  interface Jobs {
    deleteCanceled: DeletionJob
  }
}

export const interactionJobs: JobHandlers<'deleteCanceled'> = { deleteCanceled: runDeletion }
