import { expect, test } from 'vitest'
import { browserCompany, faultsOf } from '#tests/browser.ts'

const lines = {
  en: { line: 'call Bellandi 12m good: wants an offer', description: 'Description', logged: 'Logged' },
  it: { line: 'chiamata Bellandi 12m bene: vuole un’offerta', description: 'Descrizione', logged: 'Registrata' },
} as const
const amounts = {
  en: {
    description: 'Description',
    result: 'Result',
    cost: 'Cost',
    typed: '1,274.5',
    shown: '1,274.50',
    choose: ['Choose a contact', 'Choose a template'],
  },
  it: {
    description: 'Descrizione',
    result: 'Esito',
    cost: 'Costo',
    typed: '1.274,5',
    shown: '1.274,50',
    choose: ['Scegli un contatto', 'Scegli un modello'],
  },
} as const
const languages = ['en', 'it'] as const

test.each(languages)('INT-155 INT-226 a call is logged from one line, by keyboard alone (%s)', async (language) => {
  const house = await browserCompany()
  const contactId = await house.given.contact({ type: 'company', name: 'Officine Bellandi' })
  const words = lines[language]
  const page = await house.open('/', { language })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('l')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(words.line)
  await dialog.getByText('Officine Bellandi').waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('status').filter({ hasText: words.logged }).waitFor()
  await page.locator('h1:focus').waitFor()
  const { items } = (await house.get(`/interactions?contactId=${contactId}`)).body
  expect(items[0]).toMatchObject({
    kind: 'call',
    durationMin: 12,
    evaluation: 2,
    description: words.line.split(': ')[1],
  })
})

test.each(languages)(
  'INT-240 INT-243 INT-247 the guide keeps itself, is found in Postponed, and logs (%s)',
  async (language) => {
    const house = await browserCompany()
    const contactId = await house.given.contact({ name: 'Anna Conti' })
    const words = lines[language]
    const page = await house.open(`/record?contact=${contactId}&kind=call`, { language })
    const box = page.getByRole('textbox', { name: words.description })
    await box.fill('Wants 40 valves')
    await expect.poll(() => house.count('interaction_draft')).toBe(1)
    expect(await house.count('interaction')).toBe(0)
    await page.goto('/postponed')
    await page.getByRole('link', { name: 'Wants 40 valves' }).click()
    await box.waitFor()
    expect(await box.inputValue()).toBe('Wants 40 valves')
    await page.keyboard.press('Control+Shift+Enter')
    await page.waitForURL(`**/contacts/${contactId}`)
    expect([await house.count('interaction'), await house.count('interaction_draft')]).toEqual([1, 0])
  },
)

test.each(languages)('INT-232 an amount is read in the signs of the page’s language (%s)', async (language) => {
  const house = await browserCompany()
  const contactId = await house.given.contact({ name: 'Anna Conti' })
  const { cost, result, typed, shown, description } = amounts[language]
  const page = await house.open(`/record?contact=${contactId}&kind=call`, { language })
  await page.getByRole('textbox', { name: description }).fill('Valves')
  await page.getByRole('button', { name: result }).click()
  const box = page.getByRole('textbox', { name: cost })
  await box.fill('12 euro')
  expect(await box.getAttribute('aria-invalid')).toBe('true')
  await box.fill(typed)
  await box.blur()
  expect(await box.inputValue()).toBe(shown)
  await page.keyboard.press('Control+Shift+Enter')
  await page.waitForURL(`**/contacts/${contactId}`)
  expect((await house.get(`/interactions?contactId=${contactId}`)).body.items[0].cost).toBe('1274.50')
})

test.each(languages)('the guide says what to choose where contact and template are missing (%s)', async (language) => {
  const house = await browserCompany()
  const page = await house.open('/record', { language })
  await page.getByRole('textbox', { name: amounts[language].description }).waitFor()
  await page.keyboard.press('Control+Shift+Enter')
  for (const sentence of amounts[language].choose) await page.getByText(sentence).waitFor()
})

test.each(['light', 'dark'] as const)('the guide and Postponed are accessible (%s)', async (scheme) => {
  const house = await browserCompany()
  const contactId = await house.given.contact({ name: 'Anna Conti' })
  const page = await house.open(`/record?contact=${contactId}&kind=call`, { scheme })
  await page.getByRole('textbox', { name: 'Description' }).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.goto('/postponed')
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await faultsOf(page)).toEqual([])
})

test('each step of the guide takes the focus where there is something to fill, also when it is resumed', async () => {
  const house = await browserCompany()
  const contactId = await house.given.contact({ name: 'Anna Conti' })
  const page = await house.open(`/record?contact=${contactId}&kind=call`)
  const focused = page.locator(':focus')
  await page.getByRole('textbox', { name: 'Description' }).and(focused).waitFor()
  expect(await page.getByRole('listbox').filter({ visible: true }).count()).toBe(0)
  await page.keyboard.press('Control+Enter')
  const add = page.getByRole('button', { name: 'Add files' })
  await add.and(focused).waitFor()
  const note = { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('forty valves') }
  await page.locator('input[type=file]').setInputFiles(note)
  await page.getByText('note.txt').first().waitFor()
  await add.and(focused).waitFor()
  await page.keyboard.press('Control+Enter')
  const best = page.getByRole('button', { name: 'Very positive' })
  await best.and(focused).waitFor()
  await page.getByRole('textbox', { name: 'Comment' }).fill('Called back')
  await page.getByText(/Draft kept/).waitFor()
  await page.keyboard.press('Escape')
  await page.locator('h1:focus').waitFor()
  await page.goto('/postponed')
  await page.getByRole('button', { name: 'Resume' }).click()
  await best.and(focused).waitFor()
})

test('a guide that is refused shows its first gap, with the focus on it', async () => {
  const house = await browserCompany()
  const page = await house.open('/record')
  await page.getByRole('button', { name: 'Result' }).click()
  await page.keyboard.press('Control+Enter')
  await page
    .getByRole('combobox', { name: 'Contact' })
    .or(page.getByRole('textbox', { name: 'Contact' }))
    .and(page.locator(':focus'))
    .waitFor()
})

test('Shift+L on a contact opens the guide with that contact', async () => {
  const house = await browserCompany()
  const contactId = await house.given.contact({ name: 'Anna Conti' })
  const page = await house.open(`/contacts/${contactId}`)
  await page.getByRole('heading', { level: 1, name: 'Anna Conti' }).waitFor()
  await page.keyboard.press('Shift+L')
  await page.waitForURL(`**/record?contact=${contactId}*`)
})
