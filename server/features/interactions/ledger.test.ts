import { describe, expect, test } from 'vitest'
import { type TestCompany, testCompany } from '#tests/company.ts'
import { upload } from '#tests/upload.ts'

async function house(company: TestCompany) {
  const salespersonId = await company.given.salesperson({ code: 'JO' })
  const acme = await company.given.contact({ type: 'company', name: 'ACME' })
  const anna = await company.given.contact({ name: 'Anna Conti', companyId: acme, salespersonId })
  const bob = await company.given.contact({ name: 'Bob Neri', companyId: acme, salespersonId })
  const templateId = await company.given.template({ code: 'CALL', unitCost: '4.00', unitDurationMin: 12 })
  const log = async (contactIds: number[], more: object = {}): Promise<number[]> => {
    const { body } = await company.post('/interactions', { contactIds, templateId, ...more })
    return body.entries.map(({ id }: { id: number }) => id)
  }
  const letGo = async () => {
    const { token } = (await company.get('/interactions/deletions/preview')).body
    await company.post('/interactions/deletions', { filter: {}, token })
    await company.runJobs()
  }
  const ids = async (query: string): Promise<number[]> =>
    (await company.get(`/interactions?${query}`)).body.items.map(({ id }: { id: number }) => id)
  return { acme, anna, bob, salespersonId, templateId, log, letGo, ids }
}

describe('deleting', () => {
  test('INT-115 INT-116 INT-402 INT-403 a file that two entries share stays for the second, and goes with the last', async () => {
    const company = await testCompany()
    const { anna, bob, log, letGo } = await house(company)
    const { id } = (await upload(company, 'offer.txt', 'an offer')).body
    const [first = 0, second = 0] = await log([anna, bob], { uploadIds: [id] })
    await company.post('/interactions/cancellations', { ids: [first] })
    await letGo()
    const { files } = (await company.get(`/interactions/${second}`)).body
    expect((await company.get(`/interactions/${second}/attachments/${files[0].id}`)).raw.toString()).toBe('an offer')
    await company.post('/interactions/cancellations', { ids: [second] })
    await letGo()
    expect(await company.count('interaction_attachment')).toBe(0)
  })

  test('INT-355 INT-463 with an entry go its comments, and what it was found by', async () => {
    const company = await testCompany()
    const { anna, log, letGo } = await house(company)
    const [id = 0] = await log([anna], { comment: 'She asks for a catalogue' })
    await company.post('/interactions/cancellations', { ids: [id] })
    await letGo()
    expect([await company.count('interaction_comment'), await company.count('interaction_words')]).toEqual([0, 0])
  })

  test('INT-356 INT-401 what is not canceled stays, whoever asks and without any filter', async () => {
    const company = await testCompany()
    const { anna, bob, log, letGo } = await house(company)
    const [kept = 0, gone = 0] = await log([anna, bob])
    await company.post('/interactions/cancellations', { ids: [gone] })
    await letGo()
    expect((await company.get('/interactions')).body.items.map(({ id }: { id: number }) => id)).toEqual([kept])
    expect((await company.delete(`/interactions/${kept}`)).status).toBe(404)
  })
})

describe('canceling', () => {
  test('INT-117 INT-333 the file of a canceled entry stays, and is there when it is taken back', async () => {
    const company = await testCompany()
    const { anna, log } = await house(company)
    const { id } = (await upload(company, 'scan.txt', 'a scan')).body
    const [entry = 0] = await log([anna], { uploadIds: [id] })
    await company.post('/interactions/cancellations', { ids: [entry] })
    await company.post('/interactions/restorations', { ids: [entry] })
    const { files } = (await company.get(`/interactions/${entry}`)).body
    expect((await company.get(`/interactions/${entry}/attachments/${files[0].id}`)).raw.toString()).toBe('a scan')
  })

  test('INT-337 a canceled entry leaves all figures and stays in lists', async () => {
    const company = await testCompany()
    const { anna, log, ids, templateId } = await house(company)
    const [first = 0] = await log([anna])
    const [second = 0] = await log([anna])
    await company.post('/interactions/cancellations', { ids: [first] })
    expect((await company.get(`/statistics?contactId=${anna}`)).body.figures.count).toBe(1)
    expect(await ids(`templateId=${templateId}`)).toEqual([second, first])
  })

  test('INT-462 a canceled entry can still be commented', async () => {
    const company = await testCompany()
    const { anna, log } = await house(company)
    const [entry = 0] = await log([anna])
    await company.post('/interactions/cancellations', { ids: [entry] })
    expect((await company.post(`/interactions/${entry}/comments`, { text: 'by mistake' })).status).toBe(201)
  })
})

