import { useMergedRef } from '@mantine/hooks'
import {
  type ComponentType,
  cloneElement,
  type ReactElement,
  type Ref,
  Suspense,
  useEffect,
  useRef,
  useState,
} from 'react'

type Button = ReactElement<{ onClick?: () => void; autoFocus?: boolean; ref?: Ref<HTMLButtonElement> }>
type Props<P> = {
  /** What is pressed, drawn from the first moment. */
  button: Button
  /** A lazy component that puts its menu or popover on the button it is given as child, closed at first. */
  menu: ComponentType<P & { children: Button }>
  props: P
}

/** A button whose menu is fetched when it is first pressed, so that it does not weigh on the first screen. */
export function OnDemand<P>({ button, menu, props }: Props<P>) {
  const [asked, setAsked] = useState(false)
  if (!asked) return cloneElement(button, { onClick: () => setAsked(true) })
  return (
    <Suspense fallback={cloneElement(button, { autoFocus: true })}>
      <Pressed button={button} menu={menu} props={props} />
    </Suspense>
  )
}

/** Presses the button once more when its menu has come: opened so, the menu gives the focus back when it closes. */
function Pressed<P>({ button, menu: Menu, props }: Props<P>) {
  const own = useRef<HTMLButtonElement>(null)
  const pressed = useRef(false)
  const ref = useMergedRef(own, button.props.ref ?? null)
  useEffect(() => {
    if (pressed.current) return
    pressed.current = true
    own.current?.click()
  }, [])
  return <Menu {...props}>{cloneElement(button, { autoFocus: true, ref })}</Menu>
}
