import { Checkbox, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useWords } from '../../i18n'
import { EvaluationFaces, evaluationOf } from '../../ui/interaction/Evaluation'
import type { Guide } from './guide'
import { recordingWords } from './messages'

/** How it went. */
export function StepResult({ guide }: { guide: Guide }) {
  const t = useWords(recordingWords)
  const { content, set, faults, template } = guide
  return (
    <Stack>
      <div>
        <Text size="sm" fw={500}>
          {t('field.evaluation')}
        </Text>
        <EvaluationFaces
          value={evaluationOf(content.evaluation ?? null)}
          onChange={(evaluation) => set({ evaluation })}
        />
      </div>
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
        <TextInput
          label={t('field.cost')}
          error={faults.cost}
          inputMode="decimal"
          description={content.cost === undefined && template ? t('origin.template') : undefined}
          value={content.cost ?? template?.unitCost ?? ''}
          onChange={(event) => set({ cost: event.currentTarget.value.replace(',', '.') })}
        />
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
