import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type BrowserCompany, browserCompany, faultsOf } from '#tests/browser.ts'

const words = {
  en: {
    title: 'Interaction Log Entries',
    positive: 'Positive',
    canceled: 'Canceled',
    canceledOne: '1 entry canceled',
    undo: 'Undo',
  },
  it: {
    title: 'Movimenti log interazione',
    positive: 'Positiva',
    canceled: 'Annullata',
    canceledOne: '1 movimento annullato',
    undo: 'Torna indietro',
  },
} as const
const languages = ['en', 'it'] as const

/** What the foot of the page says was done. */
const told = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text })

/** Three entries of Anna at ACME, the newest is "Entry 3". */
async function log(house: BrowserCompany, count = 3) {
  const { given } = house
  const acme = await given.contact({ type: 'company', name: 'ACME S.p.A.' })
  const anna = await given.contact({ name: 'Anna Conti', companyId: acme })
  const templateId = await given.template({ code: 'CALL' })
  return given.interactions({ contactId: anna, companyId: acme, templateId, count })
}

test.each(languages)('INT-330 INT-340 the list evaluates, cancels and takes back by key (%s)', async (language) => {
  const house = await browserCompany()
  await log(house)
  const w = words[language]
  const page = await house.open('/interactions', { language })
  await page.getByRole('heading', { level: 1, name: w.title }).waitFor()
  const row = page.getByRole('row', { name: /Entry 3/ })
  await row.focus()
  await page.keyboard.press('2')
  await row.getByText(w.positive, { exact: true }).waitFor()
  await page.keyboard.press('Delete')
  await row.getByText(w.canceled, { exact: true }).waitFor()
  await told(page, w.canceledOne).waitFor()
  await page.getByRole('button', { name: w.undo }).click()
  await row.getByText(w.canceled, { exact: true }).waitFor({ state: 'detached' })
  await row.getByText(w.positive, { exact: true }).waitFor()
  await row.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Entry 3' }).waitFor()
})

test('FLT-021 a link shows the same view; a faulty expression is explained and the filter before it stays', async () => {
  const house = await browserCompany()
  await log(house)
  const page = await house.open('/interactions?description=Entry+2&pane=1')
  await page.getByRole('row', { name: /Entry 2/ }).waitFor()
  expect(await page.getByRole('row', { name: /Entry 3/ }).count()).toBe(0)
  const box = page.getByRole('textbox', { name: 'Description' })
  if (!(await box.isVisible())) await page.keyboard.press('f')
  await box.fill('(Entry 1|Entry 3')
  await box.press('Enter')
  await page.getByRole('alert').getByRole('button').click()
  await page.getByRole('row', { name: /Entry 3/ }).waitFor()
  await page.getByRole('row', { name: /Entry 2/ }).waitFor({ state: 'detached' })
})

test('several entries are given to a salesperson at once; without one the form says so at its field', async () => {
  const house = await browserCompany()
  await house.given.salesperson({ code: 'MD', name: 'Marco Dessì' })
  await log(house)
  const page = await house.open('/interactions')
  const row = (n: number) => page.getByRole('row', { name: new RegExp(`Entry ${n}`) })
  await row(3).focus()
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowDown')
  await page.getByRole('toolbar').getByRole('button', { name: 'Assign' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /Assign/ }).click()
  await dialog.getByText('Choose a salesperson').waitFor()
  await dialog.getByRole('combobox', { name: 'Salesperson' }).click()
  await page.getByRole('option', { name: /Marco/ }).click()
  await page.keyboard.press('Control+Enter')
  await told(page, '2 entries assigned').waitFor()
  await row(2).getByTitle('Marco Dessì').waitFor()
  expect(await row(1).getByTitle('Marco Dessì').count()).toBe(0)
})

