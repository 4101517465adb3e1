import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type BrowserCompany, browserCompany, faultsOf } from '#tests/browser.ts'
import { lina } from '#tests/signed-in.ts'

const words = {
  en: {
    home: 'Welcome, Lina',
    signIn: 'Sign in',
    wrong: 'E-mail and password do not match',
    missing: 'The password is missing',
    eye: 'Show the password',
    menu: 'Your menu, Lina Torresi',
    signOut: 'Sign out',
    palette: 'Search, or tell me what you want to do',
    contacts: 'Contacts',
    templates: 'Interaction Templates',
    keys: 'Keys',
    nothing: 'Nothing is here',
    unknown: '“qwertyuiop”',
    start: 'To the start',
  },
  it: {
    home: 'Ciao, Lina',
    signIn: 'Accedi',
    wrong: 'E-mail e password non corrispondono',
    missing: 'Manca la password',
    eye: 'Mostra la password',
    menu: 'Il tuo menu, Lina Torresi',
    signOut: 'Esci',
    palette: 'Cerca, o dimmi cosa vuoi fare',
    contacts: 'Contatti',
    templates: 'Modelli interazione',
    keys: 'Tasti',
    nothing: 'Qui non c’è niente',
    unknown: '«qwertyuiop»',
    start: 'All’inizio',
  },
} as const
const languages = ['en', 'it'] as const

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })
const shown = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first()
const backgroundOf = (page: Page) => page.evaluate('getComputedStyle(document.body).backgroundColor')

test.each(languages)(
  'the way in: a wrong password is refused, the right one leads on, sign out leads back (%s)',
  async (language) => {
    const house = await browserCompany()
    const w = words[language]
    const page = await house.open('/', { language })
    await heading(page, w.home).waitFor()
    await page.context().clearCookies()
    await page.goto('/contacts')
    await heading(page, w.signIn).waitFor()
    const email = page.getByRole('textbox', { name: 'E-mail' })
    const password = page.locator('input[type=password]')
    await email.fill(lina.email)
    await password.press('Enter')
    await page.getByText(w.missing).waitFor()
    expect(await password.getAttribute('aria-invalid')).toBe('true')
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: w.eye }).and(page.locator(':focus')).waitFor()
    await password.fill('un cavallo sbagliato')
    await password.press('Enter')
    await page.getByRole('alert').getByText(w.wrong).waitFor()
    expect(await email.inputValue()).toBe(lina.email)
    await password.fill(lina.password)
    await password.press('Enter')
    await heading(page, w.contacts).waitFor()

    await page.getByRole('button', { name: w.menu }).click()
    await page.getByRole('menuitem', { name: w.signOut }).click()
    await heading(page, w.signIn).waitFor()
    await page.goto('/')
    await heading(page, w.signIn).waitFor()
  },
)

test('a session that ends is begun again over the page, and what was typed stays', async () => {
  const house = await browserCompany()
  await house.given.contact({ name: 'Anna Conti' })
  const page = await house.open('/contacts')
  await page.getByRole('row', { name: /Anna Conti/ }).waitFor()
  await page.keyboard.press('n')
  const name = page.getByRole('textbox', { name: 'Name' })
  await name.fill('Officine Bellandi')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Create and open' }).click()
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' })
  await dialog.locator('input[type=password]').fill(lina.password)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  expect(await name.inputValue()).toBe('Officine Bellandi')
  await page.getByRole('button', { name: 'Create and open' }).click()
  await heading(page, 'Officine Bellandi').waitFor()
})

