import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exitCode, failed, type Tally } from './steps.ts'

interface Report {
  numPassedTests: number
  numFailedTests: number
  testResults: { name: string; assertionResults: { status: string; fullName: string }[] }[]
}

/** Runs one vitest project and counts its tests; a file that does not even load counts as one that failed. */
export async function vitest(project: string, args: string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'carteggio-report-'))
  const file = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const command = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...reporters, ...args]
  const code = await exitCode(process.execPath, command, env)
  const report = await readFile(file, 'utf8').catch(() => undefined)
  await rm(folder, { recursive: true })
  if (report === undefined) return failed
  const { numPassedTests, numFailedTests, testResults }: Report = JSON.parse(report)
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  return {
    passed: numPassedTests,
    failed: Math.max(numFailedTests, code === 0 ? 0 : 1),
    skipped: tests.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ fullName }) => fullName),
  }
}
