import { IconBuilding } from '@tabler/icons-react'
import classes from './Initials.module.css'
import { initials } from './initials'

type Props = { name: string; size?: 22 | 26 | 32 | 44; company?: boolean }
/** A person as initials in a circle, a company as a house; decoration beside the name. With `title` it stands alone. */
export const Initials = ({ name, size = 26, company = false, title }: Props & { title?: string }) => (
  <span
    className={classes.initials}
    data-size={size}
    data-company={company || undefined}
    {...(title ? { role: 'img', 'aria-label': title, title } : { 'aria-hidden': true })}
  >
    {company ? <IconBuilding size={Math.round(size * 0.6)} stroke={1.8} /> : initials(name)}
  </span>
)
