import type { NewContact } from '#features/contacts/schema.ts'
import * as contacts from '#features/contacts/service/create.ts'
import * as interactions from '#features/interactions/service/record.ts'
import * as salespeople from '#features/salespeople/service.ts'
import * as templates from '#features/templates/service/read.ts'
import type { Context } from '#kernel/context.ts'
import { journal } from '#kernel/journal.ts'
import { Problem } from '#kernel/problem.ts'
import { inTransaction } from '#kernel/transaction.ts'
import { firms, firstNames, surnames, words } from './people.ts'

/** Entries of the year that is behind. */
const ENTRIES = 900
const DAY_MS = 86_400_000

/** The same numbers every time, so that a demonstration can be told again (xorshift). @returns a whole number below `below` */
function dice(): (below: number) => number {
  let state = 4870
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return Math.abs(state) % below
  }
}

/** Fills a company with invented firms, people and a year of interactions, through the same acts as everything else. */
export async function fillDemo(ctx: Context): Promise<void> {
  const roll = dice()
  const pick = <T>(of: readonly T[]): T => of[roll(of.length)] as T
  const said = words[ctx.user.language]
  const team = [
    { name: 'Lina Torresi', email: 'lina@adriatica.example' },
    { name: 'Marco Dessì', email: 'marco@adriatica.example' },
    { name: 'Giada Ferraro', email: 'giada@adriatica.example' },
  ]
  const people = await inTransaction(ctx, async (tx) => {
    const { actId } = await journal(tx, 'demo.filled')
    const responsible: number[] = []
    for (const person of team) responsible.push(await salespeople.ofUser(tx, person))
    const companies = firms.map(
      ([name, city, postCode, country, address], at): NewContact => ({
        type: 'company',
        name,
        city,
        postCode,
        country,
        address,
        email: `info@firm${at + 1}.example`,
        homePage: `firm${at + 1}.example`,
        salespersonId: responsible[at % responsible.length] ?? null,
        ...(country === 'IT' && { phone: `030 555 01${String(at).padStart(2, '0')}` }),
      }),
    )
    const employers = idsOf(await contacts.createContacts(tx, companies, actId))
    const staff = employers.flatMap((companyId, at) =>
      Array.from({ length: 2 + (at % 3) }, (_, n): NewContact => {
        const [firstName, surname] = [pick(firstNames), pick(surnames)]
        const email = `${firstName}.${surname}@firm${at + 1}.example`.toLowerCase().replaceAll(' ', '')
        return {
          type: 'person',
          firstName,
          surname,
          companyId,
          jobTitle: said.jobs[n % said.jobs.length] ?? null,
          email,
        }
      }),
    )
    return [...employers, ...idsOf(await contacts.createContacts(tx, staff, actId))]
  })
  const { items: choices } = await templates.chooseTemplates(ctx, {})
  for (let n = 0; n < ENTRIES; n++) {
    const template = pick(choices)
    const at = Date.now() - ((n * 365) / ENTRIES) * DAY_MS - roll(DAY_MS / 3)
    const result = roll(3) === 0 ? { evaluation: 1 + roll(5) } : {}
    await interactions.logInteractions(ctx, {
      contactIds: [pick(people)],
      templateId: template.id,
      description: pick(said.subjects),
      occurredAt: new Date(at).toISOString(),
      correspondenceType: null,
      attemptFailed: template.kind === 'call' && roll(8) === 0,
      ...result,
    })
  }
}

function idsOf(created: readonly contacts.Created[]): number[] {
  return created.map(({ stored, faults }) => {
    if (stored === null) throw new Problem('field-invalid', { faults })
    return stored.id
  })
}
