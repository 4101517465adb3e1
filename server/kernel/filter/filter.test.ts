import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { type Expression, type Kysely, sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { migrate } from '#database/migrate.ts'
import { openDatabase, openPool } from '#database/pool.ts'
import type { Ast, Field, Setting } from './ast.ts'
import { evaluate, type Stored } from './evaluate.ts'
import { fold } from './fold.ts'
import { parseFilter } from './parse.ts'
import { codeOrder, folded, toSql } from './sql.ts'

const setting: Setting = {
  language: 'en',
  zone: 'Europe/Rome',
  now: '2026-10-25T01:10:00.000001Z',
  today: '2026-10-25',
  tokens: { me: ['A1'], mine: ['A1', '7', 'roma'], none: [] },
}
const choices = ['1', '2', '3'].map((key) => ({ key, en: `Choice ${key}`, it: `Scelta ${key}` }))

/** A kind of column: its type, what rows hold, what users write. */
interface Column {
  readonly field: Field
  readonly type: string
  readonly values: readonly Stored[]
  readonly atoms: readonly string[]
}
const words = [
  'Roma',
  'ROMA',
  'romà',
  'Romano di Lombardia',
  'a',
  'A',
  'à',
  'b',
  'ß',
  'ss',
  'Straße',
  '100%',
  '1_0',
  'a\\b',
  '％',
  '＿',
  '😀',
  'ﬁ',
  "D'Angelo",
  'D’Angelo',
  '*',
  '10',
  '9',
  '(x)',
  ' a ',
  '',
  null,
]
const columns: readonly Column[] = [
  {
    field: { kind: 'text', nullable: true },
    type: 'text',
    values: words,
    atoms: [
      'roma',
      'Rom*',
      '*a',
      '*om*',
      '?',
      '??',
      '*',
      "'Roma'",
      "'?om*'",
      "'rom*'",
      "'ß'",
      "'stra?e'",
      'stra??e',
      '100%',
      '*\\*',
      '1_0',
      '*%*',
      '*_*',
      '％',
      "'％'",
      "@'\\*'",
      "d'angelo",
      'a..b',
      "'A'..'a'",
      '..9',
      '>ß',
      "''",
      "<>''",
      "<>'Roma'",
      '<>*a*',
      "@'(x)'",
      "' a '",
      '%mine',
      '<>%mine',
      '%none',
      '<>%none',
      '> 1',
      '😀',
      'fi',
      '*\\?*',
    ],
  },
  {
    field: { kind: 'code', nullable: true },
    type: 'text',
    values: [
      'A1',
      'A10',
      'A2',
      '7',
      '007',
      '10',
      '100',
      '1A',
      '',
      null,
      '99999999999999999999',
      '100000000000000000000',
      'É',
      'X_Y',
      'XZY',
    ],
    atoms: [
      'a1',
      'a*',
      'a?',
      '7',
      '7..10',
      '..7',
      '>7',
      '<>7',
      '007',
      '>=A1',
      "''",
      "<>''",
      'x_y',
      'x?y',
      '*1*',
      '%me',
      '1A..',
      '<100000000000000000000',
      'é',
      "'a1'",
    ],
  },
  {
    field: { kind: 'number', nullable: true },
    type: 'numeric',
    values: ['-5', '0', '0.1', '1.50', '1234.56', '99999999999999999999999.5', null],
    atoms: [
      '0',
      '1.5',
      '-5..0',
      '>0.1',
      '<>1.50',
      "''",
      "<>''",
      '<=1,234.56',
      '99999999999999999999999.5',
      '>=-4.9',
      '0|1.5|1234.56',
    ],
  },
  {
    field: { kind: 'number' },
    type: 'bigint',
    values: ['0', '7', '-7', '9007199254740993', '9223372036854775807'],
    atoms: [
      '7',
      '7.5',
      '<7.5',
      '9007199254740993',
      '99999999999999999999',
      '<99999999999999999999',
      '-7..7',
      '0|7',
      '0|7.5',
      '<>0',
    ],
  },
  {
    field: { kind: 'boolean', nullable: true },
    type: 'boolean',
    values: [true, false, null],
    atoms: ['yes', 'no', '<>yes', '<>no', "''", "<>''"],
  },
  {
    field: { kind: 'choice', nullable: true, choices },
    type: 'smallint',
    values: ['1', '2', '3', null],
    atoms: ['1', '2..', '<3', '<>2', '0', "<>''", 'choice 1|scelta 3', '>3'],
  },
  {
    field: { kind: 'choice', nullable: true, choices },
    type: 'text',
    values: ['1', '2', '3', null],
    atoms: ['1', '2..', '<>2', "''", '1|2'],
  },
  {
    field: { kind: 'date', nullable: true },
    type: 'date',
    values: ['2026-10-18', '2026-10-19', '2026-10-25', '2026-10-26', '2026-11-01', '0001-01-01', '9999-12-31', null],
    atoms: [
      'today',
      'week',
      '<>week',
      '<week',
      '>=week',
      'today-1W..',
      "''",
      "<>''",
      '<>today',
      '25|26',
      '1/1/0001',
      '..31/12/9999',
      'lastweek',
    ],
  },
  {
    field: { kind: 'instant', nullable: true },
    type: 'timestamptz',
    values: [
      '2026-10-24T21:59:59.999999Z',
      '2026-10-24T22:00:00Z',
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:30:00Z',
      '2026-10-25T22:59:59.999999Z',
      '2026-10-25T23:00:00Z',
      '2026-10-25T01:10:00.000001Z',
      '0001-01-01T00:00:00Z',
      '9999-12-31T23:59:59.999999Z',
      null,
    ],
    atoms: [
      'today',
      '<>today',
      '<today',
      '>today',
      '..25',
      '25..',
      'now',
      '<=now',
      '>now',
      '25/10/2026 02:30',
      '<>25/10/2026 02:30',
      '>25/10/2026 02:30',
      '29/3/2026 02:30',
      "''",
      "<>''",
      '1/1/0001..',
      '..31/12/9999',
      '2026-10-25T00:30Z|now',
    ],
  },
  {
    field: { kind: 'time', nullable: true },
    type: 'time',
    values: ['00:00:00', '05:30:00', '17:00:00.5', '23:59:59.999999', null],
    atoms: ['5:30', '5..17', '>17', '<>5:30', "''", 'now..'],
  },
  {
    field: { kind: 'duration', unit: 'min' },
    type: 'integer',
    values: ['0', '30', '90', '3240'],
    atoms: ['90', '1h 30m', '..1h', '>2d', '<>30s', '0.5h|54h'],
  },
]

let pool: pg.Pool
let db: Kysely<Record<string, never>>
const name = `filter_${randomUUID().replaceAll('-', '')}`
const admin = async (statement: string) => {
  const client = new pg.Client(inject('databaseUrl'))
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

beforeAll(async () => {
  await admin(`create database ${name}`)
  const url = new URL(inject('databaseUrl'))
  url.pathname = `/${name}`
  pool = openPool(url.href, ['shared'], { max: 1, lost: () => {} })
  db = openDatabase(pool)
  await sql`create schema shared`.execute(db)
  await migrate(db as Kysely<unknown>, 'shared', 'server')
})

afterAll(async () => {
  await db.destroy()
  await admin(`drop database ${name} with (force)`)
})

const parsed = (field: Field, text: string): Ast | undefined => {
  const found = parseFilter(field, text, setting)
  return found.ok ? found.ast : undefined
}

/** The rows that the database finds, by their place. */
async function found({ field, type, values }: Column, ast: Ast): Promise<number[]> {
  const given = values.map((value) => (value === null ? null : String(value)))
  const condition = toSql(ast, sql.ref('value'), field.nullable)
  const { rows } = await sql<{ place: number }>`
    select place::int as place from unnest(${given}::text[]::${sql.raw(type)}[]) with ordinality as one (value, place)
    where ${condition} order by place`.execute(db)
  return rows.map(({ place }) => place - 1)
}
const expected = ({ values }: Column, ast: Ast) =>
  values.flatMap((value, place) => (evaluate(ast, value) ? [place] : []))

describe('what the database finds is what evaluate() says', () => {
  for (const column of columns) {
    const { field, type, atoms, values } = column
    test(`FLT-001 to FLT-055 ${field.kind} as ${type}: every condition, and random trees of them`, async () => {
      for (const atom of atoms) {
        const ast = parsed(field, atom)
        if (ast === undefined) throw new Error(`${atom} is no filter`)
        expect([atom, await found(column, ast)]).toEqual([atom, expected(column, ast)])
      }
      const { tree } = fc.letrec<{ tree: string }>((tie) => ({
        tree: fc.oneof(
          { maxDepth: 3 },
          fc.constantFrom(...atoms),
          fc
            .tuple(tie('tree'), fc.constantFrom('&', '|'), tie('tree'))
            .map(([left, sign, right]) => `(${left})${sign}(${right})`),
        ),
      }))
      await fc.assert(
        fc.asyncProperty(tree, async (text) => {
          const ast = parsed(field, text)
          if (ast !== undefined) expect([text, await found(column, ast)]).toEqual([text, expected(column, ast)])
        }),
        { numRuns: 60 },
      )
      const everywhere = {
        ...column,
        values: values.filter((value) => value !== null),
        field: { ...field, nullable: false },
      }
      for (const atom of atoms) {
        const ast = parsed(everywhere.field, atom)
        if (ast !== undefined) expect([atom, await found(everywhere, ast)]).toEqual([atom, expected(everywhere, ast)])
      }
    })
  }

  test('FLT-036 no text breaks a statement: it is refused before, or finds what evaluate() says', async () => {
    const pieces = [
      "'",
      '"',
      ';',
      '--',
      '$1',
      '${',
      '%',
      '_',
      '\\',
      '*',
      '?',
      'a',
      'ß',
      '％',
      '|',
      '&',
      '(',
      ')',
      '..',
      '<',
      '>',
      '@',
      ' ',
      'today',
      '1',
      "'; drop table company; --",
    ]
    const garbage = fc.oneof(
      fc.array(fc.constantFrom(...pieces), { maxLength: 10 }).map((some) => some.join('')),
      fc.string({ unit: 'grapheme-ascii' }),
    )
    const withText = (column: Column, text: string): Column =>
      column.type === 'text' && column.field.kind === 'text'
        ? { ...column, values: [...column.values, text.replaceAll('\0', '')] }
        : column
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...columns), garbage, async (plain, text) => {
        const column = withText(plain, text)
        const ast = parsed(column.field, text)
        if (ast !== undefined) expect([text, await found(column, ast)]).toEqual([text, expected(column, ast)])
      }),
      { numRuns: 400 },
    )
  })
})

