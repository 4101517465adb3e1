import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Operation, operationsOf, type Schema } from './api-document.ts'
import { badTexts, badValues, goodValue } from './bad-values.ts'
import { signInHouse } from './signed-in.ts'

const busy = { timeout: 300_000 } // thousands of requests: 10 s on a free machine

test(
  'every field of every body, of the wrong type, length, size, characters or date, is refused by name and stores nothing',
  busy,
  async () => {
    const api = await house()
    for (const operation of api.operations)
      for (const { what, value, pointer } of operation.body === undefined ? [] : badValues(operation.body))
        await api.refuses(operation, { what, body: value, pointer })
    expect(await api.faults()).toEqual([])
  },
)

test('what is no JSON, or none of this shape, is refused', busy, async () => {
  const api = await house()
  for (const operation of api.operations.filter(({ body }) => body !== undefined))
    for (const raw of ['{', '', 'null', '[]', '"x"', '{"__proto__":{"a":1}}', '{"a\\u0000":1}'])
      await api.refuses(operation, { what: raw, raw })
  expect(await api.faults()).toEqual([])
})

test(
  'every query parameter, of the wrong kind, length, characters, or given twice, is refused by name',
  busy,
  async () => {
    const api = await house()
    for (const operation of api.operations) {
      for (const { name, schema } of operation.query)
        for (const [what, text] of badQueries(schema))
          await api.refuses(operation, { what, query: `${name}=${text}`, pointer: `/${name}` })
      for (const { name } of operation.query.slice(0, 1))
        for (const query of ['surprise=1', `${name}=1&${name}=2`])
          await api.refuses(operation, { what: 'query', query, pointer: `/${query.split('=')[0]}` })
    }
    expect(await api.faults()).toEqual([])
  },
)

function badQueries(schema: Schema): [string, string][] {
  if (schema.type === 'integer')
    return ['abc', '', '1.5', '-1', '9007199254740992', '1e400'].map((text) => [text, text])
  if (schema.type === 'boolean') return [['a word', 'maybe']]
  return badTexts(schema)
    .filter(([, text]) => text.isWellFormed())
    .map(([what, text]) => [what, encodeURIComponent(text)])
}

test('an address with a number that is none, or that nothing has, is refused', busy, async () => {
  const api = await house()
  const numbers = ['abc', '0', '-1', '1.5', '9007199254740992', '9007199254740991', '%00', '%ED%A0%80', '1'.repeat(300)]
  for (const operation of api.operations)
    for (const { name } of operation.params)
      for (const text of numbers) await api.refuses(operation, { what: text, params: { [name]: text } })
  expect(await api.faults()).toEqual([])
})

test('a reference to what there is not is refused by name and stores nothing', busy, async () => {
  const api = await house()
  const nothing = 9_007_199_254_740_991
  for (const operation of api.operations) {
    const { properties = {} } = operation.body ?? {}
    const good = operation.body === undefined ? {} : (goodValue(operation.body, api.known) as object)
    for (const name of Object.keys(properties).filter((field) => /Ids?$/.test(field))) {
      const unknown = { ...good, [name]: name.endsWith('Ids') ? [nothing] : nothing }
      await api.refuses(operation, { what: 'unknown', body: unknown, pointer: `/${name}` })
    }
  }
  expect(await api.faults()).toEqual([])
})

test('whatever is sent, nothing is answered as a defect of ours', busy, async () => {
  const api = await house()
  for (const operation of api.operations.filter(({ body, query }) => body !== undefined || query.length > 0)) {
    const { properties = {} } = operation.body ?? {}
    const values = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(...Object.values(properties).map((field) => goodValue(field, api.known)), null),
    )
    const bodies = fc.dictionary(fc.constantFrom('surprise', ...Object.keys(properties)), values)
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...odd))
    const queries = fc.dictionary(fc.constantFrom('surprise', ...operation.query.map(({ name }) => name)), texts)
    await fc.assert(
      fc.asyncProperty(bodies, queries, async (body, query) => {
        const text = Object.entries(query)
          .map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
          .join('&')
        const answer = await api.send(operation, { body, query: text })
        expect(answer.statusCode, answer.body).toBeLessThan(500)
      }),
      { numRuns: 25 },
    )
  }
})

/** What filter expressions may stumble over. */
const odd = ['..', "'", '|&', '<>', '*', '@*', '%me', '0000-01-01', '9'.repeat(400), '1..', '-1d', '=NaN', '\\', '(']

interface Problem {
  type: string
  detail: string
  errors: { pointer: string; type: string; detail: string }[]
}

