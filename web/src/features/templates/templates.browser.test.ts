import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { browserCompany } from '#tests/browser.ts'

const words = {
  en: {
    create: 'Create',
    closing: 'Close for new entries',
    undo: 'Undo',
    remove: 'Delete',
    history: 'History',
    saved: 'Saved by itself',
    taken: /^The code .+ is taken already$|^This language is there already$/,
    closed: 'Closed',
  },
  it: {
    create: 'Crea',
    closing: 'Chiudi per le nuove registrazioni',
    undo: 'Torna indietro',
    remove: 'Elimina',
    history: 'Storia modifiche',
    saved: 'Salvato da solo',
    taken: /Il codice .+ esiste già/,
    closed: 'Chiuso',
  },
} as const

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })
const told = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text })

const setUps = [
  ['INT-001 groups', 'en', '/groups', 'Interaction Groups', 'Code', 'Description', 'VISITS'],
  ['INT-001 groups', 'it', '/groups', 'Gruppi interazione', 'Codice', 'Descrizione', 'VISITE'],
  ['salespeople', 'en', '/salespeople', 'Salespeople', 'Code', 'Name', 'MD'],
  ['languages', 'en', '/languages', 'Languages', 'Code (BCP 47)', 'Name', 'pt-BR'],
] as const

test.each(setUps)(
  '%s (%s, %s): made with N, a taken code is refused, edited, closed and opened again, deleted',
  async (_, language, path, title, codeLabel, nameLabel, code) => {
    const house = await browserCompany()
    const w = words[language]
    const page = await house.open(path, { language })
    const dialog = page.getByRole('dialog')
    const make = async () => {
      await heading(page, title).waitFor()
      await page.keyboard.press('n')
      await dialog.getByRole('textbox', { name: codeLabel }).fill(code)
      await dialog.getByRole('textbox', { name: nameLabel }).fill('First name')
      await page.keyboard.press('Enter')
    }
    await make()
    await heading(page, 'First name').waitFor()
    await page.goto(path)
    await make()
    await dialog.getByText(w.taken).waitFor()
    expect(await dialog.getByRole('textbox', { name: codeLabel }).getAttribute('aria-invalid')).toBe('true')
    await page.keyboard.press('Escape')
    await page.getByRole('row', { name: new RegExp(code, 'i') }).dblclick()

    const name = page.getByRole('textbox', { name: nameLabel })
    await name.fill('Second name')
    await page.keyboard.press('Tab')
    await page.getByText(w.saved).waitFor()
    await heading(page, 'Second name').waitFor()
    await page.getByRole('tab', { name: w.history }).click()
    await page.getByRole('deletion').filter({ hasText: 'First name' }).waitFor()
    await page.getByRole('insertion').filter({ hasText: 'Second name' }).waitFor()

    await page.getByRole('button', { name: w.closing }).click()
    await page.getByRole('button', { name: w.closing }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: w.undo }).click()
    await page.getByRole('button', { name: w.closing }).waitFor()
    await page.getByRole('button', { name: w.remove }).click()
    await heading(page, title).waitFor()
    await page.getByRole('row', { name: new RegExp(code, 'i') }).waitFor({ state: 'detached' })
  },
)

const template = {
  en: {
    title: 'Interaction Templates',
    field: { code: 'Code', description: 'Description', group: 'Group', kind: 'Kind', cost: 'Unit cost' },
    call: 'Call',
    outOfRange: 'Outside of what is allowed',
    typed: '12.50',
    content: /^Languages and content/,
    addLanguage: 'Add language',
    language: 'Inglese',
    upload: 'Upload',
    fileChanged: 'File changed',
    removeFile: 'Remove file',
    removeLanguage: 'Remove language',
    languageRemoved: 'Language removed',
    none: 'No content yet',
    noFile: 'no file',
  },
  it: {
    title: 'Modelli interazione',
    field: { code: 'Codice', description: 'Descrizione', group: 'Gruppo', kind: 'Tipo', cost: 'Costo unitario' },
    call: 'Chiamata',
    outOfRange: 'Fuori da quanto è ammesso',
    typed: '12,50',
    content: /^Lingue e contenuto/,
    addLanguage: 'Aggiungi lingua',
    language: 'Italiano',
    upload: 'Carica',
    fileChanged: 'File cambiato',
    removeFile: 'Rimuovi file',
    removeLanguage: 'Togli lingua',
    languageRemoved: 'Lingua tolta',
    none: 'Ancora nessun contenuto',
    noFile: 'nessun file',
  },
} as const
const languages = ['en', 'it'] as const

