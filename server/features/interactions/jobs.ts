import type { JobHandlers } from '#kernel/jobs.ts'
import { type DeletionJob, runDeletion } from './service/delete.ts'
import { rebuildWords, refreshContact } from './service/words.ts'

declare module '#kernel/jobs.ts' {
  interface Jobs {
    deleteCanceled: DeletionJob
    refreshContactWords: { readonly contactId: number }
    rebuildWords: Record<string, never>
  }
}

export const interactionJobs: JobHandlers<'deleteCanceled' | 'refreshContactWords' | 'rebuildWords'> = {
  deleteCanceled: runDeletion,
  refreshContactWords: refreshContact,
  rebuildWords,
}
