import { type Edit, FilterFault } from './fault.ts'

/** How many texts are tried; each costs as much as reading the filter once. */
const tries = 12

/**
 * The nearest text that is a filter: the repairs of the first fault, then those of the fault that is left, and so on.
 * @returns undefined when none of the first few is one, or only the empty text is
 */
export function nearest(text: string, fault: FilterFault, read: (text: string) => unknown): string | undefined {
  const waiting = fault.repairs.map((edit) => applied(text, edit))
  for (let tried = 0; tried < tries; tried++) {
    const candidate = waiting.shift()
    if (candidate === undefined) return undefined
    const left = faultOf(candidate, read)
    if (left === undefined && candidate.trim() !== '') return candidate
    if (left !== undefined) waiting.push(...left.repairs.map((edit) => applied(candidate, edit)))
  }
  return undefined
}

const applied = (text: string, { from, to, text: instead }: Edit): string =>
  text.slice(0, from) + instead + text.slice(to)

function faultOf(text: string, read: (text: string) => unknown): FilterFault | undefined {
  try {
    read(text)
    return undefined
  } catch (fault) {
    if (fault instanceof FilterFault) return fault
    throw fault
  }
}
