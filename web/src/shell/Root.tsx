import { Outlet } from '@tanstack/react-router'
import { Toasts } from './Toasts'

/** Around every page, signed in or not: the page and the messages at its foot. */
export const Root = () => (
  <>
    <Outlet />
    <Toasts />
  </>
)
