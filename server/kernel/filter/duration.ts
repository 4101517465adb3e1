import type { Ast, Setting } from './ast.ts'
import { readDecimal } from './decimal.ts'
import { FilterFault } from './fault.ts'
import { onLine, point } from './span.ts'
import type { Term } from './syntax.ts'

const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, min: 60, h: 3600, o: 3600, d: 86_400, g: 86_400 }

/** A condition on a duration; a bare number is in the unit of the field. Letters: d h m s, in Italian g o m s. @throws FilterFault */
export const readDuration = (term: Term, unit: 'min' | 'h', setting: Setting): Ast =>
  onLine(term, 'number', ({ text, start, end }) => {
    const number = readDecimal(text, setting.language) ?? inUnit(text.toLowerCase(), unit, setting)
    if (number === undefined)
      throw new FilterFault(start, end, { key: 'duration' }, [
        { from: start, to: end, text: text.replaceAll(',', '.') },
      ])
    return point('number', number)
  })

function inUnit(text: string, unit: 'min' | 'h', { language }: Setting): string | undefined {
  const pieces = [...text.matchAll(/([\d.,]+)\s*(min|[smhodg])\s*/g)]
  if (pieces.length === 0 || pieces.map(([piece]) => piece).join('') !== text) return undefined
  const numbers = pieces.map(([, number = '', letter = '']) => ({ number: readDecimal(number, language), letter }))
  const sum = numbers.reduce(
    (total, { number, letter }) => total + Number(number ?? Number.NaN) * (seconds[letter] ?? Number.NaN),
    0,
  )
  const value = sum / (seconds[unit] ?? Number.NaN)
  return value < 1e15 ? readDecimal(value.toFixed(6), 'en') : undefined
}
