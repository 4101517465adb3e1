import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useWords } from '../../i18n'
import { CardPage } from '../../ui/card/CardPage'
import { EditableField } from '../../ui/card/EditableField'
import { Panel } from '../../ui/card/Facts'
import { RecordHistory } from '../../ui/card/RecordHistory'
import { ClosingActions } from '../../ui/record/ClosingActions'
import { closeLanguage, deleteLanguage, languageQueries, reopenLanguage, useSaveLanguage } from './api'
import { languageWords } from './messages'

const fields = ['code', 'name', 'erpCode'] as const

export function LanguageCardPage() {
  const { id } = useParams({ from: '/shell/languages/$id' })
  const t = useWords(languageWords)
  const client = useQueryClient()
  const { data: record } = useSuspenseQuery(languageQueries.one(id))
  const save = useSaveLanguage(id)
  const refresh = () => void client.invalidateQueries({ queryKey: ['languages'] })
  return (
    <CardPage
      crumbs={[{ label: t('title'), href: '/languages' }, { label: record.code }]}
      title={record.name}
      line={record.code}
      states={record.closedAt !== null && t('closed')}
      actions={
        <ClosingActions
          closed={record.closedAt !== null}
          close={{ label: t('close'), run: () => closeLanguage(id), said: (count) => t('done.close', { count }) }}
          reopen={{ label: t('reopen'), run: () => reopenLanguage(id), said: (count) => t('done.reopen', { count }) }}
          remove={{ label: t('remove'), run: () => deleteLanguage(id), said: (count) => t('done.remove', { count }) }}
          after={refresh}
          list="/languages"
        />
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
              record="language"
              id={id}
              label={(field) => (field in languageWords.en.field ? t(`field.${field as 'code'}`) : field)}
            />
          ),
        },
      ]}
    />
  )
}
