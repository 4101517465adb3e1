import { Alert } from '@mantine/core'
import { useWords } from '../../i18n'
import { Panel } from '../../ui/card/Facts'
import { EvaluationFaces } from '../../ui/interaction/Evaluation'
import { useMay } from '../../ui/rights'
import { type EntryCard, evaluateEntries } from './api'
import { EntryFacts } from './EntryFacts'
import { interactionWords } from './messages'
import { useEntryAct } from './useEntryAct'

/** Beside an entry: how it went, by key or by click, and its facts. */
export function EntrySide({ entry }: { entry: EntryCard }) {
  const t = useWords(interactionWords)
  const may = useMay()
  const { run, problem } = useEntryAct(entry.id)
  const evaluate = (evaluation: number | null) =>
    run(
      () => evaluateEntries({ ids: [entry.id] }, evaluation),
      (count) => t(evaluation === null ? 'done.clearEvaluation' : 'done.evaluate', { count }),
      { evaluation: evaluation as EntryCard['evaluation'] },
    )
  return (
    <>
      <Panel>
        <EvaluationFaces
          value={entry.evaluation}
          onChange={evaluate}
          keys={may('interactions.record')}
          disabled={!may('interactions.record')}
        />
        {problem && (
          <Alert color="red" role="alert">
            {problem.message}
          </Alert>
        )}
      </Panel>
      <Panel>
        <EntryFacts entry={entry} />
      </Panel>
    </>
  )
}
