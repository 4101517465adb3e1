import { boundaries, lint, types, unit } from './checks.ts'
import { runSteps } from './steps.ts'

/** What one wants to know while writing: under a minute, no database, no browser. */
if (!(await runSteps([types, lint, boundaries, unit], false))) process.exit(1)
