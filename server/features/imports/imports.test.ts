import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type TestCompany, testCompany } from '#tests/company.ts'
import { upload } from '#tests/upload.ts'

const data = new URL('../../../../shared/data/', import.meta.url)

async function run(company: TestCompany, name: string, content: string | Uint8Array, patch?: object) {
  const { id: uploadId } = (await upload(company, name, content)).body
  const begun = await company.post('/imports', { uploadId })
  const { id } = begun.body
  if (patch) await company.patch(`/imports/${id}`, patch)
  const preview = (await company.get(`/imports/${id}/preview`)).body
  await company.post(`/imports/${id}/run`)
  await company.runJobs()
  return { begun: begun.body, preview, after: (await company.get(`/imports/${id}`)).body, id }
}

test('columns are guessed, rows previewed without storing any, then stored; refused ones come back with line and reason', async () => {
  const company = await testCompany()
  const sheet =
    'Name;Company;E-Mail;Phone\r\nAnna Conti;Bellandi;anna@x.it;030 1234567\r\nBob;Bellandi;not an address;\r\n;;;\r\nEva Rossi;;eva@x.it;\r\n'
  const { begun, preview, after, id } = await run(company, 'people.csv', sheet)
  expect(begun.columns.map((column: { field: string }) => column.field)).toEqual([
    'name',
    'companyName',
    'email',
    'phone',
  ])
  expect(preview).toMatchObject({ rows: 3, whole: true, fresh: 2, refused: 1 })
  expect(after.progress).toMatchObject({ state: 'done', done: 3, detail: { created: 2, refused: 1, known: 0 } })
  const { items } = (await company.get('/contacts')).body
  expect(items.map((contact: { name: string }) => contact.name)).toEqual(['Anna Conti', 'Bellandi', 'Eva Rossi'])
  expect(items[0]).toMatchObject({ companyName: 'Bellandi', email: 'anna@x.it', phone: '+390301234567' })
  const refused = (await company.get(`/imports/${id}/refused`)).body
  expect(refused).toContain('Bob;Bellandi;not an address')
})

test('the same file again adds nothing when those that are there are to be left alone', async () => {
  const company = await testCompany()
  const sheet = 'Name,E-Mail\nAnna Conti,anna@x.it\n'
  await run(company, 'a.csv', sheet)
  const { preview, after } = await run(company, 'a.csv', sheet)
  expect([preview.known, after.progress.detail]).toEqual([1, { created: 0, known: 1, refused: 0 }])
  expect(await company.count('contact')).toBe(1)
})

test('an import runs once, and a picture is refused with its reason', async () => {
  const company = await testCompany()
  const { id } = await run(company, 'a.csv', 'Name\nAnna\n')
  expect((await company.post(`/imports/${id}/run`)).body.type).toBe('/problems/import-running')
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
  const { id: uploadId } = (await upload(company, 'a.csv', png)).body
  expect((await company.post('/imports', { uploadId })).body.type).toBe('/problems/file-not-readable')
})

describe.skipIf(!existsSync(data))('the real tables', () => {
  test('281 contacts of the demo company: companies and their people', async () => {
    const company = await testCompany()
    const { after } = await run(company, 'contacts.csv', readFileSync(new URL('contacts/bc/contacts.csv', data)))
    const { created, refused } = after.progress.detail
    expect([after.progress.done, created + refused]).toEqual([281, 281])
  })

  test('a card with several numbers becomes a contact', async () => {
    const company = await testCompany()
    const { after } = await run(
      company,
      'a.vcf',
      'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Conti;Anna;;;\r\nFN:Anna Conti\r\nORG:Bellandi\r\nTEL;TYPE=WORK:+39 030 1234567\r\nEMAIL:anna@x.it\r\nEND:VCARD\r\n',
    )
    expect(after).toMatchObject({ format: 'vcard', progress: { detail: { created: 1 } } })
  })
})
