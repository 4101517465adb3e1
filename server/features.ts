import type { Routes } from '#kernel/http.ts'
import type { Inverses } from '#kernel/undo.ts'
import type { AllJobs } from './worker.ts'

/** The only list of features: their doors, their jobs, and the inverses of their acts. */
export const routes: readonly Routes[] = []
export const jobs: AllJobs = {}
export const inverses: Inverses = {}
