type Place = { element: HTMLElement; above: HTMLElement[] }

const REMEMBERED = 20
/** Time for a page to put the focus where it wants it. */
const PATIENCE_MS = 60
/** A list that is read again brings its rows back in a moment. */
const READING = '[role=grid][aria-busy=true], [role=status][aria-busy=true]'
const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled, [type=hidden]), textarea:not(:disabled), select:not(:disabled), [tabindex="0"]'

const ancestors = (element: HTMLElement): HTMLElement[] => {
  const above: HTMLElement[] = []
  for (let one = element.parentElement; one !== null; one = one.parentElement) above.push(one)
  return above
}
const canHold = (element: HTMLElement): boolean =>
  element.isConnected && !element.matches(':disabled') && element.getClientRects().length > 0
const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body

/**
 * Keeps the keyboard's place on the page. What has the focus may go: a dialog closes, a row is deleted, a button rests while it
 * works; the browser then starts again at the top. Instead the focus goes back to the button that opened the dialog, to what stands
 * beside the thing that went, to the button that works again, or at last to the heading.
 */
export function keepFocus(): () => void {
  let trail: readonly Place[] = []
  let left = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return
    left = false
    const before = trail.filter(({ element }) => element !== target)
    trail = [{ element: target, above: ancestors(target) }, ...before].slice(0, REMEMBERED)
  }
  const onPointer = ({ target }: PointerEvent) => {
    if (target instanceof Element && target.closest(`${FOCUSABLE}, label, :disabled`) === null) left = true
  }
  const restore = () => {
    timer = undefined
    const [last, ...before] = trail
    if (left || last === undefined || !isLost() || document.querySelector(READING) !== null) return
    if (last.element.isConnected) {
      if (canHold(last.element)) last.element.focus({ preventScroll: true })
    } else homeOf(last, before)?.focus({ preventScroll: true })
  }
  const watcher = new MutationObserver(() => {
    if (timer === undefined && isLost()) timer = setTimeout(restore, PATIENCE_MS)
  })
  document.addEventListener('focusin', onFocus)
  document.addEventListener('pointerdown', onPointer)
  watcher.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled', 'aria-busy'] })
  return () => {
    clearTimeout(timer)
    document.removeEventListener('focusin', onFocus)
    document.removeEventListener('pointerdown', onPointer)
    watcher.disconnect()
  }
}

function homeOf({ element, above }: Place, before: readonly Place[]): HTMLElement | null {
  const heading = document.querySelector<HTMLElement>('h1')
  const dialog = element.closest('[role=dialog]')
  if (dialog !== null && !dialog.isConnected)
    return before.find((place) => !dialog.contains(place.element) && canHold(place.element))?.element ?? heading
  for (const one of above) {
    if (!one.isConnected) continue
    if (heading !== null && one.contains(heading)) return heading
    const beside = [...one.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
      (held) => held.tabIndex >= 0 && canHold(held),
    )
    const like = beside.find(({ localName }) => localName === element.localName)
    if (like ?? beside[0]) return like ?? beside[0] ?? null
  }
  return heading
}
