import type { JobHandlers } from '#kernel/jobs.ts'
import { importContacts } from './service/run.ts'

declare module '#kernel/jobs.ts' {
  interface Jobs {
    importContacts: { id: number }
  }
}

export const importJobs: JobHandlers<'importContacts'> = { importContacts }