test('INT-330 INT-350 an entry is commented, canceled with a reason and restored; its history says so', async () => {
  const house = await browserCompany()
  const [, , id] = await log(house)
  const page = await house.open(`/i/${id}`)
  const box = page.getByRole('textbox', { name: 'Write a comment' })
  await page.getByRole('heading', { level: 1, name: 'Entry 3' }).waitFor()
  await page.getByRole('button', { name: /^Comment/ }).click()
  await page.getByText('The comment is empty.').waitFor()
  await page.getByRole('heading', { level: 1 }).focus()
  await page.keyboard.press('Shift+C')
  await box.pressSequentially('She wants forty')
  await page.keyboard.press('Control+Enter')
  const comment = page.getByRole('listitem').filter({ hasText: 'She wants' })
  await comment.getByText('She wants forty').waitFor()
  await comment.getByRole('button', { name: /^Edit/ }).click()
  await comment.getByRole('textbox').fill('She wants fifty')
  await comment.getByRole('button', { name: /^Save/ }).click()
  await comment.getByText('She wants fifty').waitFor()
  await comment.getByRole('button', { name: /^Remove/ }).click()
  await comment.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await comment.getByText('She wants fifty').waitFor()

  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Cancel, say why' }).click()
  await page.getByRole('textbox', { name: 'Reason' }).fill('wrong company')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/Canceled by Lina Torresi on .*: wrong company\. Not counted\./).waitFor()
  await page.getByRole('button', { name: 'Restore' }).click()
  await page.getByText(/Not counted/).waitFor({ state: 'detached' })
  await page.getByRole('tab', { name: 'History' }).click()
  for (const act of ['Restored', 'Canceled', 'Commented']) await page.getByText(act, { exact: true }).first().waitFor()
})

test('an act that takes its button away leaves the focus beside it; a dialog gives it back', async () => {
  const house = await browserCompany()
  const [id] = await log(house)
  const page = await house.open(`/i/${id}`)
  const focused = (name: string) => page.getByRole('button', { name }).and(page.locator(':focus'))
  await page.getByRole('button', { name: 'Cancel' }).press('Enter')
  await focused('Restore').waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'More' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Cancel, say why' }).press('Enter')
  await page.getByRole('textbox', { name: 'Reason' }).press('Escape')
  await focused('More').waitFor()
})

test('INT-400 canceled entries are deleted only after the preview was read, and the end is reported', async () => {
  const house = await browserCompany()
  const [first, second] = await log(house)
  await house.post('/interactions/cancellations', { ids: [first, second] })
  const page = await house.open('/interactions/delete-canceled')
  const run = page.getByRole('button', { name: 'Delete 2 entries' })
  await run.waitFor()
  expect(await run.isDisabled()).toBe(true)
  expect(await faultsOf(page)).toEqual([])
  await page.getByText('1 entry is not canceled').waitFor()
  await page.getByRole('checkbox', { name: 'I have read it' }).check()
  await run.click()
  await page.getByRole('heading', { name: 'Deleting canceled entries' }).waitFor()
  await house.runJobs()
  await page.getByText(/2 entries deleted by Lina Torresi/).waitFor()
  await page.getByRole('button', { name: 'New preview' }).click()
  await page.getByText('No canceled entries match. Nothing to delete.').waitFor()
})

test.each([
  ['en', 'dark', 1440],
  ['it', 'light', 390],
] as const)('list and entry have no fault in %s, %s, at %d px', async (language, scheme, width) => {
  const house = await browserCompany()
  const [id = 0, other = 0] = await log(house)
  await house.post('/interactions/cancellations', { ids: [other] })
  const page = await house.open('/interactions', { language, scheme, width })
  await page.getByText('Entry 3').first().waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.goto(`/i/${id}`)
  await page.getByRole('heading', { level: 1, name: 'Entry 1' }).waitFor()
  await page.getByRole('button', { name: language === 'it' ? /^Positiva/ : /^Positive/ }).click()
  await told(page, language === 'it' ? '1 movimento valutato' : '1 entry evaluated').waitFor()
  expect(await faultsOf(page)).toEqual([])
  const wide = await page.evaluate('document.documentElement.scrollWidth')
  expect(wide).toBeLessThanOrEqual(width)
})
