import type { ReactNode } from 'react'
import classes from './Facts.module.css'

/** A card of the side column: a heading, and what belongs under it. */
export const Panel = ({ title, aside, children }: { title?: string; aside?: ReactNode; children: ReactNode }) => (
  <section className={classes.panel}>
    {title && (
      <header className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        {aside}
      </header>
    )}
    {children}
  </section>
)

/** Figures in two columns: what they count in grey, the figure, and a line on it. */
export const Figures = ({ figures }: { figures: readonly { label: string; value: ReactNode; line?: ReactNode }[] }) => (
  <dl className={classes.figures}>
    {figures.map(({ label, value, line }) => (
      <div key={label} className={classes.figure}>
        <dt>{label}</dt>
        <dd className={classes.value}>{value}</dd>
        {line && <dd className={classes.line}>{line}</dd>}
      </div>
    ))}
  </dl>
)

/** Name and value, one under the other. */
export const Facts = ({ facts }: { facts: readonly { label: string; value: ReactNode }[] }) => (
  <dl className={classes.facts}>
    {facts.map(({ label, value }) => (
      <div key={label} className={classes.fact}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
