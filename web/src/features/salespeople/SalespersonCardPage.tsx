import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useWords } from '../../i18n'
import { CardPage } from '../../ui/card/CardPage'
import { EditableField } from '../../ui/card/EditableField'
import { Panel } from '../../ui/card/Facts'
import { RecordHistory } from '../../ui/card/RecordHistory'
import { ClosingActions } from '../../ui/record/ClosingActions'
import { StatisticsButton } from '../../ui/record/StatisticsButton'
import { closeSalesperson, deleteSalesperson, reopenSalesperson, salespersonQueries, useSaveSalesperson } from './api'
import { salespersonWords } from './messages'

const fields = ['code', 'name', 'jobTitle', 'email', 'phone'] as const

export function SalespersonCardPage() {
  const { id } = useParams({ from: '/shell/salespeople/$id' })
  const t = useWords(salespersonWords)
  const client = useQueryClient()
  const { data: record } = useSuspenseQuery(salespersonQueries.one(id))
  const save = useSaveSalesperson(id)
  const refresh = () => void client.invalidateQueries({ queryKey: ['salespeople'] })
  return (
    <CardPage
      crumbs={[{ label: t('title'), href: '/salespeople' }, { label: record.code }]}
      title={record.name}
      line={record.code}
      states={record.closedAt !== null && t('closed')}
      actions={
        <>
          <StatisticsButton owner="salespersonId" id={id} />
          <ClosingActions
            closed={record.closedAt !== null}
            close={{ label: t('close'), run: () => closeSalesperson(id), said: (count) => t('done.close', { count }) }}
            reopen={{
              label: t('reopen'),
              run: () => reopenSalesperson(id),
              said: (count) => t('done.reopen', { count }),
            }}
            remove={{
              label: t('remove'),
              run: () => deleteSalesperson(id),
              said: (count) => t('done.remove', { count }),
            }}
            after={refresh}
            list="/salespeople"
          />
        </>
      }
      tabs={[
        {
          tab: 'details',
          label: t('tab.details'),
          content: () => (
            <Panel>
              {fields.map((name) => (
                <EditableField
                  key={name}
                  field={name}
                  label={t(`field.${name}`)}
                  required={name === 'code' || name === 'name'}
                  value={record[name] ?? ''}
                  version={record.version}
                  refresh={refresh}
                  save={(text, version) =>
                    save.mutateAsync({ version, patch: { [name]: text.trim() === '' ? null : text.trim() } })
                  }
                />
              ))}
            </Panel>
          ),
        },
        {
          tab: 'history',
          label: t('tab.history'),
          content: () => (
            <RecordHistory
              record="salesperson"
              id={id}
              label={(field) => (field in salespersonWords.en.field ? t(`field.${field as 'code'}`) : field)}
            />
          ),
        },
      ]}
    />
  )
}
