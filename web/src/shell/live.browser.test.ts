import { expect, test } from 'vitest'
import { browserCompany, faultsOf } from '#tests/browser.ts'

test.each([
  ['en', '2 new'],
  ['it', '2 nuove'],
] as const)(
  'what others record does not push the list: a pill says how many, and shows them (%s)',
  async (language, pill) => {
    const { given, post, open } = await browserCompany()
    const contactId = await given.contact({ name: 'Anna Conti' })
    const templateId = await given.template({ code: 'NOTE' })
    const salespersonId = await given.salesperson({ code: 'MD' })
    const log = (description: string) =>
      post('/interactions', { contactIds: [contactId], templateId, salespersonId, description })
    await log('The first call')
    const page = await open('/interactions', { language })
    await page.getByRole('row').filter({ hasText: 'The first call' }).waitFor()
    await log('The second call')
    await log('The third call')
    await page.getByRole('button', { name: pill }).waitFor()
    expect(await page.getByRole('row').filter({ hasText: 'The third call' }).count()).toBe(0)
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('.')
    await page.getByRole('row').filter({ hasText: 'The third call' }).waitFor()
    await page.getByRole('button', { name: pill }).waitFor({ state: 'detached' })
  },
)
