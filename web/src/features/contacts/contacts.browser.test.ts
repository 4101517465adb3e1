import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type BrowserCompany, browserCompany, faultsOf } from '#tests/browser.ts'

const words = {
  en: {
    title: 'Contacts',
    person: 'Person',
    name: 'Name',
    company: 'Company',
    open: 'Create and open',
    details: 'Details',
    history: 'History',
    changed: 'Changed',
    notAnAddress: 'anna@ is not an e-mail address',
    saved: 'Saved by itself',
  },
  it: {
    title: 'Contatti',
    person: 'Persona',
    name: 'Nome',
    company: 'Società',
    open: 'Crea e apri',
    details: 'Dettagli',
    history: 'Storia modifiche',
    changed: 'Cambiato',
    notAnAddress: 'anna@ non è un indirizzo e-mail',
    saved: 'Salvato da solo',
  },
} as const
const languages = ['en', 'it'] as const

/** The list of contacts, read. */
async function listOf(house: BrowserCompany, look: Parameters<BrowserCompany['open']>[1] = {}, path = '/contacts') {
  const page = await house.open(path, look)
  await page.getByRole('heading', { level: 1, name: words[look?.language ?? 'en'].title }).waitFor()
  return page
}
const emailOf = (page: Page) => page.getByRole('textbox', { name: 'E-mail', exact: true })
const widthOf = (page: Page) => page.evaluate('document.documentElement.scrollWidth')

test.each(languages)(
  'CON-014 CON-016 a company and its person are made with N and stand in the list (%s)',
  async (language) => {
    const house = await browserCompany()
    const w = words[language]
    const page = await listOf(house, { language })
    const dialog = page.getByRole('dialog')
    await page.keyboard.press('n')
    await dialog.getByRole('textbox', { name: w.name }).fill('Officine Bellandi')
    await dialog.getByRole('button', { name: w.open }).click()
    await page.getByRole('heading', { level: 1, name: 'Officine Bellandi' }).waitFor()

    await page.goto('/contacts')
    await page.getByRole('row', { name: /Officine Bellandi/ }).waitFor()
    await page.keyboard.press('n')
    await dialog.getByText(w.person, { exact: true }).click()
    await dialog.getByRole('textbox', { name: w.name }).fill('Anna Conti')
    await dialog.getByRole('combobox', { name: w.company }).fill('Bellan')
    await page.getByRole('option', { name: 'Officine Bellandi' }).click()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Anna Conti' }).waitFor()

    await page.goto('/contacts')
    await page.getByRole('row', { name: /Anna Conti.*Officine Bellandi/ }).waitFor()
    expect(await page.getByRole('row').count()).toBe(3)
    const { items } = (await house.get('/contacts?type=person')).body
    const { firstName, surname } = (await house.get(`/contacts/${items[0].id}`)).body
    expect({ firstName, surname }).toEqual({ firstName: 'Anna', surname: 'Conti' })
  },
)

