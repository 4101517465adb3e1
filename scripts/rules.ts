import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { left } from './rules-left.ts'

const root = join(import.meta.dirname, '..')
const title = /'((?:[^'\\\n]|\\.)*?\b[A-Z]{3}-\d{3}\b(?!\.\d)(?:[^'\\\n]|\\.)*)'/g
const rule = /\b[A-Z]{3}-\d{3}\b(?!\.\d)/g

/** Which tests show which rule of the specification, from the numbers in the tests' names: a table for `docs/rules.md`. */
export async function rulesText(): Promise<string> {
  const files = await Array.fromAsync(glob('{server,web/src,tests}/**/*.test.ts', { cwd: root }))
  const shown = new Map<string, string[]>()
  for (const file of files.sort()) {
    const text = await readFile(join(root, file), 'utf8')
    for (const [, name = ''] of text.matchAll(title))
      for (const one of new Set(name.match(rule)))
        shown.set(one, [...(shown.get(one) ?? []), `${nameOf(name)} ([${lastOf(file)}](../${file}))`])
  }
  const rows = [...shown].sort(([a], [b]) => a.localeCompare(b)).map(([one, by]) => `| ${one} | ${by.join('<br>')} |`)
  return `# Rules and the tests that show them

Generated from the names of the tests by \`npm run generate\`. ${shown.size} rules are cited.

| rule | tests |
| --- | --- |
${rows.join('\n')}

## Rules without a test

| rules | why |
| --- | --- |
${leftOver(shown).join('\n')}
`
}

/** What no test shows, as far as it is still so. */
const leftOver = (shown: ReadonlyMap<string, unknown>): string[] =>
  left.flatMap(({ rules, why }) => {
    const rest = rules
      .split(' ')
      .flatMap(numbersOf)
      .filter((one) => !shown.has(one))
    return rest.length === 0 ? [] : [`| ${rest.join(', ')} | ${why} |`]
  })

/** `INT-105..INT-107` as its three numbers. */
function numbersOf(rules: string): string[] {
  const [from = '', to = from] = rules.split('..')
  const [first, last] = [Number(from.slice(4)), Number(to.slice(4))]
  return Array.from({ length: last - first + 1 }, (_, n) => `${from.slice(0, 4)}${String(first + n).padStart(3, '0')}`)
}

/** A test's name without the numbers at its beginning, safe in a table. */
const nameOf = (name: string): string =>
  name
    .replace(/^(?:[A-Z]{3}-\d{3}\s+)+/, '')
    .replaceAll('\\', '')
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
const lastOf = (file: string): string => file.split('/').at(-1) ?? file
