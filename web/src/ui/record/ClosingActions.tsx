import { Button, Text } from '@mantine/core'
import { useGo } from '../address'
import type { Done } from '../page'
import { useAction } from '../useAction'

type Way = { label: string; run: () => Promise<Done>; said: (count: number) => string }
type Props = {
  closed: boolean
  close: Way
  reopen: Way
  /** Only what nothing uses can go: the server says what does. */
  remove: Way
  after: () => void
  /** Where to go when the record is gone. */
  list: string
}

/** Closes a record for new entries, opens it again, or deletes it while nothing uses it. */
export function ClosingActions({ closed, close, reopen, remove, after, list }: Props) {
  const go = useGo()
  const { act, pending, problem } = useAction()
  const way = closed ? reopen : close
  return (
    <>
      {problem && (
        <Text c="red" size="sm" role="alert">
          {problem.message}
        </Text>
      )}
      <Button variant="default" loading={pending} onClick={() => act({ ...way, after })}>
        {way.label}
      </Button>
      <Button
        variant="subtle"
        color="red"
        loading={pending}
        onClick={() =>
          act({
            ...remove,
            after: () => {
              go(list)
              after()
            },
          })
        }
      >
        {remove.label}
      </Button>
    </>
  )
}