test('CON-025 an impossible e-mail is refused at its field in the dialog, and no contact is made', async () => {
  const house = await browserCompany()
  const page = await listOf(house)
  const dialog = page.getByRole('dialog')
  await page.keyboard.press('n')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Anna Conti')
  await emailOf(page).fill('anna@')
  await emailOf(page).press('Enter')
  await dialog.getByText(words.en.notAnAddress).waitFor()
  expect(await emailOf(page).getAttribute('aria-invalid')).toBe('true')
  expect(await house.count('contact')).toBe(0)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

test.each(languages)(
  'CON-008 CON-025 a field saves itself on leaving, a bad value stays out, the history tells before and after (%s)',
  async (language) => {
    const house = await browserCompany()
    const id = await house.given.contact({ name: 'Anna Conti', email: 'conti@adriatica.it' })
    const w = words[language]
    const stored = async () => (await house.get(`/contacts/${id}`)).body.email
    const page = await house.open(`/contacts/${id}`, { language })
    await page.getByRole('tab', { name: w.details }).click()
    await emailOf(page).fill('anna@')
    await page.keyboard.press('Tab')
    await page.getByText(w.notAnAddress).waitFor()
    expect(await emailOf(page).getAttribute('aria-invalid')).toBe('true')
    expect(await stored()).toBe('conti@adriatica.it')
    await emailOf(page).fill('anna@adriatica.it')
    await page.keyboard.press('Tab')
    await page.getByText(w.saved).waitFor()
    expect(await stored()).toBe('anna@adriatica.it')
    await page.getByRole('tab', { name: w.history }).click()
    const act = page.getByRole('listitem').filter({ hasText: w.changed })
    await act.getByText('Lina Torresi').waitFor()
    await act.getByRole('deletion').filter({ hasText: 'conti@adriatica.it' }).waitFor()
    await act.getByRole('insertion').filter({ hasText: 'anna@adriatica.it' }).waitFor()
  },
)

test('two who change a field at once are shown both texts, and one of them is chosen', async () => {
  const house = await browserCompany()
  const id = await house.given.contact({ name: 'Anna Conti', city: 'Bari' })
  const page = await house.open(`/contacts/${id}?tab=details`)
  const city = page.getByRole('textbox', { name: 'City' })
  await city.fill('Brescia')
  const { version } = (await house.get(`/contacts/${id}`)).body
  await house.patch(`/contacts/${id}`, { city: 'Bergamo' }, { version })
  await page.keyboard.press('Tab')
  await page.getByText('Bergamo').waitFor()
  expect((await house.get(`/contacts/${id}`)).body.city).toBe('Bergamo')
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await page.getByText(words.en.saved).waitFor()
  expect((await house.get(`/contacts/${id}`)).body.city).toBe('Brescia')
})

test('FLT-021 the list is filtered by name in the pane, and the address keeps it', async () => {
  const house = await browserCompany()
  await house.given.contact({ name: 'Anna Conti' })
  await house.given.contact({ name: 'Bruno Dessì' })
  const page = await listOf(house)
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) })
  await row('Anna Conti').waitFor()
  await page.keyboard.press('f')
  await page.getByRole('textbox', { name: 'Name' }).fill('Anna*')
  await row('Bruno Dessì').waitFor({ state: 'detached' })
  await row('Anna Conti').waitFor()
  await page.reload()
  await row('Anna Conti').waitFor()
  expect(await row('Bruno Dessì').count()).toBe(0)
  await page.getByRole('search').getByRole('button', { name: 'Clear Name' }).click()
  await row('Bruno Dessì').waitFor()
})

test('CON-091 whom privacy blocks is not called, until the block is lifted or taken back', async () => {
  const house = await browserCompany()
  const id = await house.given.contact({ name: 'Anna Conti' })
  const page = await house.open(`/contacts/${id}`)
  const call = page.getByRole('button', { name: /^Call/ })
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Block for privacy' }).click()
  await page.getByText('Nothing can be sent or logged').waitFor()
  expect(await call.isDisabled()).toBe(true)
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Nothing can be sent or logged').waitFor({ state: 'detached' })
  expect(await call.isDisabled()).toBe(false)
})

test.each(languages)('on a phone the list shows its contacts and never scrolls sideways (%s)', async (language) => {
  const house = await browserCompany()
  const companyId = await house.given.contact({
    type: 'company',
    name: 'Officine Meccaniche Fratelli Bellandi & Compagnia di Brescia S.p.A.',
  })
  await house.given.contact({ name: 'Anna Conti', companyId, email: 'anna@adriatica.it' })
  const page = await listOf(house, { language, width: 390 })
  await page.getByRole('link', { name: 'Anna Conti' }).waitFor()
  expect(await widthOf(page)).toBe(390)
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('link', { name: 'Anna Conti' }).tap()
  await page.getByRole('heading', { level: 1, name: 'Anna Conti' }).waitFor()
  await page.getByRole('tab', { name: words[language].details }).tap()
  await emailOf(page).waitFor()
  expect(await widthOf(page)).toBe(390)
})
