import { expect, test } from 'vitest'
import { type BrowserCompany, browserCompany, faultsOf } from '#tests/browser.ts'
import { pageText, pdfOf } from '#tests/made-files.ts'
import { upload } from '#tests/upload.ts'

const words = {
  en: {
    palette: 'Search, or tell me what you want to do',
    log: 'Interaction Log Entries',
    comment: 'comment',
    looked: 'Looked for: bianchetti',
    all: 'All in the log',
  },
  it: {
    palette: 'Cerca, o dimmi cosa vuoi fare',
    log: 'Movimenti log interazione',
    comment: 'commento',
    looked: 'Cercato: bianchetti',
    all: 'Tutte nel log',
  },
} as const
const languages = ['en', 'it'] as const

const pages = ['Good morning.', 'Our terms.', 'We offer twelve turbines at a fair price.']

/** Entries of Anna at Bianchetti: one with a comment, one with a file. */
async function shop(house: BrowserCompany) {
  const { given, post, runJobs } = house
  const acme = await given.contact({ type: 'company', name: 'Officine Bianchetti S.r.l.' })
  const anna = await given.contact({ name: 'Anna Rossi', companyId: acme })
  const templateId = await given.template({ code: 'NOTE' })
  const salespersonId = await given.salesperson({ code: 'MD' })
  const log = (description: string, more: object = {}) =>
    post('/interactions', { contactIds: [anna], templateId, salespersonId, description, ...more })
  await log('Call about valves')
  await log('Call', { comment: 'She asks for the blue catalogue of last year. Then she hung up.' })
  const { body } = await upload(house, 'offerta.pdf', pdfOf(pages.map(pageText)))
  await log('Offer sent', { uploadIds: [body.id] })
  await runJobs()
}

test.each(languages)(
  'the palette and the log show a hit in its sentence, and where it stands (%s)',
  async (language) => {
    const house = await browserCompany()
    await shop(house)
    const w = words[language]
    const page = await house.open('/', { language })
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('Control+k')
    const box = page.getByRole('combobox', { name: w.palette })
    await box.fill('bianketti')
    await page.getByText(w.looked).first().waitFor()
    await box.fill('catalogues')
    const option = page.getByRole('option').filter({ hasText: 'blue catalogue of last year' })
    await option.getByText(w.comment).waitFor()
    expect(await option.locator('mark').allTextContents()).toEqual(['catalogue'])
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('option', { name: w.all }).click()

    await page.getByRole('heading', { level: 1, name: w.log }).waitFor()
    expect(new URL(page.url()).searchParams.get('q')).toBe('catalogues')
    const row = page.getByRole('row').filter({ hasText: 'blue catalogue of last year' })
    await row.getByText(w.comment).waitFor()
    expect(await row.locator('mark').allTextContents()).toEqual(['catalogue'])
    expect(await faultsOf(page)).toEqual([])
  },
)

test.each([
  ['light', 1440],
  ['dark', 390],
] as const)('a hit in a file is shown under its entry with file and page (%s, %i)', async (scheme, width) => {
  const house = await browserCompany()
  await shop(house)
  const page = await house.open('/interactions?q=turbine', { scheme, width })
  const row = page.getByRole('row').filter({ hasText: 'Offer sent' })
  await row.getByText('offerta.pdf, p. 3').waitFor()
  expect(await row.locator('mark').allTextContents()).toEqual(['turbines'])
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('searchbox', { name: 'Search texts and names' }).fill('offers')
  await page.getByRole('row').locator('mark').getByText('Offer', { exact: true }).waitFor()
})
