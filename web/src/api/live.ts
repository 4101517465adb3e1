/** Kinds of records that somebody changed, by the names of the API's addresses; `*`: anything may have changed. */
export type Topics = readonly string[]
type Hear = (topics: Topics) => void

const NAME = 'carteggio.live'
const AGAIN_MS = 5000
const ears = new Set<Hear>()
const tell: Hear = (topics) => {
  for (const hear of ears) hear(topics)
}

/** Hears what changes on the server. @returns the end of it */
export function hearLive(hear: Hear): () => void {
  ears.add(hear)
  return () => {
    ears.delete(hear)
  }
}

/**
 * Listens to the server (`GET /api/live`) with one connection for all tabs of the browser: the tab that holds the lock has it and
 * tells the others, and when it closes another takes over. A browser without locks or channels has one connection a tab.
 * @returns the end of it
 */
export function startLive(): () => void {
  const stop = new AbortController()
  const { signal } = stop
  if ('locks' in navigator && 'BroadcastChannel' in globalThis) void share(signal)
  else listen(signal, tell, false)
  return () => stop.abort()
}

async function share(signal: AbortSignal): Promise<void> {
  const channel = new BroadcastChannel(NAME)
  channel.onmessage = ({ data }: MessageEvent<Topics>) => tell(data)
  signal.addEventListener('abort', () => channel.close())
  const { held } = await navigator.locks.query()
  const after = held?.some(({ name }) => name === NAME) === true
  const lead = () => {
    const told: Hear = (topics) => {
      channel.postMessage(topics)
      tell(topics)
    }
    listen(signal, told, after)
    return new Promise((ended) => signal.addEventListener('abort', ended))
  }
  // ending while it waits for its turn is no fault
  await navigator.locks.request(NAME, { signal }, lead).catch((reason: unknown) => {
    if (!signal.aborted) throw reason
  })
}

/** What was told between two connections may be anything; `after`: another tab had one before. */
function listen(signal: AbortSignal, told: Hear, after: boolean): void {
  if (signal.aborted) return
  let missed = after
  const source = new EventSource('/api/live')
  source.addEventListener('open', () => {
    if (missed) told(['*'])
    missed = true
  })
  source.addEventListener('changed', ({ data }: MessageEvent<string>) => told(JSON.parse(data)))
  let timer: ReturnType<typeof setTimeout> | undefined
  source.addEventListener('error', () => {
    // the browser connects again by itself unless it was refused
    if (source.readyState === EventSource.CLOSED) timer = setTimeout(listen, AGAIN_MS, signal, told, true)
  })
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    source.close()
  })
}
