import type { JobHandlers } from '#kernel/jobs.ts'
import * as service from './service.ts'

declare module '#kernel/jobs.ts' {
  interface Jobs {
    sweepFiles: Record<string, never>
  }
}

export const attachmentJobs: JobHandlers<'sweepFiles'> = { sweepFiles: service.sweepFiles }
