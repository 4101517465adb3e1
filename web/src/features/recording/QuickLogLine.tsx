import { Alert, Button, Group, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import type { Problem } from '../../api/problem'
import { language, useWords } from '../../i18n'
import { dateTime, minutes, money, userZone } from '../../i18n/format'
import { useGo } from '../../ui/address'
import { usePhone } from '../../ui/screen'
import { toast } from '../../ui/toast'
import { useAction } from '../../ui/useAction'
import {
  type DraftContent,
  type FoundContact,
  keepDraft,
  type Logged,
  logInteractions,
  recordingQueries,
  type Template,
} from './api'
import { requestOf } from './guide'
import { recordingWords } from './messages'
import classes from './QuickLogLine.module.css'
import { parseQuickLog, type QuickLog, settleContact } from './quickLog'
import type { Part } from './quickLogParts'

type Props = {
  /** The contact in view: the line need not name it. */
  contact?: { id: number; name: string } | undefined
  /** After logging without staying, or leaving. */
  done?: () => void
  focus?: boolean
}

/** One line that logs: what is understood stands below as chips while one types; an unsure contact is asked for, never guessed. */
export function QuickLogLine({ contact, done, focus = false }: Props) {
  const t = useWords(recordingWords)
  const go = useGo()
  const phone = usePhone()
  const client = useQueryClient()
  const box = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<FoundContact | null>(null)
  const [asking, setAsking] = useState(false)
  const templates = useQuery(recordingQueries.templates)
  const salespeople = useQuery(recordingQueries.salespeople)
  const { act } = useAction()
  const read = parseQuickLog(text, { now: Temporal.Now.zonedDateTimeISO(userZone()), language: language() })
  const words = read.words.map(({ start, end }) => text.slice(start, end))
  const [asked] = useDebouncedValue(contact ? '' : words.join(' '), 150)
  const found = useQuery(recordingQueries.search(asked, read.hasColon))
  const candidates = asked === '' || contact ? [] : (found.data?.items ?? [])
  const first = chosen ?? (found.data?.sure ? candidates[0] : undefined)
  const who = contact ?? first
  const named = contact ? [] : (chosen ?? candidates[0])?.words
  const line = named === undefined || words.length === 0 ? read : settleContact(read, named)
  const content = contentOf(line, who?.id, templates.data ?? [], salespeople.data?.items ?? [])
  const log = useMutation<Logged, Problem, boolean>({
    mutationFn: () => logInteractions(requestOf(content, null)),
    onSuccess: ({ entries, undoId, undoUntil }, stay) => {
      setText('')
      setChosen(null)
      setAsking(false)
      for (const queryKey of [['interactions'], ['contacts']]) void client.invalidateQueries({ queryKey })
      act({
        run: async () => ({ count: entries.length, undoId, undoUntil }),
        said: (count) => t('logged', { count }),
        after: () => void client.invalidateQueries({ queryKey: ['interactions'] }),
      })
      if (stay) box.current?.focus()
      else done?.()
    },
  })
  const enter = (stay: boolean) => {
    if (text.trim() === '') return
    if (who === undefined || content.templateId == null) setAsking(true)
    else log.mutate(stay)
  }
  const keep = async (to: 'leave' | 'guide') => {
    if (text.trim() !== '') {
      const draft = await keepDraft({ ...content, line: text }, to === 'guide' ? 'what' : 'line')
      void client.invalidateQueries({ queryKey: ['drafts'] })
      if (to === 'guide') go(`/record?draft=${draft.id}`)
      else toast(t('kept'))
    } else if (to === 'guide') go(contact ? `/record?contact=${contact.id}` : '/record')
    done?.()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const run = new Map<string, () => void>([
      ['Enter', () => enter(event.shiftKey)],
      ['F2', () => void keep('guide')],
      ...(done ? ([['Escape', () => void keep('leave')]] as const) : []),
    ]).get(event.key)
    if (run === undefined) return
    event.preventDefault()
    event.stopPropagation()
    run()
  }
  const choose = (one: FoundContact) => {
    setChosen(one)
    setAsking(false)
    box.current?.focus()
  }
  return (
    <div className={classes.line}>
      <div className={classes.entry}>
        <Textarea
          ref={box}
          className={classes.box ?? ''}
          aria-label={t('log')}
          placeholder={t('quick.placeholder')}
          value={text}
          size="md"
          autosize
          minRows={1}
          maxRows={5}
          {...(focus ? { 'data-autofocus': true } : {})}
          onChange={(event) => {
            setText(event.currentTarget.value.replace(/\s*\n\s*/g, ' '))
            setChosen(null)
          }}
          onKeyDown={onKeyDown}
        />
        {phone && (
          <Button variant="default" onClick={() => void keep('guide')}>
            {t('guide')}
          </Button>
        )}
        <Button loading={log.isPending} onClick={() => enter(false)}>
          {t('log')}
        </Button>
      </div>
      <ul className={classes.chips} aria-label={t('summary')}>
        {who && (
          <li className={classes.chip}>
            <b>{t('quick.field.contact')}</b> {who.name}
          </li>
        )}
        {line.parts.map((part) => {
          const value = chipOf(part, t)
          return value === null ? null : (
            <li key={`${part.field} ${part.start}`} className={classes.chip}>
              <b>{t(`quick.field.${part.field}`)}</b> {value}
            </li>
          )
        })}
      </ul>
      {who === undefined && words.length > 0 && (
        <div className={classes.unsure} role={asking ? 'alert' : undefined}>
          <span>{candidates.length === 0 ? t('quick.noContact') : t('quick.which', { words: words.join(' ') })}</span>
          <Group gap={6}>
            {candidates.slice(0, 5).map((one) => (
              <Button key={one.id} size="compact-sm" variant="default" onClick={() => choose(one)}>
                {one.companyName ? `${one.name} · ${one.companyName}` : one.name}
              </Button>
            ))}
          </Group>
        </div>
      )}
      {asking && who !== undefined && content.templateId == null && (
        <Alert color="yellow">{t('quick.noTemplate')}</Alert>
      )}
      {log.error && (
        <Alert color="red" role="alert">
          {log.error.errors[0]?.detail ?? log.error.message}
        </Alert>
      )}
      {text !== '' && !phone && <div className={classes.hint}>{t('quick.hint')}</div>}
    </div>
  )
}

/** What the line says, as a draft: the most used open template of the kind and direction; what has no field yet goes into the comment. */
function contentOf(
  line: QuickLog,
  contactId: number | undefined,
  templates: readonly Template[],
  salespeople: readonly { id: number; code: string; name: string }[],
): DraftContent {
  const value = <F extends Part['field']>(field: F) =>
    line.parts.find((part) => part.field === field)?.value as Extract<Part, { field: F }>['value'] | undefined
  const kind = value('kind')
  const fits = templates.filter((one) => kind === undefined || one.kind === kind.kind)
  const template =
    fits.find((one) => kind?.direction == null || one.informationFlow === kind.direction) ?? fits[0] ?? templates[0]
  const person = value('salesperson')?.toLowerCase()
  const salesperson =
    person === undefined
      ? undefined
      : salespeople.find(
          ({ code, name }) => code.toLowerCase() === person || name.toLowerCase().split(' ').includes(person),
        )
  const noted = line.parts.flatMap((part) =>
    part.field === 'followUp' || part.field === 'campaign' || part.field === 'opportunity' ? [part.text] : [],
  )
  const description = line.description.trim()
  const comment = [...(description.length > 100 ? [description] : []), ...noted].join('\n')
  const [duration, cost, when, evaluation] = [value('duration'), value('cost'), value('when'), value('evaluation')]
  return {
    ...(contactId !== undefined && { contactIds: [contactId] }),
    ...(template && { templateId: template.id }),
    ...(description !== '' && { description: description.slice(0, 100) }),
    ...(duration !== undefined && { durationMin: duration }),
    ...(cost !== undefined && { cost }),
    ...(when !== undefined && { occurredAt: when.at }),
    ...(evaluation !== undefined && { evaluation }),
    ...((value('failed') || kind?.attemptFailed) && { attemptFailed: true }),
    ...(kind?.direction != null && { informationFlow: kind.direction }),
    ...(salesperson && { salespersonId: salesperson.id }),
    ...(comment !== '' && { comment }),
  }
}

function chipOf(part: Part, t: ReturnType<typeof useWords<typeof recordingWords.en>>): string | null {
  switch (part.field) {
    case 'contact':
      return null
    case 'duration':
      return minutes(part.value)
    case 'cost':
      return money(part.value)
    case 'when':
      return dateTime(part.value.at)
    case 'evaluation':
      return t(`evaluation.e${part.value}`)
    case 'failed':
      return t('quick.failed')
    case 'followUp':
    case 'campaign':
    case 'opportunity':
      return `${part.text} (${t('quick.noted')})`
    default:
      return part.text
  }
}
