import { expect, test } from 'vitest'
import { type TestCompany, testCompany } from '#tests/company.ts'
import { upload } from '#tests/upload.ts'
import { seedCompany } from '../../seed.ts'

const call = (groupId: number) => ({
  code: 'call',
  kind: 'call',
  groupId,
  description: 'Outgoing call',
  unitCost: '1.50',
  unitDurationMin: 15,
})

async function made(company: TestCompany, more: object = {}) {
  const groupId = await company.given.group()
  return (await company.post('/interaction-templates', { ...call(groupId), ...more })).body
}

test('INT-020 INT-021 a new template has a group, a code in upper case, and nothing that goes out', async () => {
  const company = await testCompany()
  const template = await made(company)
  expect(template).toMatchObject({ code: 'CALL', correspondenceType: null, unitCost: '1.50', languages: [], used: 0 })
  const taken = await company.post('/interaction-templates', call(template.groupId))
  expect([taken.status, taken.body.errors[0].pointer]).toEqual([409, '/code'])
  expect((await company.post('/interaction-templates', { code: 'X', kind: 'call' })).body.errors[0].pointer).toBe(
    '/groupId',
  )
  expect((await company.post('/interaction-templates', { ...call(999), code: 'Y' })).body.errors[0]).toMatchObject({
    pointer: '/groupId',
    type: 'group-not-found',
  })
})

test('INT-022 cost and duration below zero, or half a minute, are out of range', async () => {
  const company = await testCompany()
  const groupId = await company.given.group()
  for (const wrong of [{ unitCost: '-1' }, { unitDurationMin: -1 }, { unitDurationMin: 1.5 }, { unitCost: 1 }]) {
    const { status, body } = await company.post('/interaction-templates', { ...call(groupId), ...wrong })
    expect([status, body.errors[0].pointer]).toEqual([422, `/${Object.keys(wrong)[0]}`])
  }
  const both = { unitCost: '1.005', unitDurationMin: 1e300, groupId: 999 }
  const all = await company.post('/interaction-templates', { ...call(groupId), ...both })
  expect(all).toMatchObject({ status: 422, body: { type: '/problems/out-of-range' } })
  expect(all.body.errors.map(({ pointer, type }: { pointer: string; type: string }) => [pointer, type])).toEqual([
    ['/unitCost', 'out-of-range'],
    ['/unitDurationMin', 'out-of-range'],
    ['/groupId', 'group-not-found'],
  ])
  expect(await company.count('interaction_template')).toBe(0)
  expect((await made(company, { unitCost: '007.5' })).unitCost).toBe('7.50')
})

test('INT-030 INT-031 the default language gets its row; a row per language once', async () => {
  const company = await testCompany()
  const languageId = await company.given.language()
  const template = await made(company)
  const changed = await company.patch(
    `/interaction-templates/${template.id}`,
    { defaultLanguageId: languageId },
    { version: template.version },
  )
  expect(changed.body.languages).toMatchObject([{ languageId, attachment: null }])
  const again = await company.post(`/interaction-templates/${template.id}/languages`, { languageId })
  expect([again.status, again.body.errors[0].type]).toEqual([409, 'language-exists'])
  expect(
    (await company.post(`/interaction-templates/${template.id}/languages`, { languageId: 999 })).body.errors[0].type,
  ).toBe('language-not-found')
})

test('INT-040 content can be opened only where there is some; merging asks for a Word template', async () => {
  const company = await testCompany()
  const template = await made(company)
  for (const wizardAction of ['open', 'merge']) {
    const { body } = await company.patch(
      `/interaction-templates/${template.id}`,
      { wizardAction },
      { version: template.version },
    )
    expect(body).toMatchObject({ status: 409, values: { action: wizardAction, code: 'CALL' } })
  }
})

test('INT-073 INT-076 INT-078 INT-079 INT-080 a file is sent, copied, opened under the template’s code, removed, and put back', async () => {
  const company = await testCompany()
  const template = await made(company)
  const { id: uploadId } = (await upload(company, 'letter.txt', 'Dear all')).body
  const with1 = (await company.put(`/interaction-templates/${template.id}/attachment`, { uploadId })).body
  expect(with1.languages).toMatchObject([
    { languageId: null, attachment: { name: 'letter.txt', mediaType: 'text/plain' } },
  ])
  const rowId = with1.languages[0].id
  const opened = await company.get(`/interaction-templates/${template.id}/languages/${rowId}/attachment`)
  expect([opened.body, String(opened.headers['content-disposition'])]).toEqual([
    'Dear all',
    'attachment; filename=CALL.txt',
  ])
  const other = await made(company, { code: 'OTHER' })
  expect(
    (await company.put(`/interaction-templates/${other.id}/attachment`, { copyOf: rowId })).body.languages[0].attachment
      .name,
  ).toBe('letter.txt')
  const removed = (await company.delete(`/interaction-templates/${template.id}/languages/${rowId}/attachment`)).body
  expect(removed.languages[0].attachment).toBe(null)
  expect((await company.post(`/undo/${removed.undoId}`)).status).toBe(200)
  expect((await company.get(`/interaction-templates/${template.id}`)).body.languages[0].attachment.name).toBe(
    'letter.txt',
  )
})

test('INT-026 INT-003 what is used can be closed, not deleted; what is not goes with its languages', async () => {
  const company = await testCompany()
  const template = await made(company)
  await company.given.interactions({ contactId: await company.given.contact(), templateId: template.id, count: 2 })
  expect((await company.delete(`/interaction-templates/${template.id}`)).body).toMatchObject({
    status: 409,
    values: { interactions: 2 },
  })
  expect((await company.delete(`/interaction-groups/${template.groupId}`)).body).toMatchObject({
    status: 409,
    values: { templates: 1, interactions: 2 },
  })
  const closed = (await company.post(`/interaction-templates/${template.id}/closure`)).body
  expect((await company.get('/interaction-templates/choices')).body.items).toEqual([])
  await company.post(`/undo/${closed.undoId}`)
  expect((await company.get('/interaction-templates/choices')).body.items.length).toBe(1)
  const free = await made(company, { code: 'FREE' })
  expect((await company.delete(`/interaction-templates/${free.id}`)).body.count).toBe(1)
})

test('INT-500 a group shows number, cost and duration of its entries that are not canceled, within the dates', async () => {
  const company = await testCompany()
  const template = await made(company)
  const contactId = await company.given.contact()
  await company.given.interactions({ contactId, templateId: template.id, count: 30 })
  await company.given.interactions({ contactId, templateId: template.id, count: 3, canceled: true })
  const row = async (query = '') => (await company.get(`/interaction-groups${query}`)).body.items[0]
  expect(await row()).toMatchObject({ interactions: 30, cost: '60.00', durationMin: 300, templates: 1 })
  expect(await row('?from=2026-01-02&to=2026-01-02')).toMatchObject({ interactions: 8 })
  expect(await row('?to=2025-12-31')).toMatchObject({ interactions: 0, cost: '0.00' })
})

test('a new company starts with the usual templates in its user’s language, once', async () => {
  const company = await testCompany({ language: 'it' })
  await seedCompany(company.ctx)
  await seedCompany(company.ctx)
  expect((await company.get('/interaction-templates')).body.items.length).toBe(14)
  const { items } = (await company.get('/interaction-templates/choices')).body
  expect(items[0]).toMatchObject({ code: 'TEL-USCITA', description: 'Chiamata in uscita', kind: 'call' })
})
