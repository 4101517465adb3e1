import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useWords } from '../../i18n'
import { CardPage } from '../../ui/card/CardPage'
import { EditableField } from '../../ui/card/EditableField'
import { Panel } from '../../ui/card/Facts'
import { RecordHistory } from '../../ui/card/RecordHistory'
import { ClosingActions } from '../../ui/record/ClosingActions'
import { StatisticsButton } from '../../ui/record/StatisticsButton'
import { closeGroup, deleteGroup, groupQueries, reopenGroup, useSaveGroup } from './api'
import { groupWords } from './messages'

const fields = ['code', 'description'] as const

export function GroupCardPage() {
  const { id } = useParams({ from: '/shell/groups/$id' })
  const t = useWords(groupWords)
  const client = useQueryClient()
  const { data: record } = useSuspenseQuery(groupQueries.one(id))
  const save = useSaveGroup(id)
  const refresh = () => void client.invalidateQueries({ queryKey: ['groups'] })
  return (
    <CardPage
      crumbs={[{ label: t('title'), href: '/groups' }, { label: record.code }]}
      title={record.description}
      line={record.code}
      states={record.closedAt !== null && t('closed')}
      actions={
        <>
          <StatisticsButton owner="groupId" id={id} />
          <ClosingActions
            closed={record.closedAt !== null}
            close={{ label: t('close'), run: () => closeGroup(id), said: (count) => t('done.close', { count }) }}
            reopen={{ label: t('reopen'), run: () => reopenGroup(id), said: (count) => t('done.reopen', { count }) }}
            remove={{ label: t('remove'), run: () => deleteGroup(id), said: (count) => t('done.remove', { count }) }}
            after={refresh}
            list="/groups"
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
                  required={name === 'code' || name === 'description'}
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
              record="interaction_group"
              id={id}
              label={(field) => (field in groupWords.en.field ? t(`field.${field as 'code'}`) : field)}
            />
          ),
        },
      ]}
    />
  )
}
