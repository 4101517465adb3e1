import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { browserCompany, faultsOf } from '#tests/browser.ts'

const words = {
  en: {
    title: 'Import contacts',
    choose: 'Choose a file',
    columns: 'Columns',
    field: 'Fills',
    preview: '2 new · 0 there already · 1 refused',
    why: '1 × “bruno@” is not an e-mail address',
    run: 'Import 2 contacts',
    report: '2 brought in, 0 there already, 1 refused',
    refused: 'Refused rows as a file',
    refusal: '“bruno@” is not an e-mail address',
    toContacts: 'To the contacts',
    file: 'Name,Type,City,E-mail\nOfficine Bellandi,Company,Brescia,info@bellandi.it\nAnna Conti,Person,Bari,anna@bellandi.it\nBruno Dessì,Person,Cagliari,bruno@\n',
  },
  it: {
    title: 'Importa contatti',
    choose: 'Scegli un file',
    columns: 'Colonne',
    field: 'Riempie',
    preview: '2 nuovi · 0 ci sono già · 1 rifiutato',
    why: '1 × «bruno@» non è un indirizzo e-mail',
    run: 'Importa 2 contatti',
    report: 'Portati dentro: 2, c’erano già: 0, rifiutati: 1',
    refused: 'Righe rifiutate in un file',
    refusal: '«bruno@» non è un indirizzo e-mail',
    toContacts: 'Ai contatti',
    file: 'Nome;Tipo;Città;E-mail\nOfficine Bellandi;Società;Brescia;info@bellandi.it\nAnna Conti;Persona;Bari;anna@bellandi.it\nBruno Dessì;Persona;Cagliari;bruno@\n',
  },
} as const
const languages = ['en', 'it'] as const

const csv = (text: string, name = 'contacts.csv') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

test.each(languages)(
  'CON-025 a sheet is looked at, run, and its refused row comes back with the reason (%s)',
  async (language) => {
    const house = await browserCompany()
    const w = words[language]
    const page = await house.open('/import', { language })
    await page.getByRole('heading', { level: 1, name: w.title }).waitFor()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: w.choose }).click()
    await (await chooser).setFiles(csv(w.file))
    await page.getByText(w.preview).waitFor()
    await page.getByText(w.why).waitFor()
    await page.getByRole('cell', { name: /bruno@ / }).waitFor()
    expect(await house.count('contact')).toBe(0)

    await page.getByRole('button', { name: w.run }).click()
    await page.getByRole('button', { name: w.run }).waitFor({ state: 'detached' })
    await page.locator('main :focus').waitFor()
    await house.runJobs()
    await page.getByText(w.report).waitFor()
    expect(await house.count('contact')).toBe(2)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: w.refused }).click()
    const rows = (await readFile(await (await download).path(), 'utf8')).trim().split(/\r?\n/)
    expect(rows).toHaveLength(2)
    expect(rows[1]).toContain('Bruno Dessì')
    expect(rows[1]).toContain(w.refusal)

    await page.getByRole('button', { name: w.toContacts }).click()
    await page.getByRole('row', { name: /Anna Conti/ }).waitFor()
    expect(await page.getByRole('row', { name: /Bruno Dessì/ }).count()).toBe(0)
  },
)

test('what a column fills is chosen by hand, and the preview follows', async () => {
  const house = await browserCompany()
  const page = await house.open('/import')
  await page.locator('input[type=file]').setInputFiles(csv('Name,Where they sit\nAnna Conti,Bari\n'))
  await page.getByText('1 new ·').waitFor()
  await page.getByRole('combobox', { name: 'Fills: Where they sit' }).fill('City')
  await page.getByRole('option', { name: 'City' }).click()
  await page.getByRole('button', { name: 'Import 1 contact' }).click()
  await page.getByRole('heading', { name: 'Importing' }).waitFor()
  await house.runJobs()
  await page.getByText('1 brought in').waitFor()
  const { items } = (await house.get('/contacts')).body
  expect(items[0]).toMatchObject({ name: 'Anna Conti', city: 'Bari' })
})

test('a known contact is left alone, or added again when that is asked', async () => {
  const house = await browserCompany()
  await house.given.contact({ name: 'Anna Conti', email: 'anna@bellandi.it' })
  const page = await house.open('/import')
  await page.locator('input[type=file]').setInputFiles(csv('Name,E-mail\nAnna Conti,anna@bellandi.it\n'))
  await page.getByText('0 new · 1 there already').waitFor()
  expect(await page.getByRole('button', { name: /^Import 0/ }).isDisabled()).toBe(true)
  await page.getByRole('combobox', { name: 'Contacts that are there already' }).click()
  await page.getByRole('option', { name: 'add again' }).click()
  expect(await page.getByRole('button', { name: 'Import 1 contact' }).isEnabled()).toBe(true)
})

test('what a vCard holds stands there in words', async () => {
  const house = await browserCompany()
  const page = await house.open('/import', { language: 'it' })
  const card = 'BEGIN:VCARD\nVERSION:3.0\nFN:Anna Conti\nN:Conti;Anna;;;\nEND:VCARD\n'
  await page.locator('input[type=file]').setInputFiles(csv(card, 'anna.vcf'))
  await page.getByRole('combobox', { name: 'Riempie: Nome di battesimo' }).waitFor()
  await page.getByRole('columnheader', { name: 'Cognome' }).waitFor()
})

test.each([
  ['en', 'This is a PDF, not a table'],
  ['it', 'È un PDF, non una tabella'],
] as const)('a file that is no table says so, and another can be chosen (%s)', async (language, why) => {
  const house = await browserCompany()
  const page = await house.open('/import', { language })
  const box = page.locator('input[type=file]')
  await box.setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('%PDF-1.7\n1 0 obj\n') })
  await page.getByRole('alert').getByText(why).waitFor()
  await box.setInputFiles(csv(words[language].file))
  await page.getByText(words[language].preview).waitFor()
})

test.each([
  ['light', 390],
  ['dark', 1440],
] as const)('columns, preview and report have no fault in %s at %d px', async (scheme, width) => {
  const house = await browserCompany()
  const page = await house.open('/import', { scheme, width })
  await page.locator('input[type=file]').setInputFiles(csv(words.en.file))
  await page.getByText(words.en.preview).waitFor()
  expect(await faultsOf(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
  await page.getByRole('button', { name: words.en.run }).click()
  await page.getByRole('heading', { name: 'Importing' }).waitFor()
  await house.runJobs()
  await page.getByText(words.en.report).waitFor()
  expect(await faultsOf(page)).toEqual([])
})
