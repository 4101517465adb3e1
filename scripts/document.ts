import { signInRoutes } from '#features/users/sign-in-routes.ts'
import { createApp } from '../server/app.ts'
import type { Live } from '../server/live.ts'

const quiet: Live = { announce() {}, subscribe: () => () => {}, stop: async () => {} }

/** The document of the whole API, as /api/openapi.json serves it; needs no database. */
export async function apiDocument(): Promise<object> {
  const nobody = () => {
    throw new Error('The document is made without requests')
  }
  const app = await createApp({
    contextOf: nobody,
    openRoutes: [signInRoutes(nobody)],
    live: quiet,
    fileLimit: 1,
    logger: false,
  })
  await app.ready()
  const document = app.swagger()
  await app.close()
  return document
}
