import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { browserCompany, faultsOf } from '#tests/browser.ts'

const words = {
  en: {
    title: 'Statistics',
    log: 'Interaction Log Entries',
    number: 'Visit: show 12',
    table: 'Figures by Template',
    byDay: 'By day and kind',
    first: '1 Jan 2026',
    good: '75 %',
    by: 'Told apart by',
  },
  it: {
    title: 'Statistiche',
    log: 'Movimenti log interazione',
    number: 'Visit: mostra 12',
    table: 'Cifre per Modello',
    byDay: 'Per giorno e tipo',
    first: '01/01/2026',
    good: '75 %',
    by: 'Distinte per',
  },
} as const
const JANUARY = 'period=2026-01-01..2026-01-31'

/** Twelve visits of Marco, evaluated, nine of them well, and three calls of nobody, in January 2026. */
async function filled() {
  const house = await browserCompany()
  const { given } = house
  const group = await given.group({ code: 'VISITS', description: 'Visits' })
  const visit = await given.template({ code: 'VISIT', description: 'Visit', kind: 'meeting', groupId: group })
  const call = await given.template({ code: 'RING', description: 'Ring' })
  const salespersonId = await given.salesperson({ code: 'MD', name: 'Marco Dessì' })
  const companyId = await given.contact({ type: 'company', name: 'Officine Bellandi S.p.A.' })
  const contactId = await given.contact({ name: 'Anna Conti', companyId })
  const visits = await given.interactions({ contactId, companyId, templateId: visit, salespersonId, count: 12 })
  await given.interactions({ contactId, companyId, templateId: call, count: 3 })
  await given.interactions({ contactId, companyId, templateId: call, count: 1, canceled: true })
  for (const [grade, ids] of [
    [1, visits.slice(0, 9)],
    [4, visits.slice(9)],
  ] as const)
    await house.db.updateTable('interaction').set({ evaluation: grade }).where('id', 'in', ids).execute()
  return { ...house, group, contactId, companyId, salespersonId }
}
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })
/** Rows of the log's grid, without its head. */
const entriesShown = async (page: Page, count: number) => {
  await page.getByRole('grid').waitFor()
  await expect.poll(() => page.getByRole('row').filter({ hasText: 'Anna Conti' }).count()).toBe(count)
}

test.each(['en', 'it'] as const)(
  'INT-500 INT-501 INT-505 figures, plots, tables; each number leads to its entries (%s)',
  async (language) => {
    const house = await filled()
    const w = words[language]
    const page = await house.open(`/statistics?${JANUARY}`, { language })
    await heading(page, w.title).waitFor()
    await page.getByRole('img', { name: w.byDay }).waitFor()
    await page.getByRole('row', { name: /Visit/ }).getByText(w.good).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('link', { name: w.number }).click()
    await heading(page, w.log).waitFor()
    await entriesShown(page, 12)
    expect(decodeURIComponent(page.url())).toContain('occurredAt=2026-01-01..2026-01-31')

    await page.goBack()
    await page.getByRole('img', { name: w.byDay }).waitFor()
    await page.keyboard.press('v')
    const days = page.getByRole('table', { name: w.byDay })
    await days.getByRole('row', { name: w.first }).getByRole('link', { name: '15' }).click()
    await entriesShown(page, 15)

    await page.goto(`/statistics?tab=salespeople&${JANUARY}`)
    const marco = page.getByRole('row', { name: /^Marco Dessì/ })
    await marco.getByRole('link', { name: /12/ }).waitFor()
    expect(await marco.textContent()).toContain('10 min')
    const night = await house.open(`/statistics?plots=tables&${JANUARY}`, { language, scheme: 'dark' })
    await night.getByRole('table', { name: w.table }).waitFor()
    expect(await faultsOf(night)).toEqual([])
  },
)

test('a piece of a bar leads to its entries', async () => {
  const house = await filled()
  const page = await house.open(`/statistics?${JANUARY}`)
  await page.locator('.recharts-bar-rectangle path').first().click()
  await heading(page, 'Interaction Log Entries').waitFor()
  await entriesShown(page, 3)
  expect(page.url()).toContain('kind=call')
})

