import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabases } from '#database/companies.ts'
import { startEmbedded } from '#database/embedded.ts'
import { apiDocument } from './document.ts'
import { schemaText } from './schema-text.ts'

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

/** Writes what is generated: the types of the tables, the schema as text, the API's document, and the page's types of it. */
const folder = mkdtempSync(join(tmpdir(), 'carteggio-generate-'))
const embedded = await startEmbedded(folder, { durable: false })
const url = `postgres://${embedded.user}@localhost/postgres?host=${encodeURIComponent(embedded.socket)}`
const databases = await openDatabases(url, () => {})
await databases.createCompany('Types')
writeFileSync('migrations/schema.txt', await schemaText(databases))
await databases.close()
execFileSync(
  process.execPath,
  [
    'tools/node_modules/kysely-codegen/dist/cli/bin.js',
    '--dialect=postgres',
    '--camel-case',
    '--default-schema=company_1',
    '--include-pattern=company_1.*',
    '--exclude-pattern=company_1.kysely_*',
    '--type-mapping={"int8":"number","timestamptz":"string","numeric":"string"}',
    `--overrides=${JSON.stringify({ columns: choices })}`,
    '--out-file=server/kernel/tables.ts',
  ],
  { env: { ...process.env, DATABASE_URL: url }, stdio: 'inherit' },
)
await embedded.stop()
rmSync(folder, { recursive: true })
const types = readFileSync('server/kernel/tables.ts', 'utf8').replace(
  'export interface DB {',
  'export interface Tables {',
)
writeFileSync('server/kernel/tables.ts', types)
writeFileSync('docs/openapi.json', `${JSON.stringify(await apiDocument(), null, 2)}\n`)
execFileSync(
  process.execPath,
  ['tools/node_modules/openapi-typescript/bin/cli.js', 'docs/openapi.json', '-o', 'web/src/api/schema.d.ts'],
  { stdio: 'inherit' },
)
