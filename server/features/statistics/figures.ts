import type { Tally } from './queries.ts'
import type { Figures } from './schema.ts'

/** A tally with what follows from it: averages are of all entries, 0 when there is none; the evaluation of those that have one. */
export function figuresOf({ count, cost, durationMin, failed, grades }: Tally): Figures {
  const evaluated = grades.reduce((sum, n) => sum + n, 0)
  const points = grades.reduce((sum, n, at) => sum + n * (at + 1), 0)
  return {
    count,
    cost,
    durationMin,
    failed,
    grades,
    evaluation: evaluated === 0 ? null : twoDecimals(points / evaluated),
    averageCost: averageOf(cost, count),
    averageDurationMin: count === 0 ? 0 : twoDecimals(durationMin / count),
  }
}

const twoDecimals = (value: number): number => Math.round(value * 100) / 100

/** Decimal text divided to cents, half a cent up; binary floats cannot hold cents. */
function averageOf(sum: string, count: number): string {
  if (count === 0) return '0.00'
  const [cents, n] = [BigInt(sum.replace('.', '')), BigInt(count)]
  const text = String((cents * 2n + n) / (n * 2n)).padStart(3, '0')
  return `${text.slice(0, -2)}.${text.slice(-2)}`
}
