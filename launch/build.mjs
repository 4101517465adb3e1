import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { root } from './install.mjs'
import { words } from './messages.mjs'

const web = join(root, 'web')
const stamp = join(web, 'dist', '.built')

/**
 * Builds the web page into web/dist when its sources or packages changed since the last time.
 * @param {string} node path of a Node 24
 * @returns whether the page is there; the reason why not is printed
 */
export function buildPage(node) {
  const sources = hashOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return true
  console.log(words.building)
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', web, '--config', join(web, 'vite.config.ts'), '--logLevel', 'warn']
  if (spawnSync(node, args, { cwd: root, stdio: 'inherit' }).status !== 0) return false
  writeFileSync(stamp, sources)
  return true
}

function hashOfSources() {
  const hash = createHash('sha256')
  const files = readdirSync(web, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(web, 'dist') + sep))
  for (const path of [...files.sort(), join(root, 'package-lock.json')])
    hash.update(relative(root, path)).update(readFileSync(path))
  return hash.digest('hex')
}
