import { Temporal } from 'temporal-polyfill'
import type { NewContact } from '#features/contacts/schema.ts'
import * as contacts from '#features/contacts/service/create.ts'
import * as change from '#features/interactions/service/change.ts'
import * as drafts from '#features/interactions/service/drafts.ts'
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
  const today = Temporal.Now.plainDateISO(ctx.user.zone)
  for (let n = 0; n < ENTRIES; n++) {
    const template = pick(choices)
    const day = workday(today.subtract({ days: 1 + Math.floor((n * 365) / ENTRIES) }))
    const at = day.toZonedDateTime({ timeZone: ctx.user.zone, plainTime: { hour: 8 + roll(10), minute: roll(60) } })
    const result = roll(3) === 0 ? { evaluation: 1 + roll(5) } : {}
    const { entries } = await interactions.logInteractions(ctx, {
      contactIds: [pick(people)],
      templateId: template.id,
      description: pick(said.subjects),
      occurredAt: at.toInstant().toString(),
      correspondenceType: null,
      attemptFailed: template.kind === 'call' && roll(8) === 0,
      ...result,
    })
    if (n % 60 === 7) await change.cancelInteractions(ctx, { ids: entries.map(({ id }) => id) })
  }
  for (const template of choices.slice(0, 2)) {
    const content = { contactIds: [pick(people)], templateId: template.id, description: pick(said.subjects) }
    await drafts.keepDraft(ctx, { content, step: 'what' })
  }
}

/** Offices are closed at the week's end: what would fall on it was done on the Friday before. */
const workday = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: Math.max(day.dayOfWeek - 5, 0) })

function idsOf(created: readonly contacts.Created[]): number[] {
  return created.map(({ stored, faults }) => {
    if (stored === null) throw new Problem('field-invalid', { faults })
    return stored.id
  })
}