test.each(languages)('Ctrl+K finds a page in either language, and a contact, and goes there (%s)', async (language) => {
  const house = await browserCompany()
  await house.given.contact({ name: 'Anna Conti' })
  const w = words[language]
  const page = await house.open('/', { language })
  await heading(page, w.home).waitFor()
  const box = page.getByRole('combobox', { name: w.palette })
  for (const typed of ['templates', 'modelli inter']) {
    await page.keyboard.press('Control+k')
    await box.fill(typed)
    await page.getByRole('option', { name: w.templates }).click()
    await heading(page, w.templates).waitFor()
  }
  await page.keyboard.press('Control+k')
  await box.fill('anna')
  await page
    .getByRole('option', { name: /Anna Conti/ })
    .first()
    .waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('option', { name: /Anna Conti.*T\d/ }).click()
  await heading(page, 'Anna Conti').waitFor()
  await page.keyboard.press('Control+k')
  await box.fill('qwertyuiop')
  await page.getByRole('status').filter({ hasText: w.unknown }).waitFor()
})

test.each(languages)('? lists the keys of the page and those of everywhere (%s)', async (language) => {
  const house = await browserCompany()
  const page = await house.open('/contacts', { language })
  await heading(page, words[language].contacts).waitFor()
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: words[language].keys })
  const keys = dialog.getByRole('term')
  await keys.filter({ hasText: 'Ctrl+K' }).waitFor()
  await keys.filter({ hasText: /^N/ }).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

test('language, colours and single keys are chosen in the menu, at once and for good', async () => {
  const house = await browserCompany()
  const kept = async () => {
    const answer = await fetch(`${house.url}/api/session`, { headers: { cookie: `carteggio=${house.cookie}` } })
    return ((await answer.json()) as { user: object }).user
  }
  const page = await house.open('/')
  await heading(page, words.en.home).waitFor()
  const light = await backgroundOf(page)
  await page.getByRole('button', { name: words.en.menu }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect.poll(() => backgroundOf(page)).not.toBe(light)
  const dark = await backgroundOf(page)
  await page.getByRole('menuitemcheckbox', { name: 'Single-letter keys' }).click()
  await page.getByRole('menuitemradio', { name: 'Italiano' }).click()
  await heading(page, words.it.home).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await expect.poll(kept).toMatchObject({ language: 'it', preferences: { scheme: 'dark', singleKeys: false } })
  await page.reload()
  await heading(page, words.it.home).waitFor()
  expect(await page.getAttribute('html', 'lang')).toBe('it')
  await expect.poll(() => backgroundOf(page)).toBe(dark)
  await page.keyboard.press('?')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: words.it.palette }).waitFor()
  expect(await page.getByRole('dialog').count()).toBe(1)
})

test.each(languages)('an address that leads nowhere says so, and leads home (%s)', async (language) => {
  const house = await browserCompany()
  const w = words[language]
  const page = await house.open('/no/such/page', { language })
  await heading(page, w.nothing).waitFor()
  await page.getByRole('link', { name: w.start }).click()
  await heading(page, w.home).waitFor()
})

test('a record that is not there is said to be missing, in the frame', async () => {
  const house = await browserCompany()
  const page = await house.open('/contacts/4711')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByRole('navigation', { name: 'Navigation' }).waitFor()
  expect(await faultsOf(page)).toEqual([])
})

test('on a phone the tabs lead everywhere', async () => {
  const house = await browserCompany()
  const page = await house.open('/', { width: 390 })
  const bar = page.getByRole('navigation', { name: 'Navigation' })
  await bar.getByRole('link', { name: 'Contacts' }).tap()
  await heading(page, words.en.contacts).waitFor()
  await bar.getByRole('button', { name: 'More' }).tap()
  await page.getByRole('dialog').getByRole('link', { name: 'Set-up' }).tap()
  await heading(page, 'Set-up').waitFor()
  await page.getByRole('link', { name: /^Salespeople/ }).tap()
  await heading(page, 'Salespeople').waitFor()
})

