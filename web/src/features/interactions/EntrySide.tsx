import { Panel } from '../../ui/card/Facts'
import { useWide } from '../../ui/screen'
import type { EntryCard } from './api'
import { EntryFacts } from './EntryFacts'
import { EvaluationPanel } from './EvaluationPanel'

/** Beside an entry: how it went, and its facts. Where the side is folded away, the evaluation stands under the content. */
export const EntrySide = ({ entry }: { entry: EntryCard }) => (
  <>
    {useWide() && <EvaluationPanel entry={entry} />}
    <Panel>
      <EntryFacts entry={entry} />
    </Panel>
  </>
)
