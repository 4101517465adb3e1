import { execFile } from 'node:child_process'
import { glob } from 'node:fs/promises'
import { promisify } from 'node:util'
import { failed, nothing, programs, type Step } from './steps.ts'
import { vitest } from './vitest.ts'

const tsc = 'typescript/bin/tsc'
export const types = programs('types', [tsc, '-p', 'tsconfig.json'], [tsc, '-p', 'web'])

export const lint = programs(
  'format and lint',
  ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
  ['oxlint/bin/oxlint', '--deny-warnings'],
)

export const unit: Step = { name: 'unit tests', run: () => vitest('unit') }

interface Cruise {
  modules: { source: string }[]
  summary: { violations: { from: string; to: string; rule: { name: string } }[] }
}

/** Who may import whom. A cruiser that cannot read TypeScript sees few modules, finds nothing wrong and passes: so they are counted. */
export const boundaries: Step = {
  name: 'directions of imports',
  run: async () => {
    const { modules, summary } = await cruise()
    for (const { from, to, rule } of summary.violations) console.log(`${rule.name}: ${from} → ${to}`)
    const files = await Array.fromAsync(glob('{server,web/src}/**/*.{ts,tsx}'))
    const seen = new Set(modules.map(({ source }) => source))
    const unseen = files.filter((file) => !seen.has(file))
    if (unseen.length > 0) console.log(`not seen: ${unseen.join(', ')}`)
    console.log(`${files.length} files, ${summary.violations.length} imports that go the wrong way`)
    return summary.violations.length + unseen.length > 0 ? failed : nothing
  },
}

async function cruise(): Promise<Cruise> {
  const args = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'server', 'web/src']
  const program = ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', ...args]
  const { stdout } = await promisify(execFile)(process.execPath, program, { maxBuffer: 2 ** 28 }) // json: exit code 0 with violations too
  return JSON.parse(stdout)
}
