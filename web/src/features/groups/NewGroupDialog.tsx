import { useQueryClient } from '@tanstack/react-query'
import { useWords } from '../../i18n'
import { useGo } from '../../ui/address'
import { NewRecordDialog } from '../../ui/record/NewRecordDialog'
import { createGroup } from './api'
import { groupWords } from './messages'

export function NewGroupDialog({ close }: { close: () => void }) {
  const t = useWords(groupWords)
  const go = useGo()
  const client = useQueryClient()
  const field = (name: 'code' | 'description') => ({ field: name, label: t(`field.${name}`), required: true })
  return (
    <NewRecordDialog
      title={t('action.create')}
      save={t('save')}
      fields={[field('code'), field('description')]}
      create={(values) => createGroup({ code: values.code ?? '', description: values.description ?? '' })}
      made={({ id }) => {
        void client.invalidateQueries({ queryKey: ['groups'] })
        go(`/groups/${id}`)
      }}
      close={close}
    />
  )
}
