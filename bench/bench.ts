import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { startEmbedded } from '#database/embedded.ts'
import { findEngine } from '#database/engine.ts'
import { creating, exporting, firstLoad, lists, secondStart } from './measures.ts'
import { type Measured, writeReport } from './report.ts'
import { searching } from './search.ts'
import { openStage, type Stage } from './stage.ts'
import { canceling, statistics, telling } from './together.ts'

const { large } = new Command('npm run bench --')
  .description('Measures what the issues ask for; writes docs/benchmarks.md and docs/benchmarks.json')
  .option('--large', 'with 10 million entries too (some 20 minutes and 10 GB more)')
  .parse()
  .opts<{ large?: boolean }>()

const sizes = {
  '10 thousand': { contacts: 2_000, interactions: 10_000, big: 1_000 },
  '1 million': { contacts: 100_000, interactions: 1_000_000, big: 100_000 },
  ...(large && { '10 million': { contacts: 1_000_000, interactions: 10_000_000, big: 100_000 } }),
}
const root = join(import.meta.dirname, '..')
process.chdir(root)

const results: Measured[] = []
function tell(...measured: Measured[]): void {
  results.push(...measured)
  for (const { name, measured: value, unit, ratio, bar, met } of measured)
    console.log(`${met ? ' ' : '!'} ${name}: ${value} ${unit}${ratio === null ? '' : `, ratio ${ratio}`} (${bar})`)
}

const folder = await mkdtemp(join(tmpdir(), 'carteggio-bench-'))
const server = await startEmbedded(folder)
const stages = new Map<string, Stage>()
try {
  for (const [name, size] of Object.entries(sizes)) {
    console.log(`filling ${name} entries`)
    stages.set(name, await openStage(server, folder, size))
  }
  const million = stages.get('1 million')
  if (million === undefined) throw new Error('There is no stage of 1 million')
  tell(...(await lists(stages)))
  tell(await creating(million, false), await creating(million, true))
  tell(...(await searching(million)))
  tell(...(await statistics(million)))
  tell(await telling(million), await canceling(million))
  tell(await exporting(million, 1_000_000))
} finally {
  for (const stage of stages.values()) await stage.stop()
  await server.stop()
  await rm(folder, { recursive: true })
}
tell(await secondStart(), await firstLoad('web/dist'))
await writeReport('docs', (await findEngine()).version.replace(/-.*/, ''), results)
if (results.some(({ met }) => !met)) process.exitCode = 1
