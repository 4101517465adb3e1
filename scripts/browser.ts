import { existsSync } from 'node:fs'
import { aptInstall } from './apt.ts'

const places = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
  (name) => `/usr/bin/${name}`,
)

/** The Chromium for browser tests: the one that CHROMIUM_PATH names, else one that the system has. */
export function findChromium(): string | undefined {
  return [process.env.CHROMIUM_PATH ?? '', ...places].find((path) => existsSync(path))
}

/** The Chromium for browser tests, installed where we may. */
export async function bringChromium(): Promise<string | undefined> {
  return findChromium() ?? ((await aptInstall('chromium')) ? findChromium() : undefined)
}
