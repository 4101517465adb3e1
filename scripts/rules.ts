import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'

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
`
}

/** A test's name without the numbers at its beginning, safe in a table. */
const nameOf = (name: string): string =>
  name
    .replace(/^(?:[A-Z]{3}-\d{3}\s+)+/, '')
    .replaceAll('\\', '')
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
const lastOf = (file: string): string => file.split('/').at(-1) ?? file