/** A company with something on every page. @returns each page's address, and what it shows when it is read */
async function everyPage(house: BrowserCompany): Promise<readonly (readonly [string, string | RegExp])[]> {
  const { given } = house
  const salesperson = await given.salesperson({ code: 'MD', name: 'Marco Dessì', email: 'marco@adriatica.it' })
  const language = await given.language({ code: 'pt-BR', name: 'Português' })
  const group = await given.group({ code: 'OFFERS', description: 'Offers made' })
  const template = await given.template({ groupId: group, code: 'OFFER', description: 'Offer by phone' })
  await given.templateLanguage({ templateId: template, languageId: language })
  const acme = await given.contact({ type: 'company', name: 'ACME S.p.A.', city: 'Bari', salespersonId: salesperson })
  const anna = await given.contact({ name: 'Anna Conti', companyId: acme, phone: '+390301234567' })
  const blocked = await given.contact({ name: 'Bruno Dessì', privacyBlocked: true })
  const [entry = 0, gone = 0] = await given.interactions({
    contactId: anna,
    companyId: acme,
    templateId: template,
    count: 3,
  })
  await house.post('/interactions/cancellations', { ids: [gone] })
  await house.patch(`/contacts/${anna}`, { jobTitle: 'Buyer' }, { version: 1 })
  await house.post('/interaction-drafts', {
    content: { description: 'Wants 40 valves', contactIds: [anna] },
    step: 'what',
  })
  return [
    ['/', 'Entry 3'],
    ['/contacts', 'Anna Conti'],
    ['/contacts?pane=filters', 'Anna Conti'],
    [`/contacts/${anna}`, 'Entry 3'],
    [`/contacts/${anna}?tab=details`, /^(Ways to reach|Come raggiungerlo)$/],
    [`/contacts/${anna}?tab=history`, /^(Changed|Cambiato)$/],
    [`/contacts/${acme}?tab=people`, 'Anna Conti'],
    [`/contacts/${blocked}`, /Nothing can be sent|Non si può inviare/],
    ['/import', /CSV, XLSX, vCard/],
    ['/templates', 'Offer by phone'],
    [`/templates/${template}`, 'Offer by phone'],
    [`/templates/${template}?tab=content`, 'Português'],
    [`/templates/${template}?tab=history`, 'Offer by phone'],
    ['/groups', 'OFFERS'],
    [`/groups/${group}`, 'Offers made'],
    ['/salespeople', 'Marco Dessì'],
    [`/salespeople/${salesperson}`, 'Marco Dessì'],
    ['/languages', 'Português'],
    [`/languages/${language}`, 'Português'],
    ['/record', /Create Interaction|Crea interazione/],
    [`/record?contact=${anna}&kind=call`, 'Anna Conti'],
    ['/postponed', 'Wants 40 valves'],
    ['/interactions', 'Entry 3'],
    ['/interactions?as=timeline', 'Entry 3'],
    [`/i/${entry}`, 'Entry 1'],
    [`/i/${entry}?tab=history`, 'Entry 1'],
    [`/i/${gone}`, 'Entry 2'],
    ['/interactions/delete-canceled', /Would be deleted|Verrebbero eliminati/],
    ['/setup', /Interaction Templates|Modelli interazione/],
    ['/help', /Find anything|Trovare qualsiasi cosa/],
    ['/no/such/page', /Nothing is here|Qui non c’è niente/],
  ]
}

test.each([
  ['en', 'light', 1440],
  ['it', 'dark', 390],
] as const)(
  'no page has a fault or scrolls sideways in %s, %s, at %d px',
  async (language, scheme, width) => {
    const house = await browserCompany()
    const pages = await everyPage(house)
    const page = await house.open('/help', { language, scheme, width })
    const faults: Record<string, unknown> = {}
    const look = async (path: string, text: string | RegExp) => {
      await page.goto(path)
      await shown(page, text)
        .waitFor({ timeout: 10_000 })
        .catch(() => {
          faults[`${path} shows`] = String(text)
        })
      const found = await faultsOf(page)
      if (found.length > 0) faults[path] = found
      const wide = await page.evaluate('document.documentElement.scrollWidth')
      if (wide !== width) faults[`${path} is wide`] = wide
    }
    for (const [path, text] of pages) await look(path, text)
    await page.context().clearCookies()
    await look('/sign-in', 'Password')
    await look('/welcome?token=none', /not valid|non è valido/)
    expect(faults).toEqual({})
  },
  300_000,
)
