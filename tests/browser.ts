import axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, expect, onTestFinished } from 'vitest'
import { firstLink } from '#features/users/service/welcome.ts'
import { contextOf, type Entrance } from '#features/users/service/who.ts'
import { shownBy, signInRoutes } from '#features/users/sign-in-routes.ts'
import type { Speech } from '#kernel/context.ts'
import { findChromium } from '../scripts/browser.ts'
import { createApp } from '../server/app.ts'
import { openLive } from '../server/live.ts'
import { seedCompany } from '../server/seed.ts'
import { testCompany } from './company.ts'
import { cookieOf, lina } from './signed-in.ts'

/** How a page is looked at: in whose language, by day or at night, on how wide a screen. */
export interface Look {
  language?: Speech
  scheme?: 'light' | 'dark'
  /** CSS pixels; 390 is a phone, which is touched */
  width?: number
}

let launched: Promise<Browser> | undefined
const launch = () => {
  launched ??= chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox'],
  })
  return launched
}
afterAll(async () => (await launched)?.close())

/**
 * A company with the whole product in front of it, listening, and Lina signed in as its administrator. The page is the built
 * one, `web/dist`. What a page writes to the console as an error, or throws, fails the test.
 */
export async function browserCompany() {
  const company = await testCompany()
  await company.db.deleteFrom('member').execute()
  const entrance: Entrance = {
    databases: company.databases,
    files: company.files,
    seed: seedCompany,
    secure: false,
    clock: Date.now,
    remembered: new Map(),
  }
  const app = await createApp({
    live: openLive(company.databases.url, company.databases.serverPool, () => {}),
    contextOf: (request) => contextOf(entrance, shownBy(request)),
    openRoutes: [signInRoutes(() => entrance)],
    fileLimit: 100 * 2 ** 20,
    logger: false,
  })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const token = await firstLink(entrance)
  const cookie = cookieOf(await app.inject({ method: 'POST', url: '/api/welcome', payload: { token, ...lina } })) ?? ''
  const speak = (language: Speech) =>
    app.inject({ method: 'PATCH', url: '/api/session', payload: { language }, cookies: { carteggio: cookie } })
  const contexts: BrowserContext[] = []
  onTestFinished(async () => {
    for (const context of contexts) await context.close()
    await app.close()
  })
  const open = async (path: string, { language = 'en', scheme = 'light', width = 1440 }: Look = {}): Promise<Page> => {
    await speak(language)
    const phone = width < 768
    const context = await (await launch()).newContext({
      baseURL: url,
      colorScheme: scheme,
      locale: language,
      timezoneId: 'Europe/Rome',
      reducedMotion: 'reduce',
      hasTouch: phone,
      viewport: { width, height: phone ? 844 : 900 },
    })
    contexts.push(context)
    await context.addCookies([{ name: 'carteggio', value: cookie, url }])
    const page = await context.newPage()
    const errors = errorsOf(page)
    onTestFinished(() => expect(errors, `errors on ${path}`).toEqual([]))
    await page.goto(path)
    return page
  }
  return { ...company, url, cookie, open }
}
export type BrowserCompany = Awaited<ReturnType<typeof browserCompany>>

/** What goes wrong in a page; that the server refuses something is no error of the page. */
function errorsOf(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    const refusal = /the server responded with a status of 4\d\d/.test(message.text())
    if (message.type() === 'error' && !refusal) errors.push(message.text())
  })
  return errors
}

/** What WCAG 2.2 AA finds wrong with a page, each with where it stands. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    }),
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}
