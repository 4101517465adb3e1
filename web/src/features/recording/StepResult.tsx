import { Checkbox, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../i18n'
import { money, readDecimal } from '../../i18n/format'
import { EvaluationFaces, evaluationOf } from '../../ui/interaction/Evaluation'
import type { Guide } from './guide'
import { recordingWords } from './messages'

/** How it went. */
export function StepResult({ guide }: { guide: Guide }) {
  const t = useWords(recordingWords)
  const { content, set, faults, template } = guide
  return (
    <Stack>
      <EvaluationFaces
        first
        value={evaluationOf(content.evaluation ?? null)}
        onChange={(evaluation) => set({ evaluation })}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={t('field.durationMin')}
          error={faults.durationMin}
          inputMode="numeric"
          description={content.durationMin == null && template ? t('origin.template') : undefined}
          value={content.durationMin ?? template?.unitDurationMin ?? ''}
          onChange={(event) =>
            set({ durationMin: /^\d{1,6}$/.test(event.currentTarget.value) ? Number(event.currentTarget.value) : null })
          }
        />
        <CostField guide={guide} />
      </SimpleGrid>
      <Checkbox
        label={t('field.attemptFailed')}
        checked={content.attemptFailed ?? false}
        onChange={(event) => set({ attemptFailed: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('field.private')}
        checked={content.private ?? false}
        onChange={(event) => set({ private: event.currentTarget.checked })}
      />
      <Textarea
        label={t('field.comment')}
        error={faults.comment}
        autosize
        minRows={3}
        value={content.comment ?? ''}
        onChange={(event) => set({ comment: event.currentTarget.value || null })}
      />
    </Stack>
  )
}

/** An amount in the signs of the page's language: what was typed stands until the field is left, then as it was understood. */
function CostField({ guide: { content, set, faults, template } }: { guide: Guide }) {
  const t = useWords(recordingWords)
  const [typed, setTyped] = useState<string | null>(null)
  const unread = typed !== null && typed.trim() !== '' && readDecimal(typed) === null
  return (
    <TextInput
      label={t('field.cost')}
      error={unread ? t('notAnAmount') : faults.cost}
      inputMode="decimal"
      description={content.cost === undefined && template ? t('origin.template') : undefined}
      value={typed ?? money(content.cost || template?.unitCost || null)}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value)
        set({ cost: readDecimal(value) ?? value.trim() })
      }}
      onBlur={() => unread || setTyped(null)}
    />
  )
}
