import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type Key, useWords } from '../../i18n'
import { Panel } from '../../ui/card/Facts'
import { Failed, Reading } from '../../ui/list/ListStates'
import { type Import, importQueries, useChangeImport } from './api'
import classes from './ImportPage.module.css'
import { ImportPreview } from './ImportPreview'
import { ImportReport } from './ImportReport'
import { importWords } from './messages'

type Field = NonNullable<Import['columns'][number]['field']>
const fields = Object.keys(importWords.en.field) as Field[]
const isField = (heading: string): heading is Field => heading in importWords.en.field

/** What each column of the file fills, with three of its values; then what the import would do. */
export function ImportColumns({ id, again }: { id: number; again: () => void }) {
  const t = useWords(importWords)
  const found = useQuery(importQueries.one(id))
  const change = useChangeImport(id)
  const wordOf = (field: Field) => t(`field.${field}` as Key<typeof importWords.en>)
  if (found.isPending) return <Reading />
  if (found.isError) return <Failed problem={found.error} retry={() => void found.refetch()} />
  const { columns, existing, progress, fileName } = found.data
  if (progress !== null) return <ImportReport id={id} progressId={progress.id} again={again} />
  const isCards = /\.vcf$/i.test(fileName)
  /** What a vCard holds comes by our own names of fields. */
  const named = (heading: string) => (isCards && isField(heading) ? wordOf(heading) : heading)
  const numbered = columns.map((column, at) => ({
    ...column,
    heading: named(column.heading),
    at,
    key: `${at} ${column.heading}`,
  }))
  const options = fields.map((value) => ({ value, label: wordOf(value) }))
  const fill = (at: number, field: string | null) =>
    change.mutate({ mapping: columns.map((column, n) => (n === at ? (field as Field | null) : column.field)) })
  return (
    <div className={classes.steps}>
      <Panel
        title={`${t('columns.title')} · ${fileName}`}
        aside={
          <Button variant="subtle" onClick={again}>
            {t('file.another')}
          </Button>
        }
      >
        <div className={classes.columnHead} aria-hidden>
          <span>{t('columns.heading')}</span>
          <span>{t('columns.field')}</span>
          <span>{t('columns.samples')}</span>
        </div>
        <ul className={classes.columns}>
          {numbered.map(({ heading, field, samples, at, key }) => (
            <li key={key} className={classes.column}>
              <span className={classes.heading}>{heading}</span>
              <Select
                aria-label={`${t('columns.field')}: ${heading}`}
                data={options}
                value={field}
                placeholder={t('columns.none')}
                searchable
                clearable
                onChange={(next) => fill(at, next)}
              />
              <span className={classes.samples}>{samples.join(' · ')}</span>
            </li>
          ))}
        </ul>
        <Select
          label={t('existing.label')}
          data={(['skip', 'create'] as const).map((value) => ({ value, label: t(`existing.${value}`) }))}
          value={existing}
          allowDeselect={false}
          onChange={(next) => next !== null && change.mutate({ existing: next === 'create' ? 'create' : 'skip' })}
        />
      </Panel>
      <ImportPreview id={id} headings={columns.map(({ heading }) => named(heading))} existing={existing} />
    </div>
  )
}
