const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
const wordsOf = (text: string): string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** Whether every word typed begins a word of one of the names, without regard to case and accents. */
export function matches(typed: string, names: readonly string[]): boolean {
  const wanted = wordsOf(typed)
  return names.some((name) => {
    const have = wordsOf(name)
    return wanted.every((word) => have.some((one) => one.startsWith(word)))
  })
}
