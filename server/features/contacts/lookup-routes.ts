import { Type } from 'typebox'
import type { Routes } from '#kernel/http.ts'
import { Id } from '#kernel/schema.ts'
import { ContactFacts, ContactWords, DuplicateQuery, Duplicates, FoundContacts } from './lookup-schema.ts'
import * as duplicates from './service/duplicates.ts'
import * as service from './service/lookup.ts'

/** Finding the contact that somebody means, and what there is to know of it at a glance. */
export const contactLookupRoutes: Routes = async (app) => {
  const search = { operationId: 'searchContacts', querystring: ContactWords, response: { 200: FoundContacts } }
  app.get('/contacts/search', { schema: search }, ({ ctx, query }) => service.searchContacts(ctx, query))

  const same = { operationId: 'findDuplicates', querystring: DuplicateQuery, response: { 200: Duplicates } }
  app.get('/contacts/duplicates', { schema: same }, ({ ctx, query }) => duplicates.findDuplicates(ctx, query))

  const facts = { operationId: 'readContactFacts', params: Type.Object({ id: Id }), response: { 200: ContactFacts } }
  app.get('/contacts/:id/facts', { schema: facts }, ({ ctx, params }) => service.readContactFacts(ctx, params.id))
}
