import { Alert, Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Problem } from '../../api/problem'
import { useWords } from '../../i18n'
import { dateTime, time } from '../../i18n/format'
import { useSession } from '../../shell/session'
import { useGo } from '../../ui/address'
import { Facts } from '../../ui/card/Facts'
import { GuideDialog } from '../../ui/GuideDialog'
import { useShortcut } from '../../ui/shortcuts'
import { toast } from '../../ui/toast'
import { useAction } from '../../ui/useAction'
import {
  type Draft,
  type DraftContent,
  discardDraft,
  type Logged,
  logInteractions,
  recordingQueries,
  type SentFile,
  type Step,
  type Template,
} from './api'
import { defaultsOf, type Guide, requestOf } from './guide'
import { recordingWords } from './messages'
import { StepContent } from './StepContent'
import { StepResult } from './StepResult'
import { StepWhat } from './StepWhat'
import { useDraft } from './useDraft'

const steps = ['what', 'content', 'result'] as const
const ofStep: Readonly<Record<(typeof steps)[number], readonly string[]>> = {
  what: [
    'contactIds',
    'templateId',
    'description',
    'occurredAt',
    'salespersonId',
    'languageId',
    'correspondenceType',
    'informationFlow',
    'initiatedBy',
    'contactVia',
  ],
  content: ['uploadIds'],
  result: ['evaluation', 'cost', 'durationMin', 'comment', 'attemptFailed', 'private'],
}

/** Create Interaction: who and what, content, result. It keeps itself as a draft; closing asks nothing. */
export function RecordGuide({
  draft: start,
  begun,
  templates,
}: {
  draft: Draft | null
  begun: DraftContent
  templates: readonly Template[]
}) {
  const t = useWords(recordingWords)
  const go = useGo()
  const client = useQueryClient()
  const { user } = useSession()
  const [content, setContent] = useState<DraftContent>(start?.content ?? begun)
  const [files, setFiles] = useState<SentFile[]>(start?.uploads ?? [])
  const [step, setStep] = useState<(typeof steps)[number]>(
    start?.step === 'content' || start?.step === 'result' ? start.step : 'what',
  )
  const { draft, problem: unsaved, save } = useDraft(start, content, step as Step)
  const { act } = useAction()
  const contactId = content.contactIds?.[0]
  const { data: contact } = useQuery({ ...recordingQueries.contact(contactId ?? 0), enabled: contactId !== undefined })
  const template = templates.find(({ id }) => id === content.templateId)
  const defaults = defaultsOf(template, contact, user.salespersonId)
  const languageId = content.languageId === undefined ? defaults.languageId : content.languageId
  const templateFile = template?.languages.find((row) => row.languageId === languageId)?.attachment ?? null
  const log = useMutation<Logged, Problem>({
    mutationFn: async () => logInteractions(requestOf(content, (await save())?.id ?? null)),
    onSuccess: ({ entries, undoId, undoUntil }) => {
      void client.invalidateQueries({ queryKey: ['interactions'] })
      void client.invalidateQueries({ queryKey: ['contacts'] })
      void client.invalidateQueries({ queryKey: ['drafts'] })
      act({
        run: async () => ({ count: entries.length, undoId, undoUntil }),
        said: (count) => t('logged', { count }),
        after: () => void client.invalidateQueries({ queryKey: ['interactions'] }),
      })
      const one = entries[0]
      go(contactId !== undefined ? `/contacts/${contactId}` : one ? `/i/${one.id}` : '/interactions')
    },
    onError: ({ errors }) => {
      const fields = errors.map(({ pointer }) => pointer.split('/')[1] ?? '')
      const at = steps.find((one) => ofStep[one].some((name) => fields.includes(name)))
      if (at) setStep(at)
    },
  })
  const faults: Readonly<Record<string, string>> = {
    ...faultsOf(log.error),
    ...(log.error && !content.contactIds?.length && { contactIds: t('choose.contactIds') }),
    ...(log.error && content.templateId == null && { templateId: t('choose.templateId') }),
  }
  const guide: Guide = {
    content,
    set: (part) => setContent((before) => ({ ...before, ...part })),
    faults,
    templates,
    template,
    contact,
    defaults,
    templateFile,
    files,
    setFiles,
  }
  const last = step === 'result'
  const next = () => (last ? log.mutate() : setStep(steps[steps.indexOf(step) + 1] ?? 'result'))
  useShortcut({ keys: 'Ctrl+Shift+Enter', label: t('logNow'), run: () => log.mutate(), inDialog: true })
  const leave = async () => {
    const kept = await save().catch(() => null)
    go(contactId === undefined ? '/interactions' : `/contacts/${contactId}`)
    if (kept) toast(t('kept'), { label: t('discard'), run: () => discard(kept.id) })
  }
  const discard = (id: number) =>
    act({
      run: () => discardDraft(id),
      said: (count) => t('discarded', { count }),
      after: () => void client.invalidateQueries({ queryKey: ['drafts'] }),
    })
  const missing = Object.keys(faults).length
  const count = (one: (typeof steps)[number]) => ofStep[one].filter((name) => faults[name] !== undefined).length
  return (
    <GuideDialog
      title={t('guide')}
      step={step}
      go={(to) => setStep(steps.find((one) => one === to) ?? 'what')}
      close={() => void leave()}
      bright={{ label: last ? t('logIt') : t('next'), run: next, pending: log.isPending }}
      steps={[
        { step: 'what', label: t('step.what'), content: <StepWhat guide={guide} />, faults: count('what') },
        { step: 'content', label: t('step.content'), content: <StepContent guide={guide} />, faults: count('content') },
        { step: 'result', label: t('step.result'), content: <StepResult guide={guide} />, faults: count('result') },
      ]}
      side={{ title: t('summary'), content: <Summary guide={guide} /> }}
      problem={log.error}
      others={
        !last && (
          <Button variant="default" onClick={() => log.mutate()}>
            {t('logNow')}
          </Button>
        )
      }
      refused={
        log.error && (
          <Alert color="red" role="alert">
            {missing > 0 ? t('missing', { count: missing }) : log.error.message}
          </Alert>
        )
      }
      foot={
        unsaved ? (
          <span role="alert">{unsaved.type === 'stale' ? t('changed') : unsaved.message}</span>
        ) : (
          draft && (
            <>
              <span role="status">{t('keptAt', { time: time(draft.touchedAt) })}</span>
              <Button
                variant="subtle"
                color="gray"
                onClick={() => {
                  discard(draft.id)
                  go(contactId === undefined ? '/interactions' : `/contacts/${contactId}`)
                }}
              >
                {t('discard')}
              </Button>
            </>
          )
        )
      }
    />
  )
}

