import { Alert, Button, Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../i18n'
import { Panel } from '../../ui/card/Facts'
import { Failed, Reading } from '../../ui/list/ListStates'
import { importQueries, useRunImport } from './api'
import classes from './ImportPage.module.css'
import { importWords } from './messages'

/** What the import would do: numbers, reasons of refusal, rows as they stand with their faulty cells marked. */
export function ImportPreview({
  id,
  headings,
  existing,
}: {
  id: number
  headings: readonly string[]
  existing: 'skip' | 'create'
}) {
  const t = useWords(importWords)
  const preview = useQuery(importQueries.preview(id))
  const run = useRunImport(id)
  if (preview.isPending) return <Reading />
  if (preview.isError) return <Failed problem={preview.error} retry={() => void preview.refetch()} />
  const { fresh, known, refused, whole, rows, reasons, sample } = preview.data
  const columns = headings.map((heading, at) => ({ heading, at, key: `${at} ${heading}` }))
  const count = fresh + (existing === 'create' ? known : 0)
  return (
    <Panel
      title={t('preview.title')}
      aside={
        <Button disabled={count === 0} loading={run.isPending} onClick={() => run.mutate()}>
          {t('run', { count })}
        </Button>
      }
    >
      <p role="status">
        {[
          t('preview.fresh', { count: fresh }),
          t('preview.known', { count: known }),
          t('preview.refused', { count: refused }),
        ].join(' · ')}
        {!whole && ` · ${t('preview.part', { count: rows })}`}
      </p>
      {run.error && (
        <Alert color="red" role="alert">
          {run.error.message}
        </Alert>
      )}
      {reasons.length > 0 && (
        <>
          <h3 className={classes.reasons}>{t('preview.reasons')}</h3>
          <ul>
            {reasons.map(({ text, count: times }) => (
              <li key={text}>
                {times} × {text}
              </li>
            ))}
          </ul>
        </>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard */}
      <section className={classes.wide} aria-label={t('preview.title')} tabIndex={0}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('preview.line')}</Table.Th>
              <Table.Th>{t('preview.state')}</Table.Th>
              {columns.map(({ heading, key }) => (
                <Table.Th key={key}>{heading}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sample.map(({ line, cells, state, faults }) => (
              <Table.Tr key={line}>
                <Table.Td>{line}</Table.Td>
                <Table.Td>{t(`preview.${state}`)}</Table.Td>
                {columns.map(({ at, key }) => {
                  const fault = faults.find(({ column }) => column === at)
                  return (
                    <Table.Td key={key} className={fault && classes.fault}>
                      {cells[at]}
                      {fault && <div className={classes.why}>{fault.text}</div>}
                    </Table.Td>
                  )
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </Panel>
  )
}
