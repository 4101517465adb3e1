import {
  IconArrowBackUp,
  IconBan,
  IconMessage,
  IconMoodOff,
  IconMoodSmile,
  IconTrash,
  IconUserShare,
} from '@tabler/icons-react'
import { lazy } from 'react'
import { say, useWords } from '../../i18n'
import { date, dateTime, dayOf, longDate, money, shortDate, time } from '../../i18n/format'
import { Initials } from '../../ui/Initials'
import { EvaluationFace, evaluationIcons, evaluations } from '../../ui/interaction/Evaluation'
import { KindGlyph } from '../../ui/interaction/KindGlyph'
import { RowTitle, TwoLines } from '../../ui/list/RowTitle'
import { savedViews } from '../../ui/list/savedViews'
import { uiWords } from '../../ui/messages'
import { type Choice, definePage } from '../../ui/page'
import { useSalespersonChoices } from '../contacts/api'
import { FoundDescription, FoundLine } from '../search/FoundIn'
import {
  cancelEntries,
  countEntries,
  type Entry,
  evaluateEntries,
  explainLogFilter,
  exportAddress,
  interactionQueries,
  restoreEntries,
  useGroupChoices,
  useTemplateChoices,
} from './api'
import { EntryStates } from './EntryStates'
import { employerOf } from './employer'
import { FileCount } from './FileCount'
import { interactionWords } from './messages'

const AssignDialog = lazy(() => import('./AssignDialog').then((module) => ({ default: module.AssignDialog })))
const CancelDialog = lazy(() => import('./CancelDialog').then((module) => ({ default: module.CancelDialog })))
const CommentDialog = lazy(() => import('./CommentDialog').then((module) => ({ default: module.CommentDialog })))

const kinds = ['call', 'mail', 'letter', 'meeting', 'document', 'note', 'system'] as const
const useKindChoices = (): readonly Choice[] => {
  const t = useWords(uiWords)
  return kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))
}
const useEvaluationChoices = (): readonly Choice[] => {
  const t = useWords(interactionWords)
  return evaluations.map((value) => ({ value: String(value), label: t(`evaluation.${value}`) }))
}
/** The values of a field that has only a few, by their words. */
const choicesOf =
  (...values: readonly ('yes' | 'no' | 'outbound' | 'inbound' | 'us' | 'them' | 'hardCopy' | 'email')[]) =>
  (): readonly Choice[] => {
    const t = useWords(interactionWords)
    return values.map((value) => ({ value, label: t(`value.${value}`) }))
  }
const yesNo = (value: boolean) => say(interactionWords, value ? 'value.yes' : 'value.no')

