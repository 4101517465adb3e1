import { sql } from 'kysely'
import papaparse from 'papaparse'
import { expect, test } from 'vitest'
import { type TestCompany, testCompany } from '#tests/company.ts'

interface Given {
  at?: string
  cost?: string
  durationMin?: number
  evaluation?: number | null
  attemptFailed?: boolean
  informationFlow?: 'outbound' | 'inbound' | null
  initiatedBy?: 'us' | 'them' | null
  correspondenceType?: 'hardCopy' | 'email' | null
}

/** One entry with what a test names of it. */
async function entry(
  company: TestCompany,
  of: { contactId: number; templateId: number } & Partial<{
    companyId: number
    salespersonId: number
    canceled: boolean
    private: boolean
    userId: number
  }>,
  given: Given = {},
): Promise<number> {
  const [id = 0] = await company.given.interactions({ ...of, count: 1 })
  const { at = '2026-03-10T10:00:00Z', ...values } = given
  await company.db
    .updateTable('interaction')
    .set({ occurredAt: at, ...values })
    .where('id', '=', id)
    .execute()
  return id
}
const figures = async (company: TestCompany, query = '') => (await company.get(`/statistics?${query}`)).body.figures
const table = async (company: TestCompany, by: string, query = '') =>
  (await company.get(`/statistics/table?by=${by}&${query}`)).body
/** Key and number of each row. */
const numbers = async (company: TestCompany, by: string, query = ''): Promise<[string | null, number][]> =>
  (await table(company, by, query)).rows.map((row: { key: string | null; figures: { count: number } }) => [
    row.key,
    row.figures.count,
  ])
/** How many entries the log shows for the filters that a figure names. */
async function shown(company: TestCompany, entries: Record<string, string>): Promise<number> {
  const { status, body } = await company.get(
    `/interactions/count?${new URLSearchParams({ canceled: 'no', ...entries })}`,
  )
  expect([status, body.errors]).toEqual([200, undefined])
  return body.count
}

async function twoGroups() {
  const company = await testCompany()
  const [calls, letters] = [
    await company.given.group({ code: 'CALLS', description: 'Calls' }),
    await company.given.group({ code: 'LETTERS', description: 'Letters' }),
  ]
  const call = await company.given.template({ code: 'CALL', groupId: calls })
  const letter = await company.given.template({ code: 'LETTER', groupId: letters, kind: 'letter' })
  const contactId = await company.given.contact()
  return { company, calls, letters, call, letter, contactId }
}

test('INT-500 INT-501 number, cost and duration by group and template; canceled entries and drafts never count', async () => {
  const { company, call, letter, contactId } = await twoGroups()
  await entry(company, { contactId, templateId: call }, { cost: '1.10', durationMin: 5 })
  await entry(company, { contactId, templateId: call }, { cost: '2.20', durationMin: 10, attemptFailed: true })
  await entry(company, { contactId, templateId: letter }, { cost: '8.00', durationMin: 30 })
  await entry(company, { contactId, templateId: call, canceled: true }, { cost: '100.00' })
  await company.post('/interaction-drafts', { content: { contactIds: [contactId], templateId: call }, step: 'what' })
  for (const [by, keys] of [
    ['group', ['CALLS', 'LETTERS']],
    ['template', ['CALL', 'LETTER']],
  ] as const) {
    const { rows, rest } = await table(company, by)
    expect(rows.map((row: { key: string }) => row.key)).toEqual(keys)
    expect(rows[0].figures).toMatchObject({ count: 2, cost: '3.30', durationMin: 15, failed: 1 })
    expect(rows[1].figures).toMatchObject({ count: 1, cost: '8.00', durationMin: 30, failed: 0 })
    expect(rest).toBeNull()
  }
})

test('INT-005 a template that moved to another group: its entries by the group as logged, and by the group of today', async () => {
  const { company, letters, call, contactId } = await twoGroups()
  await entry(company, { contactId, templateId: call })
  await company.db.updateTable('interactionTemplate').set({ groupId: letters }).where('id', '=', call).execute()
  expect(await numbers(company, 'group')).toEqual([['CALLS', 1]])
  expect(await numbers(company, 'groupToday')).toEqual([['LETTERS', 1]])
  const { rows } = await table(company, 'groupToday')
  expect(await shown(company, rows[0].entries)).toBe(1)
})

