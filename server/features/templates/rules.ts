import type { Fault } from '#kernel/problem.ts'

export type WizardAction = 'open' | 'import' | 'merge'
export type Correspondence = 'hardCopy' | 'email'

const LONGEST = 525_600

/** What the guide can do with the content of the default language: a file can be opened, a file be imported instead. */
export const allowedActions = (hasFile: boolean): WizardAction[] => (hasFile ? ['open', 'import'] : ['import'])

/** Cost and duration outside of what is allowed, told as such: below zero, parts of a cent or a minute, beyond all measure. */
export function rangeFaults({ unitCost, unitDurationMin }: { unitCost?: string; unitDurationMin?: number }): Fault[] {
  const cost = unitCost === undefined || /^\d{1,13}(\.\d{1,2})?$/.test(unitCost)
  const duration =
    unitDurationMin === undefined ||
    (Number.isInteger(unitDurationMin) && unitDurationMin >= 0 && unitDurationMin <= LONGEST)
  return [
    ...(cost ? [] : [{ pointer: '/unitCost', type: 'out-of-range' }]),
    ...(duration ? [] : [{ pointer: '/unitDurationMin', type: 'out-of-range' }]),
  ]
}

/** An amount as the database writes it: no leading zeros, two decimals. */
export function cents(amount: string): string {
  const [whole = '', parts = ''] = amount.split('.')
  return `${whole.replace(/^0+(?=\d)/, '')}.${parts.padEnd(2, '0')}`
}
