import { Alert } from '@mantine/core'
import { useWords } from '../../i18n'
import { Panel } from '../../ui/card/Facts'
import { EvaluationFaces } from '../../ui/interaction/Evaluation'
import { useMay } from '../../ui/rights'
import { type EntryCard, evaluateEntries } from './api'
import { interactionWords } from './messages'
import { useEntryAct } from './useEntryAct'

/** How it went, by key or by click. */
export function EvaluationPanel({ entry }: { entry: EntryCard }) {
  const t = useWords(interactionWords)
  const may = useMay()('interactions.record')
  const { run, problem } = useEntryAct(entry.id)
  const evaluate = (evaluation: EntryCard['evaluation']) =>
    run(
      () => evaluateEntries({ ids: [entry.id] }, evaluation),
      (count) => t(evaluation === null ? 'done.clearEvaluation' : 'done.evaluate', { count }),
      { evaluation },
    )
  return (
    <Panel>
      <EvaluationFaces value={entry.evaluation} onChange={evaluate} keys={may} disabled={!may} />
      {problem && (
        <Alert color="red" role="alert">
          {problem.message}
        </Alert>
      )}
    </Panel>
  )
}
