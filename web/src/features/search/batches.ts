type Waiting<T> = { id: number; resolve: (value: T | undefined) => void; reject: (reason: unknown) => void }

/** How long questions are gathered, in ms: about one frame, in which a screen of rows is drawn. */
const GATHER_MS = 16

/** Answers questions about single records by one request for all that are asked within a frame, at most `most` in each. */
export function inBatches<T>(
  most: number,
  read: (group: string, ids: readonly number[]) => Promise<ReadonlyMap<number, T>>,
): (group: string, id: number) => Promise<T | undefined> {
  const waiting = new Map<string, Waiting<T>[]>()
  const send = (group: string) => {
    const all = waiting.get(group) ?? []
    waiting.delete(group)
    for (let at = 0; at < all.length; at += most) void answer(group, all.slice(at, at + most))
  }
  const answer = async (group: string, asked: readonly Waiting<T>[]) => {
    try {
      const values = await read(
        group,
        asked.map(({ id }) => id),
      )
      for (const { id, resolve } of asked) resolve(values.get(id))
    } catch (reason) {
      for (const { reject } of asked) reject(reason)
    }
  }
  return (group, id) =>
    new Promise((resolve, reject) => {
      const one = { id, resolve, reject }
      const others = waiting.get(group)
      if (others) return void others.push(one)
      waiting.set(group, [one])
      setTimeout(send, GATHER_MS, group)
    })
}
