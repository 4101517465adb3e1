import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useWords } from '../../i18n'
import { uiWords } from '../messages'
import type { Choice } from '../page'
import { Conflict } from './Conflict'
import classes from './EditableField.module.css'
import { FieldStatus } from './FieldStatus'
import { type SaveField, useField } from './useField'

type Props = {
  /** Its name in the record: refusals of `/field` stand here. */
  field: string
  label: string
  value: string
  version: number
  save: SaveField
  /** Reads the record again, when somebody else's state is taken over. */
  refresh: () => void
  kind?: 'text' | 'multiline' | 'choice' | 'yesno' | 'date' | 'number' | 'email' | 'phone' | 'link'
  choices?: readonly Choice[]
  required?: boolean
  readOnly?: boolean
  hint?: string
  maxLength?: number
}

const types = { email: 'email', phone: 'tel', link: 'url', date: 'date' } as const
const typeOf = (kind: Props['kind']) =>
  kind === 'email' || kind === 'phone' || kind === 'link' || kind === 'date' ? types[kind] : 'text'

/**
 * A field of a card: text until it is focused, saved on leaving it. A refusal stands at the field and what was typed stays; a
 * change by somebody else meanwhile shows both texts. Yes and no are `yes` and the empty text.
 */
export function EditableField({
  field,
  label,
  value,
  version,
  save,
  refresh,
  kind = 'text',
  choices = [],
  ...rest
}: Props) {
  const { required = false, readOnly = false, hint, maxLength } = rest
  const t = useWords(uiWords)
  const { shown, state, problem, write, leave, undo, keepMine } = useField(value, version, save)
  const fault = state === 'refused' && problem ? (problem.fields[field] ?? problem.message) : null
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Enter' && kind !== 'multiline') leave()
    if (event.key !== 'Escape') return
    event.stopPropagation()
    undo()
  }
  const common = {
    label,
    required,
    readOnly,
    error: fault,
    description: hint,
    placeholder: t('field.empty'),
    classNames: { input: classes.input ?? '' },
  }
  const typed = { ...common, value: shown, maxLength, onBlur: () => leave(), onKeyDown }
  return (
    <div className={classes.field} data-state={state}>
      {kind === 'yesno' ? (
        <Checkbox
          label={label}
          description={hint}
          error={fault}
          disabled={readOnly}
          checked={shown === 'yes'}
          onChange={(event) => leave(event.currentTarget.checked ? 'yes' : '')}
        />
      ) : kind === 'choice' ? (
        <Select
          {...common}
          data={[...choices]}
          value={shown === '' ? null : shown}
          searchable
          clearable={!required}
          checkIconPosition="right"
          nothingFoundMessage={t('field.none')}
          onChange={(next) => leave(next ?? '')}
        />
      ) : kind === 'multiline' ? (
        <Textarea {...typed} autosize minRows={2} onChange={(event) => write(event.currentTarget.value)} />
      ) : (
        <TextInput
          {...typed}
          type={typeOf(kind)}
          inputMode={kind === 'number' ? 'decimal' : undefined}
          onChange={(event) => write(event.currentTarget.value)}
        />
      )}
      <FieldStatus state={state} />
      {state === 'stale' && problem && (
        <Conflict
          field={field}
          mine={shown}
          problem={problem}
          read={(text) => choices.find((choice) => choice.value === text)?.label ?? text}
          keep={keepMine}
          take={() => {
            undo()
            refresh()
          }}
        />
      )}
    </div>
  )
}
