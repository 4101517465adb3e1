import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** What a step found out, in tests; a check that is one program counts as one test only when it fails. */
export interface Tally {
  passed: number
  failed: number
  /** names of what did not run */
  skipped: string[]
}

export interface Step {
  name: string
  run: () => Promise<Tally>
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: [] }
export const failed: Tally = { ...nothing, failed: 1 }

/** Runs a program in the clone, its output shown as it comes. @returns its exit code, 1 when it was killed */
export async function exitCode(program: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  const [code] = await once(child, 'exit')
  return code ?? 1
}

/** A step of Node programs from node_modules, all of which must end well. */
export const programs = (name: string, ...commands: string[][]): Step => ({
  name,
  run: async () => {
    const codes: number[] = []
    for (const [path = '', ...args] of commands)
      codes.push(await exitCode(process.execPath, [`node_modules/${path}`, ...args]))
    return codes.every((code) => code === 0) ? nothing : failed
  },
})

/**
 * Runs steps in order, all of them even when one fails, then says how long each took, what did not run, and the sum.
 * @returns whether all is well; with `complete`, what did not run is a failure too
 */
export async function runSteps(steps: Step[], complete: boolean): Promise<boolean> {
  let interrupted = false // Ctrl+C reaches the step's program too: it ends, the step tidies up, and no other follows
  process.on('SIGINT', () => {
    interrupted = true
  })
  const rows: { name: string; seconds: number; tally: Tally }[] = []
  for (const { name, run } of steps) {
    if (interrupted) break
    console.log(`\n━━ ${name}`)
    const start = performance.now()
    const tally = await run().catch((error) => {
      console.error(error)
      return failed
    })
    rows.push({ name, seconds: (performance.now() - start) / 1000, tally })
  }
  const width = Math.max(...rows.map(({ name }) => name.length))
  console.log('')
  for (const { name, seconds, tally } of rows)
    console.log(`${name.padEnd(width)} ${seconds.toFixed(1).padStart(7)} s  ${tally.failed > 0 ? 'FAILED' : 'ok'}`)
  const skipped = rows.flatMap(({ tally }) => tally.skipped)
  if (skipped.length > 0) console.log(`\nDid not run:\n${skipped.map((name) => `  ${name}`).join('\n')}`)
  const count = (of: 'passed' | 'failed') => rows.reduce((sum, { tally }) => sum + tally[of], 0)
  console.log(`\n${count('passed')} passed, ${count('failed')} failed, ${skipped.length} skipped`)
  return !interrupted && count('failed') === 0 && !(complete && skipped.length > 0)
}
