import { expect, test } from 'vitest'
import { type TestCompany, testCompany } from '#tests/company.ts'
import { upload } from '#tests/upload.ts'
import type { SearchAnswer } from './schema.ts'

async function shop(company: TestCompany) {
  const acme = await company.given.contact({ type: 'company', name: 'Officine Bianchetti S.r.l.' })
  const anna = await company.given.contact({ name: 'Anna Rossi', companyId: acme })
  const bruno = await company.given.contact({ name: 'Bruno Verdi' })
  const templateId = await company.given.template({ code: 'NOTE' })
  await company.db.updateTable('member').set({ salespersonId: null }).execute()
  const salespersonId = await company.given.salesperson({ code: 'LT' })
  const log = async (contactId: number, description: string, more: object = {}) =>
    (await company.post('/interactions', { contactIds: [contactId], templateId, salespersonId, description, ...more }))
      .body.entries[0].id as number
  return { acme, anna, bruno, log }
}
async function found(company: TestCompany, q: string, filters = ''): Promise<number[]> {
  const { body } = await company.get(`/search?q=${encodeURIComponent(q)}${filters}`)
  return (body as SearchAnswer).items.map(({ entry }) => entry.id)
}
const sentence = ({ sentence }: { sentence: { text: string; hit: boolean }[] }) =>
  sentence.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')

test('words are found in every form, in Italian and English, without regard to accents and capitals', async () => {
  const company = await testCompany()
  const { anna, bruno, log } = await shop(company)
  const invoice = await log(anna, 'Perché le fatture di maggio non quadrano')
  const meeting = await log(bruno, 'Met about the invoices he had missed')
  for (const q of ['fattura', 'FATTURE', 'perche', 'perché', 'fattu', 'quadrano maggio'])
    expect(await found(company, q), q).toEqual([invoice])
  for (const q of ['invoice', 'missing', 'INVOICES', 'invoi*']) expect(await found(company, q), q).toEqual([meeting])
  expect(await found(company, 'fattura giugno')).toEqual([])
  expect(await found(company, '"fatture di maggio"')).toEqual([invoice])
  expect(await found(company, '"maggio di fatture"')).toEqual([])
  expect(await found(company, '!!! & | ( " * :')).toEqual([])
})

test('names of contact and company find, also misspelt, and also after they change', async () => {
  const company = await testCompany()
  const { anna, acme, log } = await shop(company)
  const entry = await log(anna, 'Call')
  expect(await found(company, 'rossi')).toEqual([entry])
  expect(await found(company, 'bianchetti call')).toEqual([entry])
  const { body } = await company.get('/search?q=bianketti')
  expect([body.corrected, body.items.map((one: { entry: { id: number } }) => one.entry.id)]).toEqual([
    'bianchetti',
    [entry],
  ])
  const card = (await company.get(`/contacts/${acme}`)).body
  await company.patch(`/contacts/${acme}`, { name: 'Tornerie Neri' }, { version: card.version })
  await company.runJobs()
  expect(await found(company, 'tornerie')).toEqual([entry])
  expect(await found(company, '"bianchetti"')).toEqual([])
})

test('comments are found as long as they are there, the hit in its sentence', async () => {
  const company = await testCompany()
  const { anna, log } = await shop(company)
  const entry = await log(anna, 'Call', { comment: 'She asks for the blue catalogue of last year.' })
  const { body } = await company.get('/search?q=catalogues')
  expect(body.items[0].found.map(sentence)).toEqual(['She asks for the blue [catalogue] of last year.'])
  const { id } = (await company.get(`/interactions/${entry}`)).body.commentList[0]
  await company.patch(`/interactions/${entry}/comments/${id}`, { text: 'A red folder.' }, { version: 1 })
  expect([await found(company, 'catalogue'), await found(company, 'folder')]).toEqual([[], [entry]])
  const { undoId } = (await company.delete(`/interactions/${entry}/comments/${id}`)).body
  expect(await found(company, 'folder')).toEqual([])
  await company.post(`/undo/${undoId}`)
  expect(await found(company, 'folder')).toEqual([entry])
})

