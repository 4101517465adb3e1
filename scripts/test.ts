import { buildPage } from '../launch/build.mjs'
import { bringChromium } from './browser.ts'
import { boundaries, lint, types, unit } from './checks.ts'
import { withDebianPostgres } from './debian-postgres.ts'
import { failed, nothing, runSteps, type Step, type Tally } from './steps.ts'
import { vitest } from './vitest.ts'

const notRun = (name: string): Tally => ({ ...nothing, skipped: [name] })

const onEmbedded: Step = { name: 'integration, embedded PostgreSQL', run: () => vitest('integration') }

const onDebian: Step = {
  name: 'integration, Debian PostgreSQL',
  run: async () => {
    const tally = await withDebianPostgres((url) =>
      vitest('integration', ['--exclude', 'server/features/extraction/reading/**'], { TEST_DATABASE_URL: url }),
    )
    return (
      tally ?? notRun('integration tests on a PostgreSQL server (no PostgreSQL 15 or newer in /usr/lib/postgresql)')
    )
  },
}

const page: Step = {
  name: 'build of the page',
  run: async () => (buildPage(process.execPath) ? nothing : failed),
}

const inBrowser: Step = {
  name: 'browser and house',
  run: async () => {
    const chromium = await bringChromium()
    if (chromium) return vitest('browser', [], { CHROMIUM_PATH: chromium })
    const tally = await vitest('browser', ['tests/house'])
    return { ...tally, skipped: [...tally.skipped, 'browser tests (no Chromium; CHROMIUM_PATH names one)'] }
  },
}

/** Everything there is, in the order in which a mistake is cheapest to find. */
const complete = process.env.CI === 'true'
if (!(await runSteps([types, lint, boundaries, unit, onEmbedded, onDebian, page, inBrowser], complete))) process.exit(1)
