import { useQueryClient } from '@tanstack/react-query'
import { useWords } from '../../i18n'
import { money, readDecimal } from '../../i18n/format'
import { EditableField } from '../../ui/card/EditableField'
import { Panel } from '../../ui/card/Facts'
import type { Choice } from '../../ui/page'
import { type Template, type TemplatePatch, useGroupChoices, useLanguageChoices, useSaveTemplate } from './api'
import { templateWords } from './messages'
import { kinds } from './NewTemplateDialog'

type Name = keyof TemplatePatch & keyof Template
const numbers = ['groupId', 'defaultLanguageId', 'unitDurationMin']

const shownAs = (name: Name, value: Template[Name]): string => {
  if (typeof value === 'boolean') return value ? 'yes' : ''
  return name === 'unitCost' ? money(String(value)) : String(value ?? '')
}

/** What a template proposes when it is chosen, edited where it stands. */
export function TemplateFields({ template }: { template: Template }) {
  const t = useWords(templateWords)
  const client = useQueryClient()
  const save = useSaveTemplate(template.id)
  const groups = useGroupChoices()
  const languages = useLanguageChoices()
  const hasFile = template.languages.some(
    ({ languageId, attachment }) => languageId === template.defaultLanguageId && attachment !== null,
  )
  const field = (
    name: Name,
    kind: Parameters<typeof EditableField>[0]['kind'] = 'text',
    choices: readonly Choice[] = [],
  ) => {
    const value = template[name]
    const read = (text: string) =>
      numbers.includes(name) ? Number(text) : name === 'unitCost' ? (readDecimal(text) ?? text) : text
    return (
      <EditableField
        key={name}
        field={name}
        label={t(`field.${name}`)}
        kind={kind}
        choices={choices}
        required={name === 'code' || name === 'groupId' || name === 'kind'}
        value={shownAs(name, value)}
        version={template.version}
        refresh={() => void client.invalidateQueries({ queryKey: ['templates', 'one', template.id] })}
        save={(text, version) =>
          save.mutateAsync({
            version,
            patch: { [name]: kind === 'yesno' ? text === 'yes' : text.trim() === '' ? null : read(text.trim()) },
          })
        }
      />
    )
  }
  const of = <T extends string>(values: readonly T[], label: (value: T) => string) =>
    values.map((value) => ({ value, label: label(value) }))
  return (
    <Panel>
      {field('code')}
      {field('description')}
      {field('groupId', 'choice', groups)}
      {field(
        'kind',
        'choice',
        of(kinds, (value) => t(`kind.${value}`)),
      )}
      {field('unitCost', 'number')}
      {field('unitDurationMin', 'number')}
      {field(
        'informationFlow',
        'choice',
        of(['outbound', 'inbound'] as const, (value) => t(`flow.${value}`)),
      )}
      {field(
        'initiatedBy',
        'choice',
        of(['us', 'them'] as const, (value) => t(`by.${value}`)),
      )}
      {field(
        'correspondenceType',
        'choice',
        of(['hardCopy', 'email'] as const, (value) => t(`correspondence.${value}`)),
      )}
      {field('ignoreContactCorrespondenceType', 'yesno')}
      {field('defaultLanguageId', 'choice', languages)}
      {field(
        'wizardAction',
        'choice',
        of(hasFile ? (['open', 'import'] as const) : (['import'] as const), (value) => t(`wizard.${value}`)),
      )}
      {field('campaignTarget', 'yesno')}
      {field('campaignResponse', 'yesno')}
    </Panel>
  )
}
