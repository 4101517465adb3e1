import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { server } from '../launch/server.mjs'

/** A server of ours in a process of its own. */
export interface Child {
  /** http://127.0.0.1:port */
  readonly address: string
  /** all it has said */
  readonly said: readonly string[]
  readonly process: ChildProcess
  /** Ends it and waits until it is gone. @returns its exit code, `null` when the signal killed it */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/**
 * Starts a program of ours and reads on until a line has `until` in it.
 * @throws Error with all it said when it ends before
 */
export async function startChild(
  program: readonly string[],
  env: Readonly<Record<string, string>> = {},
  until = 'ready at ',
): Promise<Child> {
  const child = spawn(process.execPath, program, {
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  const said: string[] = []
  child.stderr.on('data', (text) => said.push(String(text)))
  for await (const line of createInterface(child.stdout)) {
    said.push(line)
    if (line.toLowerCase().includes(until)) break
  }
  const port = said.map((line) => / at http:\/\/[^:]+:(\d+)$/.exec(line)?.[1]).find(Boolean)
  if (port === undefined) throw new Error(`${program.join(' ')} ended:\n${said.join('\n')}`)
  child.stdout.resume()
  return {
    address: `http://127.0.0.1:${port}`,
    said,
    process: child,
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      await ended
      return child.exitCode
    },
  }
}

/** The real server, as far as its address; a new one as far as the link for its first administrator. */
export const startProduct = (env: Readonly<Record<string, string>>, until?: '/welcome?token='): Promise<Child> =>
  startChild(server, { PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error', ...env }, until)

/** Comes in by the printed link and makes a key for programs. @returns the headers of a request that is signed in */
export async function firstKey({ address, said }: Child): Promise<{ authorization: string }> {
  const token = /\/welcome\?token=(\S+)/.exec(said.join('\n'))?.[1]
  const welcome = await send(`${address}/api/welcome`, {
    token,
    name: 'Lina Torresi',
    email: 'lina@adriatica.example',
    password: 'un cavallo giusto',
    company: 'Adriatica S.r.l.',
    language: 'en',
  })
  const cookie = welcome.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const made = await send(`${address}/api/keys`, { name: 'a program' }, { cookie })
  const { key } = (await made.json()) as { key: string }
  return { authorization: `Bearer ${key}` }
}

/** @throws Error with the answer unless it is a 2xx */
export async function send(url: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`)
  return answer
}

/** The most memory that a process has held so far, in MB. */
export async function peakMemory({ process: { pid } }: Child): Promise<number> {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1000)
}