test('what is written goes into parameters only', () => {
  const secrets = ['secret1', 'secret2', 'secret3', 'secret4']
  const text = "secret1*|'secret2?'|secret3..|<>@'secret4'"
  for (const kind of ['text', 'code'] as const) {
    const ast = parsed({ kind }, text)
    if (ast === undefined) throw new Error('no filter')
    const { sql: statement, parameters } = sql`select 1 where ${toSql(ast, sql.ref('value'), true)}`.compile(db)
    expect(statement).not.toMatch(/secret/i)
    for (const secret of secrets) expect(parameters.join('\n').toLowerCase()).toContain(secret)
  }
})

test('FLT-023 letters fold here as there', async () => {
  const ranges: [number, number][] = [
    [0x20, 0x7e],
    [0xc0, 0x17f],
    [0x1e00, 0x1eff],
    [0x300, 0x314],
    [0xff01, 0xff5e],
    [0xfb00, 0xfb04],
  ]
  const letters = ranges
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)))
    .filter((letter) => !/[×÷ẚẜẝỻỽỿỺỼỾẛ]/.test(letter))
  const texts = [...letters, '‘’', '“”', '«»', '–', '—', '…']
  const { rows } = await sql<{
    text: string
    folded: string
  }>`select text, fold(text) as folded from unnest(${texts}::text[]) as text`.execute(db)
  expect(
    rows.filter(({ text, folded }) => fold(text) !== folded).map(({ text, folded }) => [text, folded, fold(text)]),
  ).toEqual([])
})

