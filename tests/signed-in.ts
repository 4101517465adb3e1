import type { LightMyRequestResponse } from 'fastify'
import { firstLink } from '#features/users/service/welcome.ts'
import { contextOf, type Entrance } from '#features/users/service/who.ts'
import { shownBy, signInRoutes } from '#features/users/sign-in-routes.ts'
import { createApp } from '../server/app.ts'
import { openLive } from '../server/live.ts'
import { seedCompany } from '../server/seed.ts'
import { testCompany } from './company.ts'

/** The first administrator as tests make her. */
export const lina = {
  name: 'Lina Torresi',
  email: 'lina@adriatica.example',
  password: 'un cavallo giusto',
  company: 'Adriatica S.r.l.',
  language: 'it',
} as const

interface Sent {
  /** the session's cookie, as `cookieOf` reads it */
  cookie?: string | undefined
  headers?: Record<string, string>
  /** the address it comes from */
  from?: string
}

/** A new company with the real sign-in in front of it, nobody in it yet, and a clock that only the test moves. */
export async function signInHouse() {
  const company = await testCompany()
  await company.db.deleteFrom('member').execute()
  const clock = { now: Date.now() }
  const entrance: Entrance = {
    databases: company.databases,
    files: company.files,
    seed: seedCompany,
    secure: false,
    clock: () => clock.now,
    remembered: new Map(),
  }
  const app = await createApp({
    live: openLive(company.databases.url, company.databases.serverPool, () => {}),
    contextOf: (request) => contextOf(entrance, shownBy(request)),
    openRoutes: [signInRoutes(() => entrance)],
    fileLimit: 2 ** 20,
    logger: false,
  })
  await app.ready()
  const ask = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object, sent: Sent = {}) =>
    app.inject({
      method,
      url: `/api${path}`,
      headers: { ...sent.headers, ...(sent.cookie && { cookie: `carteggio=${sent.cookie}` }) },
      ...(sent.from && { remoteAddress: sent.from }),
      ...(body && { payload: body }),
    })
  /** Lina comes in by the printed link. @returns her cookie */
  const welcome = async () => {
    const token = await firstLink(entrance)
    return cookieOf(await ask('POST', '/welcome', { token, ...lina }))
  }
  return { company, entrance, clock, app, ask, welcome }
}

/** The session that an answer gives, or the empty text with which it takes it back. */
export const cookieOf = (answer: LightMyRequestResponse): string | undefined =>
  answer.cookies.find(({ name }) => name === 'carteggio')?.value
