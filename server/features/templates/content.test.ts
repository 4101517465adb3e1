import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { sweepFiles } from '#features/attachments/service.ts'
import { type Asked, type TestCompany, testCompany } from '#tests/company.ts'
import { upload } from '#tests/upload.ts'

/** A template and short ways to act on it. */
async function given(company: TestCompany, of: object = {}) {
  const id = await company.given.template({ code: 'LETTER', kind: 'letter', description: 'Letter', ...of })
  const path = `/interaction-templates/${id}`
  const language = async (code: string) => company.given.language({ code, name: code })
  const add = async (languageId: number | null, description?: string) =>
    (await company.post(`${path}/languages`, { languageId, ...(description && { description }) })).body
  const attach = async (content: string, name = `${content}.txt`, where = '/attachment') =>
    company.put(`${path}${where}`, { uploadId: (await upload(company, name, content)).body.id })
  const read = async () => (await company.get(path)).body
  const patch = async (body: object, asked: Asked = {}) =>
    company.patch(path, body, { version: (await read()).version, ...asked })
  const undo = async ({ undoId }: { undoId: number }) => company.post(`/undo/${undoId}`)
  return { id, path, language, add, attach, read, patch, undo }
}
const names = ({ languages }: { languages: { languageCode: string | null; attachment: { name: string } | null }[] }) =>
  languages.map(({ languageCode, attachment }) => [languageCode, attachment?.name ?? null])

test('INT-032 INT-033 an action that does not go with the content any more becomes blank, and comes back with it', async () => {
  const company = await testCompany()
  const { patch, attach, read, language, undo, path } = await given(company)
  await attach('a')
  expect(await read()).toMatchObject({ allowedWizardActions: ['open', 'import'] })
  expect((await patch({ wizardAction: 'open' })).body.wizardAction).toBe('open')
  const removed = (await company.delete(`${path}/attachment`)).body
  expect(removed).toMatchObject({ wizardAction: null, allowedWizardActions: ['import'] })
  await undo(removed)
  expect(await read()).toMatchObject({ wizardAction: 'open', languages: [{ attachment: { name: 'a.txt' } }] })
  const changed = (await patch({ defaultLanguageId: await language('fr') })).body
  expect(changed.wizardAction).toBe(null)
  const asked = await patch({ wizardAction: 'open' })
  expect(asked).toMatchObject({ status: 409, body: { values: { action: 'open', code: 'LETTER' } } })
  expect(asked.body.errors[0].pointer).toBe('/wizardAction')
})

test.each([
  [false, null, 200],
  [false, 'import', 200],
  [false, 'open', 409],
  [false, 'merge', 409],
  [true, null, 200],
  [true, 'import', 200],
  [true, 'open', 200],
  [true, 'merge', 409],
])('INT-040 with a file: %s, the action %s answers %i', async (file, wizardAction, status) => {
  const company = await testCompany()
  const { patch, attach } = await given(company, { wizardAction: 'import' })
  if (file) await attach('a')
  expect((await patch({ wizardAction })).status).toBe(status)
})

test('INT-028 a template that sends something says when it has nothing to send', async () => {
  const company = await testCompany()
  const { patch, attach } = await given(company)
  expect((await patch({ correspondenceType: 'email' })).body.contentMissing).toBe(true)
  expect((await attach('a')).body.contentMissing).toBe(false)
  expect((await patch({ correspondenceType: null })).body.contentMissing).toBe(false)
})

test('INT-031 a default language without a row gets one, which goes when the change is taken back', async () => {
  const company = await testCompany()
  const { patch, add, language, read, undo } = await given(company)
  const it = await language('it')
  await add(it)
  const changed = (await patch({ defaultLanguageId: await language('fr') })).body
  expect(changed.languages).toMatchObject([{ languageCode: 'it' }, { languageCode: 'fr', description: 'Letter' }])
  await undo(changed)
  expect(await read()).toMatchObject({ defaultLanguageId: it, languages: [{ languageCode: 'it' }] })
  const blank = (await patch({ defaultLanguageId: null })).body
  expect(names(blank)).toEqual([
    ['it', null],
    [null, null],
  ])
  expect((await patch({ defaultLanguageId: 999 })).body.errors[0]).toMatchObject({
    pointer: '/defaultLanguageId',
    type: 'language-not-found',
  })
})

test('INT-035 INT-067 the default follows the language of its row', async () => {
  const company = await testCompany()
  const { add, language, path, undo, read } = await given(company)
  const [it, fr, de] = [await language('it'), await language('fr'), await language('de')]
  const first = await add(it)
  expect(first.defaultLanguageId).toBe(it)
  await add(fr)
  const row = first.languages[0]
  const change = (languageId: number, version?: number) =>
    company.patch(`${path}/languages/${row.id}`, { languageId }, version === undefined ? {} : { version })
  expect(await change(fr, row.version)).toMatchObject({ status: 409, body: { type: '/problems/language-exists' } })
  expect(await change(de)).toMatchObject({ status: 428 })
  const changed = await change(de, row.version)
  expect(changed.body).toMatchObject({
    defaultLanguageId: de,
    languages: [{ languageCode: 'de' }, { languageCode: 'fr' }],
  })
  const stale = await change(it, row.version)
  expect(stale).toMatchObject({
    status: 412,
    body: { values: { current: { languageCode: 'de', version: 2 }, by: 'Lina Torresi' } },
  })
  await undo(changed.body)
  expect(await read()).toMatchObject({
    defaultLanguageId: it,
    languages: [{ languageCode: 'it' }, { languageCode: 'fr' }],
  })
})