test('INT-502 INT-503 a company counts the entries of its people too, a person only its own', async () => {
  const { company, call } = await twoGroups()
  const companyId = await company.given.contact({ no: 'CO', type: 'company', name: 'Bellandi S.p.A.' })
  const anna = await company.given.contact({ no: 'ANNA', companyId })
  const alone = await company.given.contact({ no: 'ALONE' })
  await entry(company, { contactId: companyId, templateId: call, companyId }, { cost: '1.00' })
  for (let n = 0; n < 2; n++) await entry(company, { contactId: anna, templateId: call, companyId }, { cost: '2.00' })
  await entry(company, { contactId: alone, templateId: call })
  expect(await numbers(company, 'company')).toEqual([
    ['CO', 3],
    ['ALONE', 1],
  ])
  expect(await numbers(company, 'contact')).toEqual([
    ['ANNA', 2],
    ['CO', 1],
    ['ALONE', 1],
  ])
  expect(await figures(company, `companyId=${companyId}`)).toMatchObject({ count: 3, cost: '5.00' })
  expect(await figures(company, `contactId=${anna}`)).toMatchObject({ count: 2, cost: '4.00' })
  for (const by of ['company', 'contact'])
    for (const row of (await table(company, by)).rows) expect(await shown(company, row.entries)).toBe(row.figures.count)
})

test('INT-505 a salesperson’s averages: cost to cents, duration to two decimals, 0 without entries', async () => {
  const { company, call, contactId } = await twoGroups()
  const salespersonId = await company.given.salesperson({ code: 'MD', name: 'Marco Dessì' })
  await entry(company, { contactId, templateId: call, salespersonId }, { cost: '10.00', durationMin: 10 })
  await entry(company, { contactId, templateId: call, salespersonId }, { cost: '0.00', durationMin: 10 })
  await entry(company, { contactId, templateId: call, salespersonId }, { cost: '0.01', durationMin: 5 })
  const { rows } = await table(company, 'salesperson')
  expect(rows[0]).toMatchObject({
    key: 'MD',
    name: 'Marco Dessì',
    figures: { count: 3, cost: '10.01', averageCost: '3.34', averageDurationMin: 8.33 },
  })
  const idle = await company.given.salesperson()
  expect(await figures(company, `salespersonId=${idle}`)).toMatchObject({
    count: 0,
    cost: '0.00',
    averageCost: '0.00',
    averageDurationMin: 0,
    evaluation: null,
  })
})

test('INT-511 without a period everything counts; an unknown owner and what is no stretch of days are refused', async () => {
  const { company, call, contactId } = await twoGroups()
  await entry(company, { contactId, templateId: call }, { at: '2019-05-01T10:00:00Z' })
  await entry(company, { contactId, templateId: call }, { at: '2026-05-01T10:00:00Z' })
  const { body } = await company.get('/statistics')
  expect(body).toMatchObject({ period: { from: null, to: null }, before: null, step: 'year', figures: { count: 2 } })
  expect(body.steps).toHaveLength(8)
  expect([body.steps[0].from, body.steps[7].to]).toEqual(['2019-05-01', '2026-05-01'])
  const refused = async (query: string) => {
    const { status, body } = await company.get(`/statistics?${query}`)
    return [status, body.type, body.errors?.[0]?.pointer]
  }
  expect(await refused('contactId=999999')).toEqual([404, expect.stringContaining('contact-not-found'), '/contactId'])
  for (const period of ['2026-01-01|2026-03-01', '<>2026-01-01', 'nonsense', '2026-02-01..2026-01-01'])
    expect(await refused(`period=${encodeURIComponent(period)}`)).toEqual([
      422,
      expect.stringContaining('filter-invalid'),
      '/period',
    ])
  const empty = await testCompany()
  expect((await empty.get('/statistics')).body).toMatchObject({ steps: [], figures: { count: 0 } })
})

