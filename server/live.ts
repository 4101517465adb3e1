import pg from 'pg'

/** Channel of PostgreSQL on which the processes of one database tell each other what changed. */
const CHANNEL = 'carteggio_live'
/** For how long changes are gathered before they are told, in ms: a burst is told once. */
const GATHER_MS = 100
const RECONNECT_MS = 2000

/** A kind of records as the API's addresses name it; `*` where anything may have changed. */
export type Topic = string

/** Who changed what is told to every open page of the company; nothing is lost when this is: a page reads what it shows. */
export interface Live {
  /** Records of a kind have changed; the change is committed. */
  announce(companyId: number, topic: Topic): void
  /** @returns the end of it */
  subscribe(companyId: number, hear: (topics: readonly Topic[]) => void): () => void
  stop(): Promise<void>
}

/**
 * Hears and tells over the database, so that pages at other processes hear too; connects when the first page asks.
 * `lost` hears of a broken connection.
 */
export function openLive(url: string, pool: pg.Pool, lost: (error: Error) => void): Live {
  const pages = new Map<number, Set<(topics: readonly Topic[]) => void>>()
  const tell = (companyId: number, topics: readonly Topic[]) => {
    for (const hear of pages.get(companyId) ?? []) hear(topics)
  }
  const listener = listenTo(url, lost, {
    heard: (payload) => {
      for (const [companyId, topics] of Object.entries(JSON.parse(payload) as Record<string, Topic[]>))
        tell(Number(companyId), topics)
    },
    resumed: () => {
      for (const companyId of pages.keys()) tell(companyId, ['*'])
    },
  })
  const notifier = notifyFrom(pool, lost)
  return {
    announce: notifier.announce,
    subscribe(companyId, hear) {
      listener.start()
      const ofCompany = pages.get(companyId) ?? new Set()
      pages.set(companyId, ofCompany.add(hear))
      return () => {
        ofCompany.delete(hear)
      }
    },
    async stop() {
      notifier.stop()
      await listener.stop()
    },
  }
}

function notifyFrom(pool: pg.Pool, lost: (error: Error) => void) {
  let gathered = new Map<number, Set<Topic>>()
  let timer: NodeJS.Timeout | undefined
  const send = () => {
    timer = undefined
    const payload = JSON.stringify(Object.fromEntries([...gathered].map(([company, topics]) => [company, [...topics]])))
    gathered = new Map()
    pool.query('select pg_notify($1, $2)', [CHANNEL, payload]).catch(lost)
  }
  return {
    announce(companyId: number, topic: Topic) {
      gathered.set(companyId, (gathered.get(companyId) ?? new Set()).add(topic))
      timer ??= setTimeout(send, GATHER_MS)
    },
    stop: () => clearTimeout(timer),
  }
}

/** A connection that listens; when it is lost, another takes its place, and what was missed meanwhile may be anything. */
function listenTo(
  url: string,
  lost: (error: Error) => void,
  { heard, resumed }: { heard: (payload: string) => void; resumed: () => void },
) {
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  const again = (error: Error) => {
    if (isStopped || timer !== undefined) return
    lost(error)
    timer = setTimeout(() => {
      timer = undefined
      connect().then(resumed, again)
    }, RECONNECT_MS)
  }
  const connect = async () => {
    client = new pg.Client({ connectionString: url })
    client.on('error', again)
    client.on('notification', ({ payload = '{}' }) => heard(payload))
    await client.connect()
    await client.query(`listen ${CHANNEL}`)
  }
  let isStarted = false
  return {
    start() {
      if (isStarted) return
      isStarted = true
      connect().catch(again)
    },
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await client?.end()
    },
  }
}
