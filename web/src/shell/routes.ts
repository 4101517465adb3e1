import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { NotFoundPage } from './NotFoundPage'
import { rootRoute, shellRoute } from './route'

const text = (keys: readonly string[]) => (raw: Record<string, unknown>) =>
  Object.fromEntries(keys.flatMap((key) => (typeof raw[key] === 'string' ? [[key, raw[key]]] : [])))

/** Pages without a sign-in. */
export const doorRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: 'sign-in',
    validateSearch: text(['next']),
    component: lazyRouteComponent(() => import('./SignInPage'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: 'welcome',
    validateSearch: text(['token']),
    component: lazyRouteComponent(() => import('./WelcomePage'), 'WelcomePage'),
  }),
] as const

/** The shell's own pages. */
export const shellRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'help',
    component: lazyRouteComponent(() => import('./HelpPage'), 'HelpPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'setup',
    component: lazyRouteComponent(() => import('./SetupPage'), 'SetupPage'),
  }),
  createRoute({ getParentRoute: () => shellRoute, path: '$', component: NotFoundPage }),
] as const
