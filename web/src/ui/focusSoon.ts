/** Puts the focus on what a virtual list shows: at once when it is drawn already, else in the next frame. */
export function focusSoon(within: HTMLElement | null, place: string): void {
  const find = () => within?.querySelector<HTMLElement>(place)
  const drawn = find()
  if (drawn) drawn.focus({ preventScroll: true })
  else requestAnimationFrame(() => find()?.focus({ preventScroll: true }))
}
