import { languageRoutes } from '#features/languages/routes.ts'
import { languageInverses } from '#features/languages/service.ts'
import { salespersonRoutes } from '#features/salespeople/routes.ts'
import { salespersonInverses } from '#features/salespeople/service.ts'
import type { Routes } from '#kernel/http.ts'
import type { Inverses } from '#kernel/undo.ts'
import type { AllJobs } from './worker.ts'

/** The only list of features: their doors, their jobs, and the inverses of their acts. */
export const routes: readonly Routes[] = [salespersonRoutes, languageRoutes]
export const jobs: AllJobs = {}
export const inverses: Inverses = { ...salespersonInverses, ...languageInverses }