test('INT-036 INT-066 a row goes with its file, the default to the first that is left; taken back, all of it is there', async () => {
  const company = await testCompany()
  const { add, language, path, attach, read, undo } = await given(company)
  const [it, fr] = [await language('it'), await language('fr')]
  const rowId = (await add(it, 'Lettera')).languages[0].id
  await add(fr)
  await attach('ciao')
  const removed = (await company.delete(`${path}/languages/${rowId}`)).body
  expect(removed).toMatchObject({ defaultLanguageId: fr, languages: [{ languageCode: 'fr' }] })
  await undo(removed)
  expect(await read()).toMatchObject({ defaultLanguageId: it })
  expect((await read()).languages[0]).toMatchObject({
    id: rowId,
    description: 'Lettera',
    attachment: { name: 'ciao.txt' },
  })
  for (const { id } of (await read()).languages) await company.delete(`${path}/languages/${id}`)
  expect(await read()).toMatchObject({ defaultLanguageId: null, languages: [] })
})

test('INT-060 a language is in a template once, the blank one too', async () => {
  const company = await testCompany()
  const { add, path } = await given(company)
  await add(null)
  expect(await company.post(`${path}/languages`, { languageId: null })).toMatchObject({
    status: 409,
    body: { type: '/problems/language-exists', errors: [{ pointer: '/languageId' }] },
  })
  expect(await company.count('template_language')).toBe(1)
})

test('INT-060 two who add a language at the same moment make one row', async () => {
  const company = await testCompany()
  const { path, language } = await given(company)
  const languageId = await language('it')
  const answers = await Promise.all([1, 2, 3].map(() => company.post(`${path}/languages`, { languageId })))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
})

test('INT-070 INT-079 INT-080 an action that finds no file says so', async () => {
  const company = await testCompany()
  const { path, add } = await given(company)
  const rowId = (await add(null)).languages[0].id
  for (const where of [`${path}/attachment`, `${path}/languages/${rowId}/attachment`]) {
    expect(await company.get(where)).toMatchObject({ status: 404, body: { type: '/problems/file-not-found' } })
    expect(await company.delete(where)).toMatchObject({ status: 404, body: { type: '/problems/file-not-found' } })
  }
  expect(await company.put(`${path}/attachment`, { copyOf: rowId })).toMatchObject({
    status: 404,
    body: { errors: [{ pointer: '/copyOf', type: 'file-not-found' }] },
  })
  expect(await company.put(`${path}/attachment`, { uploadId: 99 })).toMatchObject({
    status: 404,
    body: { errors: [{ pointer: '/uploadId', type: 'file-not-found' }] },
  })
})

test('INT-072 INT-077 a new file replaces the old one, which stays among the versions and can be taken again', async () => {
  const company = await testCompany()
  const { path, attach, read, undo } = await given(company)
  const rowId = (await attach('one', 'letter.txt')).body.languages[0].id
  const second = (await attach('two', 'letter.txt', `/languages/${rowId}/attachment`)).body
  await attach('three', 'other.txt')
  const where = `${path}/languages/${rowId}/attachment`
  const { items } = (await company.get(`${where}/versions`)).body
  expect(items).toMatchObject([
    { name: 'letter.txt', size: 3, userName: 'Lina Torresi' },
    { name: 'letter.txt', size: 3 },
  ])
  expect((await company.get(`${where}/versions/${items[1].actId}`)).body).toBe('one')
  expect((await company.put(where, { version: items[1].actId })).status).toBe(200)
  expect((await company.get(where)).body).toBe('one')
  expect((await company.put(where, { version: 99 })).body.errors[0]).toMatchObject({
    pointer: '/version',
    type: 'file-not-found',
  })
  expect(await undo(second)).toMatchObject({ status: 409, body: { type: '/problems/undo-not-possible' } })
  expect((await read()).languages[0].attachment.name).toBe('letter.txt')
})

test('INT-076 a copy is independent: what happens to one row leaves the other alone', async () => {
  const company = await testCompany()
  const { path, attach } = await given(company)
  const rowId = (await attach('shared')).body.languages[0].id
  const other = await given(company, { code: 'OTHER' })
  await company.put(`${other.path}/attachment`, { copyOf: rowId })
  await company.delete(`${path}/attachment`)
  expect((await company.get(`${other.path}/attachment`)).body).toBe('shared')
})