describe('indexes serve the filters', () => {
  beforeAll(async () => {
    const statements = [
      sql`create table place (id bigint generated always as identity primary key, name text not null, city text, code text collate "C" not null, at timestamptz not null, kind text)`,
      sql`insert into place (name, city, code, at) select md5(i::text) || ' S.p.A.', case when i % 3 > 0 then md5((i / 5)::text) end, i::text, timestamptz '2020-01-01 00:00Z' + i * interval '1 hour' from generate_series(1, 60000) i`,
      sql`create index place_by_name on place (${folded(sql.ref('name'))}, id)`,
      sql`create index place_by_city on place (${folded(sql`coalesce(city, '')`)}, id)`,
      sql`create index place_by_letters on place using gin ((${folded(sql.ref('name'))}) gin_trgm_ops)`,
      sql`create unique index place_by_code on place (code)`,
      sql`create index place_by_code_order on place ((${codeOrder(sql.ref('code'))}), id)`,
      sql`create index place_by_time on place (at, id)`,
      sql`analyze place`,
    ]
    for (const statement of statements) await statement.execute(db)
  })

  async function plan(field: Field, text: string, column: Expression<unknown>): Promise<string> {
    const ast = parsed(field, text)
    if (ast === undefined) throw new Error(`${text} is no filter`)
    const query = sql<{
      'QUERY PLAN': string
    }>`explain select id from place where ${toSql(ast, column, field.nullable)}`
    return (await query.execute(db)).rows.map((row) => Object.values(row).join('')).join('\n')
  }

  test('FLT-009 x* and equality use the index of the folded text, *x* the trigrams', async () => {
    const text: Field = { kind: 'text' }
    for (const filter of ['abc1*', "'abc1*'", "'Abc'", 'abc', 'abc1|abd2', 'abc1..abc2', 'abc0*|def*'])
      expect([filter, await plan(text, filter, sql.ref('name'))]).toEqual([
        filter,
        expect.stringContaining('place_by_name'),
      ])
    for (const filter of ['*abc1*', '*bcd?abc*', "'*Abc12*'"])
      expect([filter, await plan(text, filter, sql.ref('name'))]).toEqual([
        filter,
        expect.stringContaining('place_by_letters'),
      ])
    for (const filter of ['abc1*', 'abc', 'abc1..abc2'])
      expect([filter, await plan({ ...text, nullable: true }, filter, sql.ref('city'))]).toEqual([
        filter,
        expect.stringContaining('place_by_city'),
      ])
  })

  test('FLT-026 codes use the unique index for equality and beginnings, the order of numbers for ranges', async () => {
    for (const filter of ['a1', '1234*', '1|2|3'])
      expect([filter, await plan({ kind: 'code' }, filter, sql.ref('code'))]).toEqual([
        filter,
        expect.stringMatching(/place_by_code\b/),
      ])
    expect(await plan({ kind: 'code' }, '100..200', sql.ref('code'))).toContain('place_by_code_order')
  })

  test('FLT-033 days of instants use the index of the time, numbers that of an integer', async () => {
    expect(await plan({ kind: 'instant' }, '5/2/2020', sql.ref('at'))).toContain('place_by_time')
    expect(await plan({ kind: 'number' }, '5..9', sql.ref('id'))).toContain('place_pkey')
  })
})