describe('the log', () => {
  test('INT-004 INT-303 lists of a group, a template and a salesperson hold their entries and no draft', async () => {
    const company = await testCompany()
    const { anna, bob, log, ids, salespersonId, templateId } = await house(company)
    const entries = await log([anna, bob])
    const { groupId } = (await company.get(`/interactions/${entries[0]}`)).body
    await company.post('/interaction-drafts', { content: { contactIds: [anna], templateId }, step: 'what' })
    await company.given.interactions({ contactId: anna, templateId: await company.given.template(), count: 1 })
    for (const owner of [`groupId=${groupId}`, `templateId=${templateId}`, `salespersonId=${salespersonId}`])
      expect((await ids(owner)).toSorted(), owner).toEqual(entries)
  })

  test('INT-227 an attempt that failed says so, and counts', async () => {
    const company = await testCompany()
    const { anna, log, ids } = await house(company)
    const [entry] = await log([anna], { attemptFailed: true })
    expect(await ids('attemptFailed=yes')).toEqual([entry])
    expect((await company.get(`/statistics?contactId=${anna}`)).body.figures).toMatchObject({ count: 1, cost: '4.00' })
  })

  test('INT-193 INT-223 a language that the template has no content in, and a template that is not there, are refused at their fields', async () => {
    const company = await testCompany()
    const { anna, templateId } = await house(company)
    const languageId = await company.given.language()
    const language = await company.post('/interactions', { contactIds: [anna], templateId, languageId })
    expect(language.body.errors).toMatchObject([{ pointer: '/languageId', type: 'language-not-available' }])
    const template = await company.post('/interactions', { contactIds: [anna], templateId: 9999 })
    expect(template.body.errors).toMatchObject([{ pointer: '/templateId', type: 'template-not-found' }])
    expect(await company.count('interaction')).toBe(0)
  })

  test('INT-104 INT-262 the file of an entry can be read, and by no door be written', async () => {
    const company = await testCompany()
    const { anna, log } = await house(company)
    const { id } = (await upload(company, 'letter.txt', 'Dear Anna')).body
    const [entry = 0] = await log([anna], { uploadIds: [id] })
    const { files } = (await company.get(`/interactions/${entry}`)).body
    const address = `/interactions/${entry}/attachments/${files[0].id}`
    for (const method of ['PUT', 'PATCH', 'POST', 'DELETE'] as const)
      expect((await company.ask(method, address, method === 'DELETE' ? undefined : {})).status, method).toBe(404)
    expect((await company.get(address)).raw.toString()).toBe('Dear Anna')
  })

  test('INT-600 an entry without contact, template or description cannot be stored', async () => {
    const company = await testCompany()
    const { anna, log } = await house(company)
    const [entry = 0] = await log([anna])
    for (const field of ['contactId', 'templateId', 'description', 'occurredAt', 'userId'] as const)
      await expect(
        company.db
          .updateTable('interaction')
          .set({ [field]: null })
          .where('id', '=', entry)
          .execute(),
        field,
      ).rejects.toThrow(/null value/)
  })

  test('INT-265 numbers grow and none comes back', async () => {
    const company = await testCompany()
    const { anna, bob, log, letGo } = await house(company)
    const [first = 0, second = 0] = await log([anna, bob])
    await company.post('/interactions/cancellations', { ids: [first, second] })
    await letGo()
    const [third = 0] = await log([anna])
    expect(third).toBeGreaterThan(second)
  })
})

describe('drafts', () => {
  test('INT-241 INT-242 INT-248 INT-601 a draft is resumed and put off again as the same one, and counts nowhere', async () => {
    const company = await testCompany()
    const { anna, templateId } = await house(company)
    const { body } = await company.post('/interaction-drafts', {
      content: { contactIds: [anna], templateId },
      step: 'what',
    })
    const again = await company.put(
      `/interaction-drafts/${body.id}`,
      { content: { contactIds: [anna], templateId, description: 'Call back' }, step: 'result' },
      { version: body.version },
    )
    expect([again.status, again.body.id]).toEqual([200, body.id])
    expect((await company.get('/interaction-drafts')).body.items).toHaveLength(1)
    expect((await company.get('/interactions')).body.items).toEqual([])
    expect((await company.get(`/statistics?contactId=${anna}`)).body.figures.count).toBe(0)
    expect((await company.get(`/search?q=${encodeURIComponent('call back')}`)).body.items).toEqual([])
  })
})