/** The log: columns, filters, views and what can be done with its entries. */
export const logPage = definePage(
  'interactions',
  interactionWords,
  interactionQueries.list,
  {
    open: (entry: Entry) => `/i/${entry.id}`,
    nameOf: (entry) => `${entry.description}, ${entry.contactName}`,
    firstSort: '-occurredAt',
    lines: 2,
    offersNew: true,
    views: [
      { view: 'mine', search: { salespersonCode: '%mysalesperson', occurredAt: 'today-30D..' } },
      { view: 'failed', search: { attemptFailed: 'yes' } },
      { view: 'notEvaluated', search: { evaluation: "''", canceled: 'no' } },
      { view: 'canceled', search: { canceled: 'yes' } },
    ],
    saved: savedViews('interactions'),
    explain: explainLogFilter,
    count: countEntries,
    exportTo: exportAddress,
    look: (entry) => (entry.canceled ? 'canceled' : null),
    item: (entry) => ({
      glyph: <KindGlyph kind={entry.kind} flow={entry.informationFlow} failed={entry.attemptFailed} />,
      title: <FoundDescription id={entry.id} description={entry.description} />,
      under: <FoundLine id={entry.id} />,
      line: [entry.contactName, employerOf(entry)].filter(Boolean).join(' · '),
      states: hasStates(entry) && (
        <>
          <EvaluationFace value={entry.evaluation} />
          <EntryStates entry={entry} short />
          <FileCount entry={entry} />
        </>
      ),
      end: time(entry.occurredAt),
    }),
    heading: (entry) => longDate(dayOf(entry.occurredAt)),
  },
  [
    {
      field: 'occurredAt',
      width: 92,
      sort: true,
      filter: 'date',
      first: true,
      show: (entry) => (
        <span title={dateTime(entry.occurredAt)}>
          <TwoLines line={time(entry.occurredAt)}>{shortDate(entry.occurredAt)}</TwoLines>
        </span>
      ),
      cell: (entry) => date(entry.occurredAt),
    },
    {
      field: 'description',
      main: true,
      filter: 'text',
      first: true,
      show: (entry) => (
        <RowTitle
          glyph={<KindGlyph kind={entry.kind} flow={entry.informationFlow} failed={entry.attemptFailed} size={26} />}
          after={<FileCount entry={entry} />}
          line={<FoundLine id={entry.id} />}
        >
          <FoundDescription id={entry.id} description={entry.description} />
        </RowTitle>
      ),
    },
    {
      field: 'contactName',
      width: 190,
      filter: 'text',
      first: true,
      show: (entry) => <TwoLines line={employerOf(entry)}>{entry.contactName}</TwoLines>,
    },
    { field: 'state', width: 124, show: (entry) => <EntryStates entry={entry} short /> },
    {
      field: 'evaluation',
      width: 128,
      filter: 'code',
      first: true,
      useChoices: useEvaluationChoices,
      show: (entry) => <EvaluationFace value={entry.evaluation} />,
    },
    { field: 'durationMin', width: 62, end: true, filter: 'number' },
    { field: 'cost', width: 76, end: true, filter: 'number', show: (entry) => money(entry.cost) },
    {
      field: 'salespersonCode',
      width: 104,
      filter: 'code',
      first: true,
      useChoices: () => useSalespersonChoices(),
      show: (entry) =>
        entry.salespersonName && <Initials name={entry.salespersonName} size={26} title={entry.salespersonName} />,
    },
    { field: 'templateCode', column: 'more', width: 130, filter: 'code', first: true, useChoices: useTemplateChoices },
    {
      field: 'kind',
      column: 'more',
      width: 110,
      filter: 'code',
      first: true,
      useChoices: useKindChoices,
      show: (entry) => say(uiWords, `kind.${entry.kind}`),
    },
    { field: 'groupCode', column: 'more', width: 120, filter: 'code', useChoices: useGroupChoices },
    { field: 'id', column: 'more', width: 100, end: true, filter: 'number' },
    { field: 'contactNo', column: 'more', width: 110, filter: 'code' },
    { field: 'companyName', column: 'more', width: 180, filter: 'text' },
    { field: 'companyNo', column: 'never', filter: 'code' },
    { field: 'salespersonName', column: 'more', width: 150 },
    { field: 'languageCode', column: 'more', width: 90, filter: 'text' },
    {
      field: 'informationFlow',
      column: 'more',
      width: 120,
      filter: 'code',
      useChoices: choicesOf('outbound', 'inbound'),
      show: (entry) => entry.informationFlow && say(interactionWords, `value.${entry.informationFlow}`),
    },
    {
      field: 'initiatedBy',
      column: 'more',
      width: 110,
      filter: 'code',
      useChoices: choicesOf('us', 'them'),
      show: (entry) => entry.initiatedBy && say(interactionWords, `value.${entry.initiatedBy}`),
    },
    {
      field: 'correspondenceType',
      column: 'more',
      width: 150,
      filter: 'code',
      useChoices: choicesOf('hardCopy', 'email'),
      show: (entry) => entry.correspondenceType && say(interactionWords, `value.${entry.correspondenceType}`),
    },
    { field: 'contactVia', column: 'more', width: 160, filter: 'text' },
    { field: 'userName', column: 'more', width: 150, filter: 'text' },
    {
      field: 'recordedAt',
      column: 'more',
      width: 170,
      filter: 'date',
      show: (entry) => dateTime(entry.recordedAt),
      cell: (entry) => date(entry.recordedAt),
    },
    {
      field: 'private',
      column: 'more',
      width: 90,
      filter: 'code',
      useChoices: choicesOf('yes', 'no'),
      show: (entry) => yesNo(entry.private),
      cell: (entry) => (entry.private ? 'yes' : 'no'),
    },
    { field: 'attachments', column: 'more', width: 70, end: true },
    { field: 'comments', column: 'more', width: 100, end: true },
    { field: 'canceled', column: 'never', filter: 'code', first: true, useChoices: choicesOf('yes', 'no') },
    { field: 'attemptFailed', column: 'never', filter: 'yesno', first: true },
    { field: 'withAttachment', column: 'never', filter: 'yesno', first: true },
    {
      action: 'evaluate',
      icon: IconMoodSmile,
      right: 'interactions.record',
      choices: evaluations.map((value) => ({
        key: String(value),
        word: `evaluation.${value}`,
        icon: evaluationIcons[value],
      })),
      run: (on, choice) => evaluateEntries(on, Number(choice)),
      optimistic: (entry, choice) => ({ ...entry, evaluation: Number(choice) }),
    },
    {
      action: 'clearEvaluation',
      key: '0',
      icon: IconMoodOff,
      right: 'interactions.record',
      may: (entry) => entry.evaluation !== null,
      run: (on) => evaluateEntries(on, null),
      optimistic: (entry) => ({ ...entry, evaluation: null }),
    },
    {
      action: 'comment',
      key: 'Shift+C',
      icon: IconMessage,
      right: 'interactions.record',
      one: true,
      form: CommentDialog,
    },
    { action: 'assign', icon: IconUserShare, right: 'interactions.cancel', form: AssignDialog },
    {
      action: 'restore',
      icon: IconArrowBackUp,
      right: 'interactions.cancel',
      may: (entry) => entry.canceled,
      run: restoreEntries,
      optimistic: (entry) => ({ ...entry, canceled: false }),
    },
    {
      action: 'cancelWhy',
      icon: IconBan,
      right: 'interactions.cancel',
      may: (entry) => !entry.canceled,
      form: CancelDialog,
    },
    {
      action: 'cancel',
      key: 'Delete',
      icon: IconBan,
      bad: true,
      right: 'interactions.cancel',
      may: (entry) => !entry.canceled,
      run: (on) => cancelEntries(on, null),
      optimistic: (entry) => ({ ...entry, canceled: true }),
    },
    { action: 'deleteCanceled', icon: IconTrash, right: 'interactions.delete', to: '/interactions/delete-canceled' },
  ],
)

const hasStates = ({ evaluation, canceled, attemptFailed, private: own, kind, attachments, comments }: Entry) =>
  evaluation !== null || canceled || attemptFailed || own || kind === 'note' || attachments + comments > 0
