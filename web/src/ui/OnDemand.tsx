import { type ComponentType, cloneElement, type ReactElement, Suspense, useState } from 'react'

type Button = ReactElement<{ onClick?: () => void; autoFocus?: boolean }>
type Props<P> = {
  /** What is pressed, drawn from the first moment. */
  button: Button
  /** A lazy component that puts its menu or popover, open at first, on the button it is given as child. */
  menu: ComponentType<P & { children: Button }>
  props: P
}

/** A button whose menu is fetched when it is first pressed, so that it does not weigh on the first screen. */
export function OnDemand<P>({ button, menu: Menu, props }: Props<P>) {
  const [asked, setAsked] = useState(false)
  if (!asked) return cloneElement(button, { onClick: () => setAsked(true) })
  const focused = cloneElement(button, { autoFocus: true })
  return (
    <Suspense fallback={focused}>
      <Menu {...props}>{focused}</Menu>
    </Suspense>
  )
}