test('a period is of days in the company’s zone, and its entries are those of the log, whoever reads them', async () => {
  for (const zone of ['Europe/Rome', 'America/New_York']) {
    const company = await testCompany({ zone })
    const [contactId, templateId] = [await company.given.contact(), await company.given.template()]
    for (const at of [
      '2026-02-28T22:59:59.999999Z', // 28 February in Rome, to the last
      '2026-02-28T23:00:00Z', // midnight: March begins
      '2026-03-31T21:59:59.999999Z', // March ends in summer time
      '2026-03-31T22:00:00Z',
    ])
      await entry(company, { contactId, templateId }, { at })
    const { body } = await company.get('/statistics?period=2026-03-01..2026-03-31')
    expect(body.figures.count).toBe(2)
    expect(body.before).toMatchObject({ from: '2026-02-01', to: '2026-02-28', figures: { count: 1 } })
    expect(body.steps.map((step: { kinds: object[] }) => step.kinds.length)).toEqual([1, ...Array(29).fill(0), 1])
    expect(await shown(company, body.entries)).toBe(2)
    expect(await shown(company, { ...body.entries, ...body.steps[0].entries })).toBe(1)
  }
})

test('INT-602 figures of any owner equal the sums over its entries that are neither canceled nor drafts', async () => {
  const { company, calls, call, letter, contactId } = await twoGroups()
  const salespersonId = await company.given.salesperson()
  await entry(company, { contactId, templateId: call, salespersonId }, { cost: '1.00', evaluation: 1 })
  await entry(company, { contactId, templateId: call, salespersonId }, { cost: '2.00', evaluation: 4 })
  await entry(company, { contactId, templateId: letter }, { cost: '4.00' })
  await entry(company, { contactId, templateId: call, salespersonId, canceled: true }, { cost: '8.00' })
  for (const [query, condition] of [
    [`contactId=${contactId}`, sql`true`],
    [`salespersonId=${salespersonId}`, sql`salesperson_id = ${salespersonId}`],
    [`templateId=${call}`, sql`template_id = ${call}`],
    [`groupId=${calls}`, sql`group_id = ${calls}`],
    [`groupId=${calls}&salespersonId=${salespersonId}`, sql`group_id = ${calls}`],
  ] as const) {
    const { rows } =
      await sql<object>`select count(*) as count, sum(cost)::text as cost, sum(duration_min) as "durationMin"
      from interaction where not canceled and ${condition}`.execute(company.db)
    const { body } = await company.get(`/statistics?${query}`)
    expect(body.figures).toMatchObject({ ...rows[0] })
    expect(await shown(company, body.entries)).toBe(body.figures.count)
  }
  expect(await figures(company)).toMatchObject({ grades: [1, 0, 0, 1, 0], evaluation: 2.5 })
})

test('INT-611 sums over every way of telling apart are the total, blanks and all beyond the first hundred contacts too', async () => {
  const { company, call, letter } = await twoGroups()
  const salespersonId = await company.given.salesperson()
  for (let n = 0; n < 103; n++) {
    const contactId = await company.given.contact()
    await entry(
      company,
      { contactId, templateId: n % 2 ? call : letter, ...(n % 3 && { salespersonId }) },
      {
        cost: `${n}.10`,
        evaluation: n % 6 || null,
        attemptFailed: n % 7 === 0,
        informationFlow: n % 4 ? 'inbound' : null,
        initiatedBy: n % 4 ? 'them' : null,
        correspondenceType: n % 5 ? 'email' : null,
      },
    )
  }
  const total = await figures(company)
  expect(total).toMatchObject({ count: 103, cost: '5263.30' })
  for (const by of [
    'template',
    'group',
    'groupToday',
    'company',
    'contact',
    'salesperson',
    'kind',
    'evaluation',
    'informationFlow',
    'initiatedBy',
    'correspondenceType',
    'attemptFailed',
  ]) {
    const { rows, rest } = await table(company, by)
    const all = [...rows, ...(rest === null ? [] : [rest])].map(({ figures }) => figures)
    const sum = (of: (row: typeof total) => number) => all.reduce((before, row) => before + of(row), 0)
    expect([by, sum((row) => row.count), sum((row) => row.durationMin), sum((row) => row.failed)]).toEqual([
      by,
      total.count,
      total.durationMin,
      total.failed,
    ])
    expect(sum((row) => Math.round(Number(row.cost) * 100))).toBe(526330)
    for (const row of rows.slice(0, 8)) expect([by, await shown(company, row.entries)]).toEqual([by, row.figures.count])
  }
  const contacts = await table(company, 'contact')
  expect([contacts.rows.length, contacts.rest.records, contacts.rest.figures.count]).toEqual([100, 3, 3])
  const { body } = await company.get('/statistics')
  const salespeople: { figures: { count: number } }[] = body.salespeople
  expect(salespeople.reduce((before, row) => before + row.figures.count, 0)).toBe(103)
  const steps: { kinds: { count: number }[] }[] = body.steps
  expect(steps.flatMap(({ kinds }) => kinds).reduce((before, row) => before + row.count, 0)).toBe(103)
})

