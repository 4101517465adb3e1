import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openDatabases } from '#database/companies.ts'
import { apiDocument } from './document.ts'
import { rulesText } from './rules.ts'
import { schemaText } from './schema-text.ts'

const tools = join(import.meta.dirname, '..', 'tools', 'node_modules')
const run = promisify(execFile)

/** Columns whose check constraint lists their values. */
const choices = {
  'company_1.contact.type': "'company' | 'person'",
  'company_1.contact.correspondence_type': "'hardCopy' | 'email' | null",
  'company_1.interaction.kind': "'call' | 'meeting' | 'letter' | 'mail' | 'note' | 'document' | 'system'",
  'company_1.interaction.information_flow': "'outbound' | 'inbound' | null",
  'company_1.interaction.initiated_by': "'us' | 'them' | null",
  'company_1.interaction.correspondence_type': "'hardCopy' | 'email' | null",
  'company_1.interaction_template.kind': "'call' | 'meeting' | 'letter' | 'mail' | 'note' | 'document' | 'system'",
  'company_1.interaction_template.information_flow': "'outbound' | 'inbound' | null",
  'company_1.interaction_template.initiated_by': "'us' | 'them' | null",
  'company_1.interaction_template.correspondence_type': "'hardCopy' | 'email' | null",
  'company_1.interaction_template.wizard_action': "'open' | 'import' | 'merge' | null",
}

/**
 * What is generated, by its path in the repository: the types of the tables, the schema as text, the API's document,
 * the page's types of it, and which tests show which rule.
 * @param url an empty database, which gets a company
 */
export async function generated(url: string): Promise<Readonly<Record<string, string>>> {
  const folder = await mkdtemp(join(tmpdir(), 'carteggio-generated-'))
  try {
    const document = `${JSON.stringify(await apiDocument(), null, 2)}\n`
    return {
      'migrations/schema.txt': await schemaOf(url),
      'server/kernel/tables.ts': await tablesOf(url, join(folder, 'tables.ts')),
      'docs/openapi.json': document,
      'web/src/api/schema.d.ts': await typesOf(document, folder),
      'docs/rules.md': await rulesText(),
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function schemaOf(url: string): Promise<string> {
  const databases = await openDatabases(url, () => {}, 2)
  try {
    await databases.createCompany('Types')
    return await schemaText(databases)
  } finally {
    await databases.close()
  }
}

async function tablesOf(url: string, file: string): Promise<string> {
  const program = [
    join(tools, 'kysely-codegen/dist/cli/bin.js'),
    '--dialect=postgres',
    '--camel-case',
    '--default-schema=company_1',
    '--include-pattern=company_1.*',
    '--exclude-pattern=company_1.kysely_*',
    '--type-mapping={"int8":"number","timestamptz":"string","numeric":"string"}',
    `--overrides=${JSON.stringify({ columns: choices })}`,
    `--out-file=${file}`,
  ]
  await run(process.execPath, program, { env: { ...process.env, DATABASE_URL: url } })
  return (await readFile(file, 'utf8')).replace('export interface DB {', 'export interface Tables {')
}

async function typesOf(document: string, folder: string): Promise<string> {
  const [from, to] = [join(folder, 'openapi.json'), join(folder, 'schema.d.ts')]
  await writeFile(from, document)
  await run(process.execPath, [join(tools, 'openapi-typescript/bin/cli.js'), from, '-o', to])
  return readFile(to, 'utf8')
}
