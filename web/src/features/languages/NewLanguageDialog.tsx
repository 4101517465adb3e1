import { useQueryClient } from '@tanstack/react-query'
import { useWords } from '../../i18n'
import { useGo } from '../../ui/address'
import { NewRecordDialog } from '../../ui/record/NewRecordDialog'
import { createLanguage } from './api'
import { languageWords } from './messages'

export function NewLanguageDialog({ close }: { close: () => void }) {
  const t = useWords(languageWords)
  const go = useGo()
  const client = useQueryClient()
  const field = (name: 'code' | 'name') => ({ field: name, label: t(`field.${name}`), required: true })
  return (
    <NewRecordDialog
      title={t('action.create')}
      save={t('save')}
      fields={[field('code'), field('name')]}
      create={(values) => createLanguage({ code: values.code ?? '', name: values.name ?? '' })}
      made={({ id }) => {
        void client.invalidateQueries({ queryKey: ['languages'] })
        go(`/languages/${id}`)
      }}
      close={close}
    />
  )
}
