import '#features/company/messages.ts'
import { attachmentJobs } from '#features/attachments/jobs.ts'
import { attachmentRoutes } from '#features/attachments/routes.ts'
import { companyRoutes } from '#features/company/routes.ts'
import { deletionRoutes } from '#features/interactions/deletion-routes.ts'
import { draftRoutes } from '#features/interactions/draft-routes.ts'
import { interactionJobs } from '#features/interactions/jobs.ts'
import { interactionRoutes } from '#features/interactions/routes.ts'
import { interactionInverses } from '#features/interactions/service/change.ts'
import { commentInverses } from '#features/interactions/service/comments.ts'
import { draftInverses } from '#features/interactions/service/drafts.ts'
import '#features/interactions/messages.ts'
import { languageRoutes } from '#features/languages/routes.ts'
import { languageInverses } from '#features/languages/service.ts'
import { salespersonRoutes } from '#features/salespeople/routes.ts'
import { salespersonInverses } from '#features/salespeople/service.ts'
import type { Routes } from '#kernel/http.ts'
import type { Inverses } from '#kernel/undo.ts'
import type { AllJobs } from './worker.ts'

/** The only list of features: their doors, their jobs, and the inverses of their acts. */
export const routes: readonly Routes[] = [
  companyRoutes,
  attachmentRoutes,
  salespersonRoutes,
  languageRoutes,
  interactionRoutes,
  deletionRoutes,
  draftRoutes,
]
export const jobs: AllJobs = { ...attachmentJobs, ...interactionJobs }
export const inverses: Inverses = {
  ...salespersonInverses,
  ...languageInverses,
  ...interactionInverses,
  ...commentInverses,
  ...draftInverses,
}
