import type { ReactNode } from 'react'
import classes from './Empty.module.css'

/** What a page says when there is nothing to show: what this is, and the button that comes next. */
export const Empty = ({
  children,
  actions,
  alert = false,
}: {
  children: ReactNode
  actions?: ReactNode
  alert?: boolean
}) => (
  <div className={classes.empty} role={alert ? 'alert' : 'status'}>
    <p>{children}</p>
    {actions && <div className={classes.actions}>{actions}</div>}
  </div>
)
