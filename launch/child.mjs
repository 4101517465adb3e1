import { spawn } from 'node:child_process'
import { root } from './install.mjs'

/**
 * Runs a program in our place: same input and output, signals passed on, its exit code becomes ours.
 * @param {string} program
 * @param {string[]} args
 */
export function become(program, args) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 1))
}
