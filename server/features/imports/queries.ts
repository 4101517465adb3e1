import { sql } from 'kysely'
import type { RowFault } from '#features/exchange/faults.ts'
import type { Mapping } from '#features/exchange/fields.ts'
import type { Context } from '#kernel/context.ts'

export interface Options {
  readonly existing: 'skip' | 'create'
}
export interface ImportRow {
  id: number
  uploadId: number
  sha256: string
  size: number
  fileName: string
  format: 'csv' | 'vcard' | 'xlsx'
  mapping: Mapping
  options: Options
  progressId: number | null
  actId: number | null
  createdAt: string
}

const imports = (ctx: Context) =>
  ctx.db
    .selectFrom('import')
    .innerJoin('upload', 'upload.id', 'import.uploadId')
    .innerJoin('file', 'file.sha256', 'upload.sha256')
    .select([
      'import.id',
      'import.uploadId',
      'file.sha256',
      'file.size',
      'upload.name as fileName',
      'import.format',
      'import.mapping',
      'import.options',
      'import.progressId',
      'import.actId',
      'import.createdAt',
    ])
    .$castTo<ImportRow>()

/** The caller's own import. */
export const find = (ctx: Context, id: number) =>
  imports(ctx).where('import.id', '=', id).where('import.userId', '=', ctx.user.id).executeTakeFirst()

export const lock = async (tx: Context, id: number) => {
  await tx.db.selectFrom('import').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return find(tx, id)
}

export const insert = (tx: Context, of: { uploadId: number; format: string; mapping: Mapping }) =>
  tx.db
    .insertInto('import')
    .values({
      userId: tx.user.id,
      uploadId: of.uploadId,
      format: of.format,
      mapping: JSON.stringify(of.mapping),
      options: JSON.stringify({ existing: 'skip' }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()

export const update = (
  tx: Context,
  id: number,
  to: { mapping?: Mapping; options?: Options; progressId?: number; actId?: number },
) =>
  tx.db
    .updateTable('import')
    .set((of) => ({
      ...(to.mapping && { mapping: JSON.stringify(to.mapping) }),
      ...(to.options && { options: JSON.stringify(to.options) }),
      ...(to.progressId !== undefined && { progressId: to.progressId }),
      ...(to.actId !== undefined && { actId: to.actId }),
      version: of('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()

/** A mapping of the same headings that the caller used last. Their imports are few. */
export const remembered = async (ctx: Context, headings: readonly string[]): Promise<Mapping | undefined> => {
  const last = await ctx.db
    .selectFrom('import')
    .select('mapping')
    .where('userId', '=', ctx.user.id)
    .where(sql<boolean>`counts->'headings' = ${JSON.stringify(headings)}::jsonb`)
    .where('actId', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.mapping as Mapping | undefined
}

export const rememberHeadings = (tx: Context, id: number, headings: readonly string[]) =>
  tx.db
    .updateTable('import')
    .set({ counts: JSON.stringify({ headings }) })
    .where('id', '=', id)
    .execute()

/** Which of these are there already: by number, or by name together with e-mail. Indexes: contact_no_once, contact_by_email. */
export async function known(
  ctx: Context,
  rows: readonly { no: string | null; name: string; email: string | null }[],
): Promise<boolean[]> {
  const { rows: found } = await sql<{ known: boolean }>`
    select exists (select 1 from contact where contact.no = given.no)
      or exists (select 1 from contact where lower(contact.email) = given.email and fold(contact.name) = fold(given.name)) as known
    from unnest(${rows.map(({ no }) => no?.toUpperCase() ?? null)}::text[], ${rows.map(({ name }) => name)}::text[], ${rows.map(({ email }) => email?.toLowerCase() ?? null)}::text[])
      with ordinality as given (no, name, email, n) order by given.n`.execute(ctx.db)
  return found.map((row) => row.known)
}

/** Ids of companies by their number, or by their name. Indexes: contact_no_once, contact_by_name. */
export async function companies(
  ctx: Context,
  given: readonly { no: string | null; name: string | null }[],
): Promise<(number | null)[]> {
  const { rows } = await sql<{ id: number | null }>`
    select coalesce((select id from contact where type = 'company' and contact.no = given.no),
      (select min(id) from contact where type = 'company' and fold(name) collate "C" = fold(given.name) collate "C")) as id
    from unnest(${given.map(({ no }) => no?.toUpperCase() ?? null)}::text[], ${given.map(({ name }) => name)}::text[]) with ordinality as given (no, name, n)
    order by given.n`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

export async function lists(ctx: Context) {
  const [salespeople, languages] = await Promise.all([
    ctx.db.selectFrom('salesperson').select(['id', 'code', 'name']).where('closedAt', 'is', null).execute(),
    ctx.db.selectFrom('language').select(['id', 'code', 'erpCode']).where('closedAt', 'is', null).execute(),
  ])
  return { salespeople, languages }
}

export const refuse = async (
  tx: Context,
  importId: number,
  rows: readonly { line: number; cells: readonly string[]; faults: readonly RowFault[] }[],
) => {
  if (rows.length === 0) return
  await sql`insert into import_refusal (import_id, line, cells, faults)
    select ${importId}::bigint, (r->>'line')::bigint, r->'cells', r->'faults' from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) r
    on conflict do nothing`.execute(tx.db)
}

export interface Refusal {
  line: number
  cells: string[]
  faults: RowFault[]
}
/** Refused rows after a line, in the order of the file. Index: import_refusal_key. */
export const refusals = (ctx: Context, importId: number, after: number, limit: number): Promise<Refusal[]> =>
  ctx.db
    .selectFrom('importRefusal')
    .select(['line', 'cells', 'faults'])
    .where('importId', '=', importId)
    .where('line', '>', after)
    .orderBy('line')
    .limit(limit)
    .$castTo<Refusal>()
    .execute()