test('the period is chosen or typed, a wrong one explained at its place; it stays in the address from tab to tab', async () => {
  const house = await filled()
  const page = await house.open(`/statistics?${JANUARY}&tab=templates`)
  await page.getByText('All', { exact: true }).click()
  await page.getByText('All days').first().waitFor()
  expect(page.url()).toContain('period=all')
  await page.getByText('Group as logged', { exact: true }).first().click()
  await page.getByRole('link', { name: 'Visits: show 12' }).waitFor()
  await page.getByRole('button', { name: /^Period/ }).click()
  const days = page.getByRole('textbox', { name: 'Days' })
  await days.fill('31/02/2026')
  await page.getByRole('button', { name: /28\/2\/2026/ }).waitFor()
  await days.fill('2026-01-01..2026-01-02|2026-01-05')
  await page.getByText('A period is one stretch of days').waitFor()
  expect(page.url()).toContain('period=all')
  await days.fill('1/2/2026..28/2/2026')
  await page.getByText('Nothing was recorded in these days.').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Contacts' }).last().click()
  const tabs = page.getByRole('navigation', { name: 'Statistics of' })
  expect(await tabs.locator('[aria-current=page]').allTextContents()).toEqual(['Contacts'])
  await page.getByText('1 Feb 2026 – 28 Feb 2026, compared with 1 Jan 2026 – 31 Jan 2026').waitFor()
  await page.getByRole('button', { name: 'Show all days' }).click()
  await page.getByRole('link', { name: 'Officine Bellandi S.p.A.: show 15' }).click()
  await entriesShown(page, 15)
})

test.each(['en', 'it'] as const)(
  'on a phone: figures, a plot, and a row for each template as an item (%s)',
  async (language) => {
    const house = await filled()
    const w = words[language]
    const page = await house.open(`/statistics?${JANUARY}`, {
      language,
      width: 390,
      scheme: language === 'it' ? 'dark' : 'light',
    })
    await page.getByRole('link', { name: w.number }).waitFor()
    expect(await page.evaluate('document.querySelector("main").scrollWidth')).toBeLessThanOrEqual(390)
    expect(await faultsOf(page)).toEqual([])
    await page.getByLabel(w.by).selectOption('evaluation')
    await page
      .getByRole('listitem')
      .filter({ hasText: language === 'it' ? 'Molto positiva' : 'Very positive' })
      .last()
      .waitFor()
    await page.getByRole('link', { name: /: (show|mostra) 9$/ }).click()
    await heading(page, w.log).waitFor()
    await expect.poll(() => page.getByText('Anna Conti').count()).toBe(9)
  },
)

test('printed, it shows period, company and the tables of the plots, in light colours and without the frame', async () => {
  const house = await filled()
  const page = await house.open(`/statistics?${JANUARY}`, { scheme: 'dark' })
  await page.evaluate("window.print = () => window.dispatchEvent(new Event('beforeprint'))")
  await page.getByRole('button', { name: 'Print' }).click()
  expect(await page.evaluate('document.documentElement.dataset.mantineColorScheme')).toBe('light')
  await page.emulateMedia({ media: 'print' })
  await page.getByText('Adriatica S.r.l., printed on').waitFor()
  await page.getByRole('table', { name: 'By day and kind' }).waitFor()
  await page.getByRole('table', { name: 'How it went, by salesperson' }).waitFor()
  expect(await page.getByRole('navigation').count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Export' }).count()).toBe(0)
  expect(await page.evaluate('document.querySelector("main").clientHeight')).toBeGreaterThan(900)
  await page.evaluate("window.dispatchEvent(new Event('afterprint'))")
  expect(await page.evaluate('document.documentElement.dataset.mantineColorScheme')).toBe('dark')
})

test('INT-511 a group, a salesperson and a contact lead to their figures, of all days, and the owner can be taken off', async () => {
  const house = await filled()
  for (const path of [
    `/groups/${house.group}`,
    `/salespeople/${house.salespersonId}`,
    `/contacts/${house.companyId}`,
  ]) {
    const page = await house.open(path)
    await page.locator('main').getByRole('link', { name: 'Statistics' }).click()
    await heading(page, 'Statistics').waitFor()
    await page.getByText('All days').first().waitFor()
    await page.getByRole('link', { name: 'Visit: show 12' }).waitFor()
  }
  const page = await house.open(`/statistics?groupId=${house.group}&period=all`)
  await page.getByRole('button', { name: 'Remove: Visits' }).click()
  await page.getByRole('link', { name: 'Ring: show 3' }).waitFor()
})
