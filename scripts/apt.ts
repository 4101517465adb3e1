import { access } from 'node:fs/promises'
import { exitCode } from './steps.ts'

/** Installs a Debian package where we may (root on a Debian); services stay as they are. @returns whether it is there now */
export async function aptInstall(name: string): Promise<boolean> {
  if (process.getuid?.() !== 0 || !(await exists('/usr/bin/apt-get'))) return false
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const quiet = ['-qq', '-o', 'Dpkg::Use-Pty=0', '-o', 'Dpkg::Options::=--force-confold']
  if ((await exitCode('apt-get', [...quiet, 'update'], env)) !== 0) return false
  return (await exitCode('apt-get', [...quiet, 'install', '-y', '--no-install-recommends', name], env)) === 0
}

export const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
