import { Type } from 'typebox'
import { tableAnswers, tableHeaders } from '#kernel/exportTable.ts'
import { FilterAnswer, FilterQuestion } from '#kernel/filter/explain.ts'
import { type Routes, versionOf } from '#kernel/http.ts'
import { Counted, Id, PageOf, pageQuery } from '#kernel/schema.ts'
import './messages.ts'
import {
  ChangedContact,
  Contact,
  ContactExport,
  ContactPatch,
  ContactQuery,
  ContactRow,
  ContactSearch,
  NewContact,
} from './schema.ts'
import * as change from './service/change.ts'
import * as create from './service/create.ts'
import { exportContacts } from './service/export.ts'
import * as read from './service/read.ts'

const params = Type.Object({ id: Id })
const PeopleQuery = Type.Object({ after: pageQuery.after, limit: pageQuery.limit }, { additionalProperties: false })

export const contactRoutes: Routes = async (app) => {
  const list = { operationId: 'listContacts', querystring: ContactQuery, response: { 200: PageOf(ContactRow) } }
  app.get('/contacts', { schema: list }, ({ ctx, query }) => read.listContacts(ctx, query))

  const count = { operationId: 'countContacts', querystring: ContactSearch, response: { 200: Counted } }
  app.get('/contacts/count', { schema: count }, ({ ctx, query }) => read.countContacts(ctx, query))

  const filters = {
    operationId: 'explainContactFilter',
    querystring: FilterQuestion,
    response: { 200: FilterAnswer },
  }
  app.get('/contacts/filters', { schema: filters }, ({ ctx, query }) => read.explainContactFilter(ctx, query))

  const table = { operationId: 'exportContacts', querystring: ContactExport, response: tableAnswers }
  app.get('/contacts/export', { schema: table }, async ({ ctx, query }, reply) =>
    reply.headers(tableHeaders(query.format, 'contacts')).send(await exportContacts(ctx, query)),
  )

  const make = { operationId: 'createContact', body: NewContact, response: { 201: Contact } }
  app.post('/contacts', { schema: make }, async ({ ctx, body }, reply) =>
    reply.code(201).send(await create.createContact(ctx, body)),
  )

  const get = { operationId: 'getContact', params, response: { 200: Contact } }
  app.get('/contacts/:id', { schema: get }, ({ ctx, params }) => read.getContact(ctx, params.id))

  const patch = { operationId: 'changeContact', params, body: ContactPatch, response: { 200: ChangedContact } }
  app.patch('/contacts/:id', { schema: patch }, (request) =>
    change.changeContact(request.ctx, request.params.id, versionOf(request), request.body),
  )

  const people = {
    operationId: 'listPeople',
    params,
    querystring: PeopleQuery,
    response: { 200: PageOf(ContactRow) },
  }
  app.get('/contacts/:id/people', { schema: people }, ({ ctx, params, query }) =>
    read.listPeople(ctx, params.id, query),
  )
}