/** The sentence at each field, whichever of a list it concerns. */
const faultsOf = (problem: Problem | null): Record<string, string> =>
  Object.fromEntries((problem?.errors ?? []).map(({ pointer, detail }) => [pointer.split('/')[1] ?? '', detail]))

function Summary({ guide: { content, contact, template, defaults, files, templateFile } }: { guide: Guide }) {
  const t = useWords(recordingWords)
  const way = content.correspondenceType === undefined ? defaults.correspondenceType : content.correspondenceType
  const attached = [
    ...(templateFile && content.withTemplateAttachment !== false ? [templateFile.name] : []),
    ...files.map(({ name }) => name),
  ]
  return (
    <Facts
      facts={[
        {
          label: t('field.contactIds'),
          value: contact ? [contact.name, contact.companyName].filter(Boolean).join(', ') : '',
        },
        { label: t('field.templateId'), value: template?.description ?? template?.code ?? '' },
        { label: t('field.description'), value: content.description ?? template?.description ?? '' },
        { label: t('field.occurredAt'), value: content.occurredAt ? dateTime(content.occurredAt) : t('origin.now') },
        { label: t('field.correspondenceType'), value: way ? t(`correspondence.${way}`) : t('blank') },
        ...(attached.length > 0 ? [{ label: t('field.files'), value: attached.join(', ') }] : []),
        ...(content.followsId != null ? [{ label: '', value: t('follows', { id: content.followsId }) }] : []),
      ]}
    />
  )
}
