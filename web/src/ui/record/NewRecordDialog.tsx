import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import type { Problem } from '../../api/problem'
import { useWords } from '../../i18n'
import { uiWords } from '../messages'
import type { Choice } from '../page'

export type NewField = { field: string; label: string; required?: boolean; choices?: readonly Choice[] }
type Props<Row> = {
  title: string
  save: string
  fields: readonly NewField[]
  create: (values: Record<string, string>) => Promise<Row>
  /** After it was made, and the dialog is closed. */
  made: (row: Row) => void
  close: () => void
}

/** The few fields with which a record begins; a refusal stands at its field. */
export function NewRecordDialog<Row>({ title, save, fields, create, made, close }: Props<Row>) {
  const t = useWords(uiWords)
  const form = useForm<Record<string, string>>({
    mode: 'uncontrolled',
    initialValues: Object.fromEntries(fields.map(({ field }) => [field, ''])),
  })
  const saving = useMutation<Row, Problem, Record<string, string>>({
    mutationFn: create,
    onSuccess: (row) => {
      close()
      made(row)
    },
    onError: (problem) => {
      form.setErrors(problem.fields)
      form.getInputNode(Object.keys(problem.fields)[0] ?? '')?.focus()
    },
  })
  const filled = (values: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(values).flatMap(([field, value]) => (value.trim() === '' ? [] : [[field, value.trim()]])),
    )
  const refused = saving.error && Object.keys(saving.error.fields).length === 0 ? saving.error.message : null
  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={form.onSubmit((values) => saving.mutate(filled(values)))} noValidate>
        <Stack>
          {fields.map(({ field, label, required, choices }, at) =>
            choices ? (
              <Select
                key={form.key(field)}
                label={label}
                required={required ?? false}
                data={[...choices]}
                searchable
                {...form.getInputProps(field)}
              />
            ) : (
              <TextInput
                key={form.key(field)}
                label={label}
                required={required ?? false}
                {...(at === 0 ? { 'data-autofocus': true } : {})}
                {...form.getInputProps(field)}
              />
            ),
          )}
          {refused && (
            <Text c="red" role="alert">
              {refused}
            </Text>
          )}
          <Group justify="end">
            <Button type="submit" loading={saving.isPending}>
              {save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
