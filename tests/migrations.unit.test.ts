import { describe, expect, test } from 'vitest'
import { type MigrationSet, migrationFiles } from '#database/migrate.ts'

/** Rules that let a company's schema move to a distributed PostgreSQL (Citus) one day; on plain PostgreSQL they cost nothing. */
const sets: readonly MigrationSet[] = ['server', 'company']
const files = (
  await Promise.all(sets.map(async (set) => (await migrationFiles(set)).map((file) => ({ ...file, set }))))
).flat()
const statements = files.flatMap(({ set, name, statements }) =>
  statements.map((sql) => ({ set, place: `${set}/${name}`, sql: bare(sql) })),
)
const tables = statements.flatMap(({ set, sql }) => {
  const [, name = '', body = ''] = /^create table (?:if not exists )?(\w+) \((.*)\)$/s.exec(sql) ?? []
  return name === '' ? [] : [{ set, name, lines: partsOf(body) }]
})

/** A statement without comments and without the bodies of functions, in lower case. */
function bare(sql: string): string {
  return sql
    .replaceAll(/--[^\n]*/g, '')
    .replaceAll(/\$\$.*?\$\$/gs, "''")
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

/** The columns and constraints of a table, cut at the commas that stand outside of brackets. */
function partsOf(body: string): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (const [at, letter] of [...body].entries()) {
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0
    if (letter !== ',' || depth > 0) continue
    parts.push(body.slice(from, at).trim())
    from = at + 1
  }
  return [...parts, body.slice(from).trim()]
}

const found = (pattern: RegExp) =>
  statements.filter(({ sql }) => pattern.test(sql)).map(({ place, sql }) => `${place}: ${sql}`)

test('the files are found and read', () => {
  expect(files.length).toBeGreaterThanOrEqual(2)
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['company', 'interaction', 'journal_change']))
  expect(tables.find(({ name }) => name === 'journal')?.lines.length).toBe(8)
})

test('one statement a call', () => {
  expect(statements.filter(({ sql }) => sql.replaceAll(/'[^']*'/g, "''").includes(';'))).toEqual([])
  expect(
    statements.filter(({ sql }) => !/^(create|alter|drop|insert|update|delete|comment|grant|do) /.test(sql)),
  ).toEqual([])
})

test('nothing that a distributed table cannot be or have', () => {
  for (const pattern of [
    /\btrigger\b/,
    /^create (or replace )?rule\b/,
    /\binherits\b/,
    /\bunlogged\b/,
    /\brename constraint\b/,
    /\bset statistics\b/,
    /\bcluster on\b/,
    /\bconcurrently\b.*\bdetach\b|\bdetach\b.*\bconcurrently\b/,
    /\bsetval\(|pg_get_serial_sequence|::regclass/,
    /\bmerge into\b/,
    /\bon conflict\b.*\bdo update\b.*\bnow\(\)/,
    /^create schema \w+ create/,
  ])
    expect(found(pattern), String(pattern)).toEqual([])
})

test('identities are bigint, and made with their table', () => {
  expect(found(/\b(small|big)?serial\b/)).toEqual([])
  expect(found(/^alter table .* add column .*\bidentity\b/)).toEqual([])
  for (const { name, lines } of tables)
    for (const line of lines.filter((one) => /\bidentity\b/.test(one)))
      expect(line, name).toMatch(/^\w+ bigint generated always as identity/)
})

test('a column that is added later brings its constraints in statements of their own', () => {
  expect(found(/^alter table .* add column .*\b(primary key|unique|check|constraint)\b/)).toEqual([])
})

describe.each(tables)('table $name', ({ set, name, lines }) => {
  const columns = lines.filter((line) => !line.startsWith('constraint '))
  const constraints = lines.filter((line) => line.startsWith('constraint '))

  test('has a primary key', () => {
    expect(lines.filter((line) => /\bprimary key\b/.test(line))).toHaveLength(1)
  })

  test('names its constraints, apart from the columns', () => {
    for (const column of columns) expect(column).not.toMatch(/\b(unique|references|check \()/)
    for (const part of columns) expect(part).not.toMatch(/^(primary key|unique|foreign key|check|exclude)\b/)
  })

  test('points only to tables of its own schema', () => {
    const own = new Set(tables.filter((table) => table.set === set).map((table) => table.name))
    for (const constraint of constraints) {
      const target = /\breferences (\w+)/.exec(constraint)?.[1]
      if (target !== undefined) expect(own, `${name}: ${constraint}`).toContain(target)
    }
  })
})

test('names of constraints and indexes are unique in their set and never end in six digits', () => {
  for (const set of sets) {
    const names = [
      ...tables
        .filter((table) => table.set === set)
        .flatMap(({ lines }) => lines.flatMap((line) => /^constraint (\w+)/.exec(line)?.[1] ?? [])),
      ...statements
        .filter((one) => one.set === set)
        .flatMap(({ sql }) => [
          ...(/^create (?:unique )?index (?:concurrently )?(?:if not exists )?(\w+)/.exec(sql)?.slice(1) ?? []),
          ...(/ add constraint (\w+)/.exec(sql)?.slice(1) ?? []),
        ]),
    ]
    expect(names.length).toBeGreaterThan(3)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
    expect(names.filter((name) => /_\d{6,}$/.test(name))).toEqual([])
    expect(names.filter((name) => name.length > 63)).toEqual([])
  }
})

test('a company’s connection reaches the shared tables too: no name stands for two tables', () => {
  const shared = new Set(tables.filter(({ set }) => set === 'server').map(({ name }) => name))
  expect(tables.filter(({ set, name }) => set === 'company' && shared.has(name))).toEqual([])
})

test('no statement names the schema of a company, and the shared one only where a function must find its dictionary', () => {
  expect(found(/\b(company_\d+|public)\./)).toEqual([])
  const raw = files.flatMap(({ statements }) => statements).filter((sql) => /\bshared\./.test(sql))
  expect(raw.filter((sql) => !/^create function (fold|words_of)\(/.test(sql))).toEqual([])
})

test('a concurrent index stands in a file that runs outside of a transaction', () => {
  for (const { name, outsideTransaction, statements: all } of files)
    if (all.some((sql) => /^create (unique )?index concurrently/i.test(sql)))
      expect(outsideTransaction, name).toBe(true)
})