test('INT-102 INT-103 INT-603 INT-608 a changed template changes no byte of what was recorded with it', async () => {
  const company = await testCompany()
  const { id, path, attach } = await given(company)
  await attach('as it was sent')
  const contactId = await company.given.contact()
  const logged = await company.post('/interactions', {
    contactIds: [contactId],
    templateId: id,
    salespersonId: await company.given.salesperson(),
  })
  const entry = logged.body.entries[0].id
  await attach('as it is now')
  await company.delete(`${path}/attachment`)
  const { files } = (await company.get(`/interactions/${entry}`)).body
  const opened = await company.get(`/interactions/${entry}/attachments/${files[0].id}`)
  expect(opened.raw.toString()).toBe('as it was sent')
})

test('INT-609 an entry is logged with the file of its template, or not at all', async () => {
  const company = await testCompany()
  const { id, attach } = await given(company)
  await attach('letter')
  await sql`alter table interaction_attachment add constraint full_disk check (false)`.execute(company.db)
  const input = {
    contactIds: [await company.given.contact()],
    templateId: id,
    salespersonId: await company.given.salesperson(),
  }
  expect((await company.post('/interactions', input, { key: 'k' })).status).toBe(500)
  expect([await company.count('interaction'), await company.count('once_key')]).toEqual([0, 0])
})

test('INT-604 a file that was taken off stays while it can be taken back, and goes with its template', async () => {
  const company = await testCompany()
  const { path, attach, undo, read } = await given(company)
  await attach('kept')
  const removed = (await company.delete(`${path}/attachment`)).body
  const later = async () => {
    await sql`update file set stored_at = stored_at - interval '25 hours'`.execute(company.db)
    await sql`update upload set at = at - interval '25 hours'`.execute(company.db)
    await sweepFiles(company.ctx)
  }
  await later()
  expect(await company.count('upload')).toBe(0)
  expect((await undo(removed)).status).toBe(200)
  expect((await company.get(`${path}/attachment`)).body).toBe('kept')
  expect((await read()).languages[0].attachment.size).toBe(4)
  await company.delete(path)
  await later()
  expect(await company.count('file')).toBe(0)
})

test('languages are shown with their contacts, those without content too', async () => {
  const company = await testCompany()
  const { path, language, add } = await given(company)
  const [it, fr] = [await language('it'), await language('fr')]
  await company.given.language({ code: 'xx', closedAt: '2026-01-01T00:00:00Z' })
  await company.given.contact({ languageId: it })
  await company.given.contact({ languageId: it })
  await add(fr)
  expect((await company.get(`${path}/languages`)).body.items).toMatchObject([
    { languageCode: 'fr', contacts: 0, row: { languageId: fr } },
    { languageCode: 'it', contacts: 2, row: null },
  ])
})

test('the history of a template tells of its rows and files, each way', async () => {
  const company = await testCompany()
  const { id, add, language, attach, undo } = await given(company)
  await add(await language('it'))
  const attached = (await attach('one', 'lettera.txt')).body
  await undo(attached)
  const { items } = (await company.get(`/history?record=interaction_template&id=${id}`)).body
  expect(items).toMatchObject([
    {
      act: 'template.content.changed.undone',
      before: { attachments: 'it: lettera.txt' },
      after: { attachments: null },
    },
    { act: 'template.content.changed', before: { attachments: null }, after: { attachments: 'it: lettera.txt' } },
    { act: 'template.language.added', before: { languages: null }, after: { languages: 'it' } },
    {},
  ])
})

test('an act that would leave a template unsound is not taken back', async () => {
  const company = await testCompany()
  const { attach, patch, undo, read } = await given(company)
  const attached = (await attach('one')).body
  await patch({ wizardAction: 'open' })
  expect(await undo(attached)).toMatchObject({ status: 409, body: { type: '/problems/undo-not-possible' } })
  expect(await read()).toMatchObject({ wizardAction: 'open', languages: [{ attachment: { name: 'one.txt' } }] })
})

test('the same file again is no act', async () => {
  const company = await testCompany()
  const { attach, read } = await given(company)
  await attach('one', 'a.txt')
  const { version } = await read()
  expect((await attach('one', 'a.txt')).body).toMatchObject({ undoId: null, version })
})

test('a duplicate has its own rows with the same files, and starts open', async () => {
  const company = await testCompany()
  const { path, attach, language, add } = await given(company)
  await add(await language('it'), 'Lettera')
  await attach('ciao')
  await company.post(`${path}/closure`)
  const copy = await company.post(`${path}/copies`, { code: 'second' })
  expect(copy).toMatchObject({ status: 201, body: { code: 'SECOND', closedAt: null, version: 1 } })
  expect(copy.body.languages).toMatchObject([
    { languageCode: 'it', description: 'Lettera', attachment: { name: 'ciao.txt' } },
  ])
  await company.delete(`${path}/attachment`)
  expect((await company.get(`/interaction-templates/${copy.body.id}/attachment`)).body).toBe('ciao')
  expect(await company.post(`${path}/copies`, { code: 'Second' })).toMatchObject({ status: 409 })
})
