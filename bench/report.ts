import { writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'

/** One measured figure against the bar of its issue. */
export interface Measured {
  readonly issue: number
  readonly name: string
  readonly unit: string
  readonly measured: number
  /** the figure of the floor, or of the small case, from the same run */
  readonly floor: number | null
  readonly ratio: number | null
  readonly bar: string
  readonly met: boolean
}

interface Compared {
  ours: number
  floor: number
  ratio: number
  bar: number
  atLeast?: boolean
  issue?: number
}
const round = (value: number): number => Number(value.toPrecision(value >= 1000 ? 4 : 3))

export const against = (
  name: string,
  unit: string,
  { ours, floor, ratio, bar, atLeast = false, issue = 2 }: Compared,
): Measured => ({
  issue,
  name,
  unit,
  measured: round(ours),
  floor: round(floor),
  ratio: round(ratio),
  bar: atLeast ? `at least ${bar}` : `at most ${bar}`,
  met: atLeast ? ratio >= bar : ratio <= bar,
})

export const atMost = (name: string, unit: string, measured: number, bar: number, issue = 2): Measured => ({
  issue,
  name,
  unit,
  measured: round(measured),
  floor: null,
  ratio: null,
  bar: `at most ${bar} ${unit}`,
  met: measured <= bar,
})

/** Writes docs/benchmarks.json and the same as a page, docs/benchmarks.md. */
export async function writeReport(docs: string, postgres: string, results: readonly Measured[]): Promise<void> {
  const machine = {
    cores: cpus().length,
    cpu: cpus()[0]?.model ?? '',
    memoryGb: Math.round(totalmem() / 1e9),
    node: process.version,
    postgres,
  }
  const date = new Date().toISOString().slice(0, 10)
  await writeFile(join(docs, 'benchmarks.json'), `${JSON.stringify({ date, machine, results }, null, 2)}\n`)
  const rows = results.map(
    ({ issue, name, measured, unit, floor, ratio, bar, met }) =>
      `| ${issue} | ${name} | ${measured} ${unit} | ${floor ?? ''} | ${ratio ?? ''} | ${bar} | ${met ? 'yes' : '**no**'} |`,
  )
  await writeFile(
    join(docs, 'benchmarks.md'),
    `# Benchmarks

\`npm run bench\` on ${date}: ${machine.cores} cores (${machine.cpu}), ${machine.memoryGb} GB, Node ${machine.node.slice(1)}, PostgreSQL ${postgres}; client, servers and database on the one machine.
Ours and its floor alternate in one run, warm, the median of five rounds; ours is signed in, the floor (\`bench/bare.ts\`) asks nobody. Bars are ratios, or absolute where they name a unit.

| issue | what | measured | floor | ratio | bar | met |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`,
  )
}