test('private entries of others are not counted anywhere; one’s own are', async () => {
  const { company, call, contactId } = await twoGroups()
  await entry(company, { contactId, templateId: call })
  await entry(company, { contactId, templateId: call, private: true })
  await entry(company, { contactId, templateId: call, private: true, userId: 77 }, { cost: '50.00' })
  const { body } = await company.get('/statistics?period=2026-01-01..2026-12-31')
  expect(body.figures).toMatchObject({ count: 2, cost: '4.00' })
  expect(body.salespeople[0].figures.count).toBe(2)
  for (const by of ['template', 'contact', 'kind']) expect((await numbers(company, by))[0]?.[1]).toBe(2)
})

test('the table is exported in the reader’s language, with all contacts beyond the first hundred as one row', async () => {
  const company = await testCompany({ language: 'it' })
  const templateId = await company.given.template({ code: 'CALL' })
  const salespersonId = await company.given.salesperson({ code: 'MD', name: 'Marco Dessì' })
  const contactId = await company.given.contact()
  await entry(company, { contactId, templateId, salespersonId }, { cost: '7.50', evaluation: 2 })
  await entry(company, { contactId, templateId })
  const read = async (query: string) => {
    const { body, headers } = await company.get(`/statistics/export?format=csv&${query}`)
    expect(headers['content-disposition']).toBe('attachment; filename="statistics.csv"')
    return papaparse.parse<string[]>(body.slice(1).trimEnd(), { delimiter: ';' }).data
  }
  const [head, ...rows] = await read('by=salesperson')
  expect(head?.slice(0, 4)).toEqual(['Agente', 'Codice', 'Nr. interazioni', 'Costo'])
  expect(rows.map((row) => row.slice(0, 4)).sort()).toEqual([
    ['Marco Dessì', 'MD', '1', '7,50'],
    ['Nessuno', '', '1', '2,00'],
  ])
  expect((await read('by=evaluation')).map(([name]) => name)).toEqual(['Valutazione', 'Positiva', 'Nessuno'])
  for (let n = 0; n < 101; n++) await entry(company, { contactId: await company.given.contact(), templateId })
  expect((await read('by=contact')).at(-1)?.slice(0, 3)).toEqual(['altri 2', '', '2'])
  const reader = await testCompany({ rights: ['interactions.read'] })
  expect((await reader.get('/statistics/export?format=csv&by=kind')).status).toBe(403)
  expect((await (await testCompany({ rights: [] })).get('/statistics')).status).toBe(403)
})

test('what a period means is told in words, and what is none at its place', async () => {
  const company = await testCompany()
  const told = async (text: string) => (await company.get(`/statistics/period?text=${encodeURIComponent(text)}`)).body
  expect(await told('2026-01-01..2026-03-31')).toEqual({ meaning: 'from 1 Jan 2026 to 31 Mar 2026' })
  expect(await told('month-11M..today')).toHaveProperty('meaning')
  expect(await told('1 Jan 2026|3 Jan 2026')).toEqual({ fault: expect.stringContaining('one stretch'), at: 0 })
  expect(await told('31/02/2026')).toMatchObject({ nearest: '28/2/2026' })
})
