import type { JobHandlers } from '#kernel/jobs.ts'
import * as service from './service.ts'

declare module '#kernel/jobs.ts' {
  interface Jobs {
    readFile: { readonly sha256: string }
  }
}

export const extractionJobs: JobHandlers<'readFile'> = { readFile: service.readFile }
