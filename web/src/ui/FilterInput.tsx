import { ActionIcon, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconX } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Problem } from '../api/problem'
import { useWords } from '../i18n'
import classes from './FilterInput.module.css'
import { uiWords } from './messages'
import type { FilterMeaning } from './page'

type Props = {
  label: string
  value: string
  onFilter: (expression: string) => void
  /** Meaning of an expression by the server; without it every text is applied as typed. */
  explain?: ((expression: string, signal: AbortSignal) => Promise<FilterMeaning>) | undefined
  /** Under which the meanings are kept. */
  explainKey: readonly string[]
  /** The choices beside the box, which write into it. */
  offer?: (apply: (expression: string) => void) => ReactNode
}

/**
 * A box for a filter expression. What is typed is applied a moment later, once the server says what it means; a faulty one
 * is explained at its character with one click to the nearest right one, and the filter before it stays.
 */
export function FilterInput({ label, value, onFilter, explain, explainKey, offer }: Props) {
  const t = useWords(uiWords)
  const client = useQueryClient()
  const [draft, setDraft] = useState<string | null>(null)
  const [fault, setFault] = useState<Extract<FilterMeaning, { fault: string }> | null>(null)
  const meaningOf = (expression: string) => ({
    queryKey: ['filter-meaning', ...explainKey, expression],
    queryFn: ({ signal }: { signal: AbortSignal }) => explain?.(expression, signal) ?? Promise.resolve({ meaning: '' }),
    staleTime: 60_000,
  })
  const { data: meaning } = useQuery<FilterMeaning, Problem>({
    ...meaningOf(value),
    enabled: value !== '' && explain !== undefined,
  })
  const apply = async (expression: string) => {
    const said =
      expression === '' || !explain
        ? { meaning: '' }
        : await client.fetchQuery(meaningOf(expression)).catch(() => ({ meaning: '' }))
    if ('fault' in said) return setFault(said)
    setFault(null)
    onFilter(expression)
  }
  const later = useDebouncedCallback((expression: string) => void apply(expression), 300)
  const write = (expression: string) => {
    setDraft(expression)
    setFault(null)
    void apply(expression)
  }
  const shown = draft ?? value
  return (
    <div className={classes.filter}>
      <TextInput
        label={label}
        placeholder={t('list.any')}
        value={shown}
        spellCheck={false}
        autoComplete="off"
        error={
          fault && (
            <Fault fault={fault} expression={shown} use={write} say={t('list.use', { expression: fault.nearest })} />
          )
        }
        inputWrapperOrder={['label', 'input', 'error']}
        rightSectionWidth={offer ? 58 : 30}
        rightSection={
          <span className={classes.tools}>
            {shown !== '' && (
              <ActionIcon size={24} aria-label={t('list.clearOne', { field: label })} onClick={() => write('')}>
                <IconX size={14} />
              </ActionIcon>
            )}
            {offer?.(write)}
          </span>
        }
        onChange={(event) => {
          setDraft(event.currentTarget.value)
          later(event.currentTarget.value)
        }}
        onBlur={() => fault === null && draft === value && setDraft(null)}
        onKeyDown={(event) => event.key === 'Enter' && void apply(shown)}
      />
      {!fault && value !== '' && meaning && 'meaning' in meaning && meaning.meaning !== '' && (
        <p className={classes.meaning} role="status">
          {meaning.meaning}
        </p>
      )}
    </div>
  )
}

/** The expression with the faulty character marked, what is wrong with it, and the nearest right reading as a button. */
function Fault({
  fault,
  expression,
  use,
  say,
}: {
  fault: Extract<FilterMeaning, { fault: string }>
  expression: string
  use: (nearest: string) => void
  say: string
}) {
  const { at, nearest } = fault
  return (
    <span role="alert">
      <code className={classes.expression}>
        {expression.slice(0, at)}
        <mark className={classes.place}>{expression.slice(at, at + 1) || '\u00a0'}</mark>
        {expression.slice(at + 1)}
      </code>
      {fault.fault}{' '}
      {nearest !== undefined && (
        <button type="button" className={classes.nearest} onClick={() => use(nearest)}>
          {say}
        </button>
      )}
    </span>
  )
}
