import { Temporal } from 'temporal-polyfill'
import { changeRecord, putBack } from '#kernel/changes.ts'
import { type Context, requireRight } from '#kernel/context.ts'
import { journal } from '#kernel/journal.ts'
import type { Page } from '#kernel/page.ts'
import { Problem } from '#kernel/problem.ts'
import type { Done } from '#kernel/schema.ts'
import { inTransaction, once } from '#kernel/transaction.ts'
import type { Inverses } from '#kernel/undo.ts'
import { requireSeen } from '#kernel/version.ts'
import { violationOf } from '#kernel/violation.ts'
import * as queries from './queries.ts'
import type { ChangedLanguage, Language, LanguagePatch, LanguageQuery, NewLanguage } from './schema.ts'

/** Languages in the order of their codes, for everybody who is signed in: each form picks from them. */
export async function listLanguages(ctx: Context, { closed = false }: LanguageQuery): Promise<Page<Language>> {
  return { items: await queries.list(ctx, closed), next: null }
}

/** @throws Problem `language-not-found` */
export async function getLanguage(ctx: Context, id: number): Promise<Language> {
  return required(await queries.find(ctx, id))
}

/** @throws Problem `not-allowed`, `field-invalid` when the code is no BCP 47 tag, `language-exists` */
export async function createLanguage(ctx: Context, input: NewLanguage): Promise<Language> {
  requireRight(ctx, 'setup.edit')
  const fields = normal(input)
  return once(ctx, 'createLanguage', input, async (tx) => {
    const { actId } = await journal(tx, 'language.created')
    return codeFree(fields.code, () => queries.insert(tx, { ...input, ...fields }, actId))
  })
}

/** Changes what the patch names. @throws Problem `not-allowed`, `language-not-found`, `version-required`, `stale`, `field-invalid`, `language-exists` */
export async function changeLanguage(
  ctx: Context,
  id: number,
  seen: number | undefined,
  patch: LanguagePatch,
): Promise<ChangedLanguage> {
  const fields = normal(patch)
  return change(ctx, 'language.changed', { id, seen, patch }, async (tx, before) => {
    await requireSeen(tx, 'language', seen, before)
    return { ...patch, ...fields }
  })
}

/** The codes as they are kept: a BCP 47 tag in its canonical form (RFC 5646, 4.5), the ERP's in upper case. */
function normal<T extends { code?: string; erpCode?: string | null }>(given: T): Pick<T, 'code' | 'erpCode'> {
  return {
    ...(given.code !== undefined && { code: canonical(given.code) }),
    ...(given.erpCode && { erpCode: given.erpCode.toUpperCase() }),
  }
}

function canonical(code: string): string {
  try {
    return Intl.getCanonicalLocales(code)[0] ?? code
  } catch {
    throw new Problem('field-invalid', { faults: [{ pointer: '/code', type: 'format' }] })
  }
}

/** From now on the language is not offered any more; what uses it keeps it. @throws Problem `not-allowed`, `language-not-found` */
export const closeLanguage = (ctx: Context, id: number): Promise<ChangedLanguage> =>
  change(ctx, 'language.closed', { id }, async (_, { closedAt }) => ({
    closedAt: closedAt ?? Temporal.Now.instant().round('microsecond').toString(),
  }))

/** @throws Problem `not-allowed`, `language-not-found` */
export const reopenLanguage = (ctx: Context, id: number): Promise<ChangedLanguage> =>
  change(ctx, 'language.reopened', { id }, async () => ({ closedAt: null }))

async function change(
  ctx: Context,
  act: string,
  input: { readonly id: number; readonly [more: string]: unknown },
  fieldsOf: (tx: Context, before: Language) => Promise<Partial<Language>>,
): Promise<ChangedLanguage> {
  requireRight(ctx, 'setup.edit')
  return once(ctx, act, input, async (tx) => {
    const before = required(await queries.lock(tx, input.id))
    const fields = await fieldsOf(tx, before)
    const undo = await codeFree(fields.code, () => changeRecord(tx, queries.editable, act, before, fields))
    return { ...required(await queries.find(tx, input.id)), ...undo }
  })
}

/** Deletes a language that nothing uses. @throws Problem `not-allowed`, `language-not-found`, `in-use` */
export async function deleteLanguage(ctx: Context, id: number): Promise<Done> {
  requireRight(ctx, 'setup.edit')
  return inTransaction(ctx, async (tx) => {
    const before = required(await queries.lock(tx, id))
    const uses = await queries.uses(tx, id)
    const count = Object.values(uses).reduce((sum, times) => sum + times, 0)
    if (count > 0) throw new Problem('in-use', { values: { count, ...uses } })
    await journal(tx, 'language.deleted', {
      changes: [{ record: 'language', recordId: id, before, after: null }],
    })
    await queries.remove(tx, id)
    return { count: 1, undoId: null, undoUntil: null }
  })
}

const back = putBack(queries.editable, 'setup.edit')
export const languageInverses: Inverses = {
  'language.changed': (...act) => codeFree(undefined, () => back(...act)),
  'language.closed': back,
  'language.reopened': back,
}

function required(found: Language | undefined): Language {
  if (found === undefined) throw new Problem('language-not-found')
  return found
}

function codeFree<T>(code: string | undefined, write: () => Promise<T>): Promise<T> {
  return write().catch((error: unknown) => {
    if (violationOf(error)?.constraint !== 'language_code') throw error
    throw code === undefined
      ? new Problem('undo-not-possible')
      : new Problem('language-exists', { pointer: '/code', values: { code } })
  })
}

/** What a new company starts with: BCP 47 tag and the code that ERPs have for it. */
const starters = { en: 'ENU', it: 'ITA', de: 'DEU', fr: 'FRA', es: 'ESP' } as const

/** Gives a company its first languages, named in the user's language; those that are there stay as they are. */
export async function seed(tx: Context): Promise<void> {
  const names = new Intl.DisplayNames(tx.user.language, { type: 'language' })
  const { actId } = await journal(tx, 'languages.seeded')
  const rows = Object.entries(starters).map(([code, erpCode]) => ({
    code,
    erpCode,
    name: capitalised(names.of(code) ?? code),
  }))
  await queries.insertMissing(tx, rows, actId)
}

const capitalised = (name: string): string => name.charAt(0).toLocaleUpperCase() + name.slice(1)

/** The language that a field of a request names. @throws Problem `language-not-found` */
export async function requireLanguage(tx: Context, id: number, pointer: string): Promise<Language> {
  const found = await queries.find(tx, id)
  if (found === undefined) throw new Problem('language-not-found', { pointer })
  return found
}
