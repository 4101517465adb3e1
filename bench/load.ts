import { Agent, request } from 'node:http'

export interface Call {
  method: 'GET' | 'POST'
  url: string
  headers: Readonly<Record<string, string>>
  body?: string
}

const agent = new Agent({ keepAlive: true })

/** Sends one request and reads its answer to the end. @throws Error unless it is a 2xx */
export function call({ method, url, headers, body }: Call): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method,
      agent,
      headers: {
        ...headers,
        ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      },
    })
    sent.on('error', reject)
    sent.on('response', (answer) => {
      const { statusCode = 0 } = answer
      answer.resume()
      answer.on('error', reject)
      answer.on('end', () => (statusCode < 300 ? resolve() : reject(new Error(`${url} answered ${statusCode}`))))
    })
    sent.end(body)
  })
}

/** Requests a second that `clients` get answered, each with one request under way, for `ms`. */
export async function rate(clients: number, ms: number, next: () => Call): Promise<number> {
  const from = performance.now()
  let answered = 0
  const client = async () => {
    for (; performance.now() - from < ms; answered++) await call(next())
  }
  await Promise.all(Array.from({ length: clients }, client))
  return (answered * 1000) / (performance.now() - from)
}

/** The median of the times of `count` requests, one after another, in ms. */
export async function p50(count: number, next: () => Call): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < count; n++) {
    const from = performance.now()
    await call(next())
    times.push(performance.now() - from)
  }
  return median(times)
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low = 0, high = 0] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]]
  return (low + high) / 2
}

/** Measures each in turn, `rounds` times after one to warm up. @returns the median of each, in the same order */
export async function alternate(rounds: number, measures: readonly (() => Promise<number>)[]): Promise<number[]> {
  const taken = measures.map((): number[] => [])
  for (let round = 0; round <= rounds; round++)
    for (const [n, measure] of measures.entries()) {
      const value = await measure()
      if (round > 0) taken[n]?.push(value)
    }
  return taken.map(median)
}
