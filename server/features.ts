import { contactLookupRoutes } from '#features/contacts/lookup-routes.ts'
import * as contactLookupSchemas from '#features/contacts/lookup-schema.ts'
import { contactRoutes } from '#features/contacts/routes.ts'
import { extractionJobs } from '#features/extraction/jobs.ts'
import { groupRoutes } from '#features/groups/routes.ts'
import * as groupSchemas from '#features/groups/schema.ts'
import { groupInverses } from '#features/groups/service.ts'
import { importJobs } from '#features/imports/jobs.ts'
import { importRoutes } from '#features/imports/routes.ts'
import * as importSchemas from '#features/imports/schema.ts'
import { templateRoutes } from '#features/templates/routes.ts'
import * as templateSchemas from '#features/templates/schema.ts'
import { templateInverses } from '#features/templates/service/perform.ts'
import '#features/company/messages.ts'
import { attachmentJobs } from '#features/attachments/jobs.ts'
import { attachmentRoutes } from '#features/attachments/routes.ts'
import { companyRoutes } from '#features/company/routes.ts'
import * as contactSchemas from '#features/contacts/schema.ts'
import { contactInverses } from '#features/contacts/service/change.ts'
import { deletionRoutes } from '#features/interactions/deletion-routes.ts'
import { draftRoutes } from '#features/interactions/draft-routes.ts'
import { interactionJobs } from '#features/interactions/jobs.ts'
import { interactionRoutes } from '#features/interactions/routes.ts'
import { interactionInverses } from '#features/interactions/service/change.ts'
import { commentInverses } from '#features/interactions/service/comments.ts'
import { draftInverses } from '#features/interactions/service/drafts.ts'
import '#features/interactions/messages.ts'
import * as attachmentSchemas from '#features/attachments/schema.ts'
import * as companySchemas from '#features/company/schema.ts'
import * as interactionSchemas from '#features/interactions/schema.ts'
import { languageRoutes } from '#features/languages/routes.ts'
import * as languageSchemas from '#features/languages/schema.ts'
import { languageInverses } from '#features/languages/service.ts'
import { salespersonRoutes } from '#features/salespeople/routes.ts'
import * as salespersonSchemas from '#features/salespeople/schema.ts'
import { salespersonInverses } from '#features/salespeople/service.ts'
import { searchRoutes } from '#features/search/routes.ts'
import * as searchSchemas from '#features/search/schema.ts'
import { statisticsRoutes } from '#features/statistics/routes.ts'
import * as statisticsSchemas from '#features/statistics/schema.ts'
import * as userSchemas from '#features/users/schema.ts'
import * as filterSchemas from '#kernel/filter/explain.ts'
import type { Routes } from '#kernel/http.ts'
import { ProblemDocument } from '#kernel/problem-document.ts'
import { Progress } from '#kernel/progress.ts'
import type { Inverses } from '#kernel/undo.ts'
import type { AllJobs } from './worker.ts'

/** The only list of features: their doors, their jobs, and the inverses of their acts. */
export const routes: readonly Routes[] = [
  contactRoutes,
  contactLookupRoutes,
  companyRoutes,
  attachmentRoutes,
  salespersonRoutes,
  languageRoutes,
  importRoutes,
  groupRoutes,
  templateRoutes,
  interactionRoutes,
  deletionRoutes,
  draftRoutes,
  searchRoutes,
  statisticsRoutes,
]
export const jobs: AllJobs = {
  ...attachmentJobs,
  ...extractionJobs,
  ...interactionJobs,
  ...importJobs,
}
export const inverses: Inverses = {
  ...contactInverses,
  ...salespersonInverses,
  ...languageInverses,
  ...groupInverses,
  ...templateInverses,
  ...interactionInverses,
  ...commentInverses,
  ...draftInverses,
}

/** Every shape that has a name in the API's document. */
export const schemas: Readonly<Record<string, unknown>> = {
  ...userSchemas,
  ...companySchemas,
  ...attachmentSchemas,
  ...contactSchemas,
  ...salespersonSchemas,
  ...languageSchemas,
  ...contactLookupSchemas,
  ...importSchemas,
  ...groupSchemas,
  ...templateSchemas,
  ...interactionSchemas,
  ...statisticsSchemas,
  ...searchSchemas,
  ...filterSchemas,
  Progress,
  ProblemDocument,
}
