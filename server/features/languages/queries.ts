import { type RawBuilder, sql } from 'kysely'
import type { Editable } from '#kernel/changes.ts'
import type { Context } from '#kernel/context.ts'
import type { Language, NewLanguage } from './schema.ts'

const columns = ['id', 'code', 'name', 'erpCode', 'closedAt', 'version'] as const

/** What people edit of a language. */
export const editable: Editable = {
  table: 'language',
  fields: { code: 'text', name: 'text', erpCode: 'text', closedAt: 'timestamptz' },
}

const languages = (ctx: Context) => ctx.db.selectFrom('language').select(columns)

/** All of them: tens at most. Index: language_code. */
export function list(ctx: Context, withClosed: boolean): Promise<Language[]> {
  const sorted = languages(ctx).orderBy('code')
  return (withClosed ? sorted : sorted.where('closedAt', 'is', null)).execute()
}

export const find = (ctx: Context, id: number): Promise<Language | undefined> =>
  languages(ctx).where('id', '=', id).executeTakeFirst()

/** `find`, kept from others until the end of the transaction. */
export const lock = (tx: Context, id: number): Promise<Language | undefined> =>
  languages(tx).where('id', '=', id).forUpdate().executeTakeFirst()

export const insert = (tx: Context, fields: NewLanguage, actId: number): Promise<Language> =>
  tx.db
    .insertInto('language')
    .values({ ...fields, actId })
    .returning(columns)
    .executeTakeFirstOrThrow()

/** Adds those whose code is not there yet. */
export const insertMissing = (tx: Context, rows: readonly NewLanguage[], actId: number) =>
  tx.db
    .insertInto('language')
    .values(rows.map((row) => ({ ...row, actId })))
    .onConflict((on) => on.doNothing())
    .execute()

/**
 * How many records of each kind name a language. Contacts and interactions have no index by language, for whose sake each
 * new entry would be dearer: removing a language, which happens a few times in a company's life, reads them through.
 */
export function uses(tx: Context, id: number) {
  const times = (table: string, column = 'languageId'): RawBuilder<number> =>
    sql`(select count(*) from ${sql.table(table)} where ${sql.ref(column)} = ${id})`
  return tx.db
    .selectNoFrom([
      times('contact').as('contacts'),
      times('interaction').as('interactions'),
      times('interaction_template', 'defaultLanguageId').as('templates'),
      times('template_language').as('contents'),
      sql<number>`(select count(*) from setup join language on language.code = setup.language where language.id = ${id})`.as(
        'setups',
      ),
    ])
    .executeTakeFirstOrThrow()
}

export const remove = (tx: Context, id: number) => tx.db.deleteFrom('language').where('id', '=', id).execute()