test('the text of a file finds every entry that it hangs on, with its place', async () => {
  const company = await testCompany()
  const { anna, bruno, log } = await shop(company)
  const attach = async () => [(await upload(company, 'offer.txt', 'We offer twelve turbines at a fair price.')).body.id]
  const first = await log(anna, 'Letter', { uploadIds: await attach() })
  expect(await found(company, 'turbine')).toEqual([])
  await company.runJobs()
  expect(await found(company, 'turbine')).toEqual([first])
  const second = await log(bruno, 'Letter again', { uploadIds: await attach() })
  expect(await found(company, 'turbine')).toEqual([second, first])
  const { body } = await company.get(`/search/found?q=turbine&ids=${first},${second}`)
  expect(body.items.map((one: { found: object[] }) => one.found[0])).toEqual([
    expect.objectContaining({ where: 'file', fileName: 'offer.txt' }),
    expect.objectContaining({ where: 'file', fileName: 'offer.txt' }),
  ])
})

test('long texts and long comments are searched from their beginning, and keep nobody from commenting', {
  timeout: 120_000,
}, async () => {
  const company = await testCompany()
  const { anna, log } = await shop(company)
  const words = (name: string, letters: number) =>
    `turbine ${Array.from({ length: letters / 8 }, (_, n) => name + String(n).padStart(6, '0')).join(' ')}`
  const file = (await upload(company, 'long.txt', words('x', 400_000))).body.id
  const chinese = Array.from({ length: 100_000 }, (_, n) => String.fromCodePoint(0x4e00 + ((n * 7919) % 20_000))).join(
    '',
  )
  const other = (await upload(company, 'chinese.txt', chinese.replaceAll(/.{7}/g, '$& '))).body.id
  const entry = await log(anna, 'Letter', { uploadIds: [file, other] })
  await company.runJobs()
  expect(await found(company, 'turbine')).toEqual([entry])
  for (const name of ['a', 'b', 'c', 'd', 'e'])
    expect(
      (await company.post(`/interactions/${entry}/comments`, { text: words(name, 9900).slice(0, 10_000) })).status,
    ).toBe(201)
  expect(await found(company, 'a000001 turbine')).toEqual([entry])
})

test('what stands in the description comes before what stands in a comment', async () => {
  const company = await testCompany()
  const { anna, log } = await shop(company)
  const named = await log(anna, 'The pump is broken')
  const mentioned = await log(anna, 'Call', { comment: 'Also of the pump.' })
  expect(await found(company, 'pump')).toEqual([named, mentioned])
})

test('STD nobody finds what is private to others; filters of the log narrow', async () => {
  const company = await testCompany()
  const { anna, bruno, log } = await shop(company)
  const open = await log(anna, 'Secret of the trade')
  const other = await log(bruno, 'Secret of the trade')
  const hidden = await log(anna, 'Secret of the trade', { private: true })
  await company.db
    .updateTable('interaction')
    .set({ userId: 77, salespersonId: null })
    .where('id', '=', hidden)
    .execute()
  expect(await found(company, 'secret')).toEqual([other, open])
  expect(await found(company, 'secret', `&contactId=${anna}`)).toEqual([open])
  expect(await found(company, 'secret', '&contactName=Bruno*')).toEqual([other])
  expect((await company.get(`/search/found?q=secret&ids=${hidden}`)).body.items).toEqual([])
  expect((await company.get('/search?q=secret&contactName=(a')).status).toBe(422)
})

test('the search can be lost and made again while in use', async () => {
  const company = await testCompany()
  const { anna, log } = await shop(company)
  const entry = await log(anna, 'A pump', { comment: 'and a valve' })
  await company.db.deleteFrom('interactionWords').execute()
  expect(await found(company, '"pump"')).toEqual([])
  expect((await company.post('/search/rebuild')).status).toBe(202)
  await company.runJobs()
  expect(await found(company, 'valve rossi pump')).toEqual([entry])
})
