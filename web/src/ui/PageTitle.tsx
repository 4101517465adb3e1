import { type ReactNode, useEffect, useRef } from 'react'
import classes from './PageTitle.module.css'

type Props = { title: string; about?: string; beside?: ReactNode; actions?: ReactNode }

/** The head of a page: its name, one sentence on what it is for, its actions. A new page puts the focus here. */
export const PageTitle = ({ title, about, beside, actions }: Props) => (
  <header className={classes.head}>
    <div className={classes.text}>
      <div className={classes.line}>
        <Heading title={title} className={classes.title} />
        {beside}
      </div>
      {about && <p className={classes.about}>{about}</p>}
    </div>
    {actions && <div className={classes.actions}>{actions}</div>}
  </header>
)

/** The `h1` of a page: names the window, and takes the focus when the page is new, so that a reader begins there. */
export function Heading({
  title,
  className,
  children,
}: {
  title: string
  className?: string | undefined
  children?: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Carteggio`
  }, [title])
  useEffect(() => {
    if (
      document.activeElement === null ||
      document.activeElement === document.body ||
      !document.activeElement.matches('input, textarea, [role=dialog] *')
    )
      heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children ?? title}
    </h1>
  )
}
