import { type Context, requireRight } from '#kernel/context.ts'
import { Problem } from '#kernel/problem.ts'
import { emailsOf } from '../emails.ts'
import type { ContactFacts, ContactWords, FoundContact, FoundContacts } from '../lookup-schema.ts'
import { rankContacts } from '../match.ts'
import * as list from '../queries/list.ts'
import * as queries from '../queries/lookup.ts'
import * as record from '../queries/record.ts'

/** Most contacts that a picker shows. */
const SHOWN = 12
const DAY_MS = 86_400_000

/** Contacts that words could mean, best first, and whether the first is clearly meant. @throws Problem `not-allowed` */
export async function searchContacts(
  ctx: Context,
  { q, onlyName = true, limit = SHOWN }: ContactWords,
): Promise<FoundContacts> {
  requireRight(ctx, 'contacts.read')
  const words = q.split(/\s+/).filter((word) => word !== '')
  const { found, guessed } = await queries.candidates(ctx, q)
  const { ranked, sure } = rankContacts(
    words,
    found.map((contact) => candidateOf(ctx, contact)),
    onlyName,
  )
  const named = ranked.map(({ candidate, words: by }) => foundOf(candidate.contact, by))
  const unnamed = guessed ? [] : found.filter(({ id }) => !ranked.some(({ candidate }) => candidate.id === id))
  return {
    items: [...named, ...unnamed.map((contact) => foundOf(contact, []))].slice(0, limit),
    sure: sure && !guessed,
  }
}

const foundOf = (
  { mobilePhone, email2: _, ...contact }: queries.Candidate,
  words: readonly number[],
): FoundContact => ({
  ...contact,
  phone: contact.phone ?? mobilePhone,
  words: [...words],
})

const candidateOf = (ctx: Context, contact: queries.Candidate) => ({
  contact,
  id: contact.id,
  no: contact.no,
  name: contact.name,
  companyName: contact.companyName,
  city: contact.city,
  emails: [contact.email, contact.email2].flatMap((field) => (field === null ? [] : emailsOf(field))),
  phones: [contact.phone, contact.mobilePhone].filter((phone) => phone !== null),
  mine: contact.salespersonId !== null && contact.salespersonId === ctx.user.salespersonId,
  daysSinceLast:
    contact.lastInteractionAt === null
      ? null
      : Math.floor((Date.now() - Date.parse(contact.lastInteractionAt)) / DAY_MS),
})

/** Figures of a contact, of a company with its people. @throws Problem `not-allowed`, `contact-not-found` */
export async function readContactFacts(ctx: Context, id: number): Promise<ContactFacts> {
  requireRight(ctx, 'contacts.read')
  const contact = await record.find(ctx, id)
  if (contact === undefined) throw new Problem('contact-not-found')
  const [[row], figures] = await Promise.all([list.rows(ctx, [id]), queries.figures(ctx, contact)])
  return { lastInteraction: row?.lastInteraction ?? null, ...figures }
}