interface Sent {
  what?: string
  body?: unknown
  raw?: string
  query?: string
  params?: Record<string, string>
  /** where the refusal has to point */
  pointer?: string
}

/** The whole product, signed in, with one record of each kind, and a book of what was not refused as it should be. */
async function house() {
  const { company, app, welcome } = await signInHouse()
  const cookie = await welcome()
  const known = await records(company)
  const operations = operationsOf(app)
  const before = await contents(company)
  const faults: string[] = []
  const send = ({ method, path, query, body: schema }: Operation, sent: Sent) => {
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) => sent.params?.[name] ?? idIn(path, name, known))
    const needed = query
      .filter(({ name, required }) => required && !sent.query?.startsWith(`${name}=`))
      .map((parameter) => `${parameter.name}=${String(goodValue(parameter.schema))}`)
    const body = sent.body ?? (schema === undefined ? undefined : goodValue(schema, known))
    return app.inject({
      method,
      url: `${address}?${[...needed, ...(sent.query ? [sent.query] : [])].join('&')}`,
      headers: {
        cookie: `carteggio=${cookie}`,
        'if-match': '"1"',
        ...(schema !== undefined && { 'content-type': 'application/json' }),
      },
      remoteAddress: `2001:db8:${(++sentSoFar).toString(16)}::1`,
      ...(schema !== undefined && { payload: sent.raw ?? JSON.stringify('body' in sent ? sent.body : body) }),
    })
  }
  let sentSoFar = 0
  return {
    operations,
    known,
    send,
    /** Sends what must be refused with a problem that points where it should. */
    async refuses(operation: Operation, sent: Sent): Promise<void> {
      const answer = await send(operation, sent)
      const told = `${operation.method} ${operation.path} ${sent.pointer ?? ''} ${sent.what}`
      const { statusCode, headers, body } = answer
      if (
        statusCode < 400 ||
        statusCode >= 500 ||
        headers['content-type'] !== 'application/problem+json; charset=utf-8'
      )
        faults.push(`${told}: ${statusCode} ${headers['content-type']} ${body.slice(0, 200)}`)
      else {
        const problem = answer.json<Problem>()
        const silent = [{ ...problem, type: problem.type.replace('/problems/', '') }, ...problem.errors].filter(
          ({ type, detail }) => detail === type || detail === '',
        )
        if (silent.length > 0) faults.push(`${told}: has no words for ${silent.map(({ type }) => type)}`)
        const pointers = problem.errors.map(({ pointer }) => pointer)
        const named = sent.pointer === undefined || pointers.some((pointer) => pointer.startsWith(sent.pointer ?? ''))
        if (!named) faults.push(`${told}: ${statusCode} points to ${pointers}, ${problem.detail}`)
      }
    },
    /** All that was not as it should be, with every table that is not as it was. */
    async faults(): Promise<string[]> {
      const after = await contents(company)
      const changed = [...before.keys()].filter((table) => before.get(table) !== after.get(table))
      return [...faults, ...changed.map((table) => `${table} is not as it was`)]
    },
  }
}

type Company = Awaited<ReturnType<typeof signInHouse>>['company']

/** One record of each kind; the fields of bodies that refer to them, and `of` each part of the address. */
async function records({ given }: Company): Promise<Record<string, unknown>> {
  const [groupId, languageId, salespersonId] = [await given.group(), await given.language(), await given.salesperson()]
  const templateId = await given.template({ groupId })
  const contactId = await given.contact({ salespersonId })
  const [interactionId] = await given.interactions({ contactId, templateId, count: 1 })
  const rowId = await given.templateLanguage({ templateId, languageId })
  return {
    contactIds: [contactId],
    contactId,
    templateId,
    groupId,
    languageId,
    salespersonId,
    rowId,
    ids: [interactionId],
    'of contacts': contactId,
    'of interaction-groups': groupId,
    'of interaction-templates': templateId,
    'of languages': languageId,
    'of salespeople': salespersonId,
    'of interactions': interactionId,
  }
}

const idIn = (path: string, name: string, known: Record<string, unknown>): string =>
  String((name === 'id' ? known[`of ${path.split('/')[2]}`] : known[name]) ?? 1)

/** A fingerprint of every table, the shared ones too. */
async function contents({ db }: Company): Promise<Map<string, string>> {
  const { rows } = await sql<{ name: string }>`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
    where schemaname in ('shared', current_schema()) order by 1`.execute(db)
  const found = new Map<string, string>()
  for (const { name } of rows) {
    const table = sql.raw(name)
    const all = await sql<{
      print: string
    }>`select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from ${table} t`.execute(db)
    found.set(name, all.rows[0]?.print ?? '')
  }
  return found
}
