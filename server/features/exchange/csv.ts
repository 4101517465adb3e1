import Papa from 'papaparse'
import { type Charset, decode } from './charset.ts'
import { unixLines } from './lines.ts'
import { isBlank, longestRow, type RawRow, unguarded } from './row.ts'
import type { FileSource } from './source.ts'

export interface Dialect {
  readonly delimiter: string
  readonly quote: string
}

/** Rows whose quotes do not pair, after which the quotes of a file are taken for ordinary characters: each costs a second reading. */
const patience = 100
const sampleLength = 65_536

/** How a table is written, guessed from its beginning. */
export async function detectDialect(source: FileSource, charset: Charset): Promise<Dialect> {
  const sample = await beginning(source, charset)
  const told = /^sep=([,;\t|])\n/i.exec(sample)?.[1]
  const quote = detectQuote(sample)
  return { delimiter: told ?? detectDelimiter(sample, quote), quote }
}

/** The rows of a delimited text (RFC 4180 and its relatives), read in pieces; empty lines are left out. */
export async function* readCsv(source: FileSource, charset: Charset, dialect: Dialect): AsyncGenerator<RawRow> {
  const take = csvReader(dialect)
  for await (const text of unixLines(decode(source, charset))) yield* take(text, false)
  yield* take('', true)
}

async function beginning(source: FileSource, charset: Charset): Promise<string> {
  let text = ''
  for await (const piece of unixLines(decode(source, charset))) {
    text += piece
    if (text.length >= sampleLength) return text.slice(0, text.lastIndexOf('\n', sampleLength) + 1 || sampleLength)
  }
  return text
}

/** The delimiter by which most rows, the first above all, fall into equally many cells; a tab, which splits nothing, for a single column. */
function detectDelimiter(sample: string, quote: string): string {
  const score = (delimiter: string) => {
    const widths = csvReader({ delimiter, quote })(sample, true)
      .take(50)
      .map((row) => row.cells.length)
      .toArray()
    const usual = mode(widths)
    const equal = widths.filter((width) => width === usual).length / widths.length
    if (usual === 1 || (usual === 2 && widths[0] !== 2)) return 0
    return equal * (widths[0] === usual ? 1 : 0.5) + usual / 1e6
  }
  const scored = [';', ',', '\t', '|'].map((delimiter) => ({ delimiter, score: score(delimiter) }))
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one))
  return best.score > 0 ? best.delimiter : '\t'
}

function mode(numbers: number[]): number {
  const counts = Map.groupBy(numbers, (one) => one)
  return [...counts].reduce((one, other) => (other[1].length > one[1].length ? other : one), [1, []])[0]
}

function detectQuote(sample: string): string {
  const single = sample.match(/(?<![^,;\t\n])'[^'\n]*'(?![^,;\t\n])/g)?.length ?? 0
  return !sample.includes('"') && single >= sample.split('\n').length - 1 ? "'" : '"'
}

/** Reads text as it comes: what is not a whole row yet waits for the next piece. */
function csvReader({ delimiter, quote }: Dialect): (text: string, last: boolean) => Generator<RawRow> {
  let rest = ''
  let line = 1
  let broken = 0
  const parse = (last: boolean, preview = 0) => {
    const config = {
      delimiter,
      newline: '\n' as const,
      quoteChar: quote,
      preview,
      fastMode: broken >= patience ? true : undefined,
    }
    return new Papa.Parser(config as Papa.ParseConfig).parse(rest, 0, !last) as Papa.ParseResult<string[]>
  }
  function* pass(rows: string[][], end: number): Generator<RawRow> {
    for (const cells of rows) {
      const whole = broken >= patience ? cells.map((cell) => unwrapped(cell, quote)) : cells
      const row = { line, cells: whole.map(unguarded) }
      line += 1 + lineFeeds(cells)
      if (!isEmpty(row)) yield row
    }
    rest = rest.slice(end)
  }
  /** The first row of `rest` has quotes that do not pair: its first line is taken as it stands. */
  function* passBroken(): Generator<RawRow> {
    broken += 1
    const end = rest.indexOf('\n')
    const text = end === -1 ? rest : rest.slice(0, end)
    yield { line, cells: text.split(delimiter).map((cell) => unwrapped(cell, quote)), quotesBroken: true }
    line += 1
    rest = end === -1 ? '' : rest.slice(end + 1)
  }
  return function* take(text, last) {
    rest += text
    while (rest !== '') {
      const found = parse(last)
      const at = found.errors.find((error) => error.type === 'Quotes')?.row
      if (at === undefined) {
        yield* pass(found.data, found.meta.cursor)
        if (rest.length <= longestRow) return
      } else if (at > 0) {
        yield* pass(found.data.slice(0, at), parse(last, at).meta.cursor)
      }
      yield* passBroken()
    }
  }
}

const lineFeeds = (cells: string[]) => cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0)

/** Empty lines, the `sep=` line for spreadsheets, and the character with which DOS ended a file. */
const isEmpty = ({ line, cells }: RawRow) =>
  cells.every((cell) => isBlank(cell) || cell === '\x1a') ||
  (line === 1 && /^sep=/i.test(cells[0] ?? '') && cells.length <= 2)

function unwrapped(cell: string, quote: string): string {
  const bare = cell.length >= 2 && cell.startsWith(quote) && cell.endsWith(quote)
  return bare ? cell.slice(1, -1).replaceAll(quote + quote, quote) : cell
}
