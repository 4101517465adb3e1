import { StateBadge } from '../../ui/StateBadge'
import type { Entry } from './api'

/** What is not usual about an entry, as sign and word; a logged one has nothing to say. */
export const EntryStates = ({ entry, short = false }: { entry: Entry; short?: boolean }) => (
  <>
    {entry.canceled && <StateBadge state="canceled" />}
    {entry.attemptFailed && <StateBadge state="failed" short={short} />}
    {entry.private && <StateBadge state="private" />}
    {entry.kind === 'note' && <StateBadge state="internal" />}
  </>
)