test.each(languages)(
  'INT-020 INT-022 a template is made by its dialog; a cost below zero is refused at its field (%s)',
  async (language) => {
    const house = await browserCompany()
    const w = template[language]
    const page = await house.open('/templates', { language })
    await heading(page, w.title).waitFor()
    await page.keyboard.press('n')
    const dialog = page.getByRole('dialog')
    const create = dialog.getByRole('button', { name: words[language].create })
    await create.click()
    const code = dialog.getByRole('textbox', { name: w.field.code })
    await expect.poll(() => code.getAttribute('aria-invalid')).toBe('true')
    await code.fill('sample')
    await dialog.getByRole('textbox', { name: w.field.description }).fill('Sample call')
    await dialog.getByRole('combobox', { name: w.field.group }).click()
    await page.getByRole('option', { name: /TELEFONO/ }).click()
    await dialog.getByRole('combobox', { name: w.field.kind }).click()
    await page.getByRole('option', { name: w.call, exact: true }).click()
    await create.click()
    await heading(page, 'Sample call').waitFor()

    const cost = page.getByRole('textbox', { name: w.field.cost })
    await cost.fill('-1')
    await page.keyboard.press('Tab')
    await page.getByText(w.outOfRange).waitFor()
    expect(await cost.getAttribute('aria-invalid')).toBe('true')
    await cost.fill(w.typed)
    await page.keyboard.press('Tab')
    await page.getByText(words[language].saved).waitFor()
    const { items } = (await house.get('/interaction-templates')).body
    const made = items.find((one: { code: string }) => one.code === 'SAMPLE')
    expect(Number(made.unitCost)).toBe(12.5)
    await expect.poll(() => cost.inputValue()).toBe(w.typed)
  },
)

test.each(languages)(
  'INT-060 INT-066 INT-078 INT-080 a language gets a file, loses it, goes, and comes back (%s)',
  async (language) => {
    const house = await browserCompany()
    const id = await house.given.template({ description: 'Offer' })
    const w = template[language]
    const files = async () =>
      (await house.get(`/interaction-templates/${id}`)).body.languages.map(
        ({ attachment }: { attachment: { name: string } | null }) => attachment?.name ?? null,
      )
    const page = await house.open(`/templates/${id}`, { language })
    await page.getByRole('tab', { name: w.content }).click()
    await page.getByRole('combobox', { name: w.addLanguage }).click()
    await page.getByRole('option', { name: w.language }).click()
    const row = page.getByRole('region', { name: w.language })
    await row.getByText(w.noFile).waitFor()

    const chooser = page.waitForEvent('filechooser')
    await row.getByRole('button', { name: w.upload }).click()
    await (await chooser).setFiles({ name: 'offer.txt', mimeType: 'text/plain', buffer: Buffer.from('Dear Anna') })
    await told(page, w.fileChanged).waitFor()
    await row.getByText(/\.txt/).waitFor()
    expect(await files()).toEqual(['offer.txt'])

    await row.getByRole('button', { name: w.removeFile }).click()
    await row.getByText(w.noFile).waitFor()
    expect(await files()).toEqual([null])
    await row.getByRole('button', { name: w.removeLanguage }).click()
    await page.getByText(w.none).waitFor()
    expect(await files()).toEqual([])
    await told(page, w.languageRemoved).waitFor()
    await page.getByRole('button', { name: words[language].undo }).click()
    await row.getByText(w.noFile).waitFor()
    expect(await files()).toEqual([null])
  },
)
