import { useQueryClient } from '@tanstack/react-query'
import { useWords } from '../../i18n'
import { useGo } from '../../ui/address'
import { NewRecordDialog } from '../../ui/record/NewRecordDialog'
import { createSalesperson } from './api'
import { salespersonWords } from './messages'

export function NewSalespersonDialog({ close }: { close: () => void }) {
  const t = useWords(salespersonWords)
  const go = useGo()
  const client = useQueryClient()
  const field = (name: 'code' | 'name') => ({ field: name, label: t(`field.${name}`), required: true })
  return (
    <NewRecordDialog
      title={t('action.create')}
      save={t('save')}
      fields={[field('code'), field('name')]}
      create={(values) => createSalesperson({ code: values.code ?? '', name: values.name ?? '' })}
      made={({ id }) => {
        void client.invalidateQueries({ queryKey: ['salespeople'] })
        go(`/salespeople/${id}`)
      }}
      close={close}
    />
  )
}
