import { useQueryClient } from '@tanstack/react-query'
import { useWords } from '../../i18n'
import { useGo } from '../../ui/address'
import { NewRecordDialog } from '../../ui/record/NewRecordDialog'
import { createTemplate, type Template, useGroupChoices } from './api'
import { templateWords } from './messages'

export const kinds = Object.keys(templateWords.en.kind) as Template['kind'][]

export function NewTemplateDialog({ close }: { close: () => void }) {
  const t = useWords(templateWords)
  const go = useGo()
  const client = useQueryClient()
  const groups = useGroupChoices()
  return (
    <NewRecordDialog
      title={t('action.create')}
      save={t('save')}
      fields={[
        { field: 'code', label: t('field.code'), required: true },
        { field: 'description', label: t('field.description') },
        { field: 'groupId', label: t('field.groupId'), required: true, choices: groups },
        {
          field: 'kind',
          label: t('field.kind'),
          required: true,
          choices: kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
        },
      ]}
      create={({ code = '', description, groupId, kind }) =>
        createTemplate({
          code,
          groupId: Number(groupId ?? 0),
          kind: (kind ?? '') as Template['kind'],
          ...(description !== undefined && { description }),
        })
      }
      made={({ id }) => {
        void client.invalidateQueries({ queryKey: ['templates'] })
        go(`/templates/${id}`)
      }}
      close={close}
    />
  )
}
