import { ActionIcon, Button, Checkbox, Menu } from '@mantine/core'
import { IconChevronDown, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../i18n'
import { FilterInput } from '../FilterInput'
import { uiWords } from '../messages'
import type { FilterField } from '../page'
import classes from './Filters.module.css'
import type { Filters } from './useList'

/** The filters of a list: first those asked most and those that are set, any other field on demand. */
export function FilterPane({ filters }: { filters: Filters }) {
  const t = useWords(uiWords)
  const { fields, search, word } = filters
  const [asked, setAsked] = useState<readonly string[]>([])
  const shown = fields.filter(({ field, first }) => first || search[field] !== undefined || asked.includes(field))
  const others = fields.filter((field) => !shown.includes(field))
  return (
    <div className={classes.pane}>
      {shown.map((field) => (
        <FieldFilter key={field.field} filters={filters} field={field} />
      ))}
      {others.length > 0 && (
        <Menu position="bottom-start" shadow="md">
          <Menu.Target>
            <Button variant="subtle" leftSection={<IconPlus size={15} aria-hidden />}>
              {t('list.anyField')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown className={classes.choices ?? ''}>
            {others.map(({ field }) => (
              <Menu.Item key={field} onClick={() => setAsked([...asked, field])}>
                {word(`field.${field}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}

type FieldProps = { filters: Filters; field: FilterField }
function FieldFilter({ filters, field }: FieldProps) {
  const { list, search, word, explain } = filters
  const name = field.field
  const label = word(`field.${name}`)
  const value = search[name] ?? ''
  const set = (expression: string) => filters.set({ [name]: expression })
  if (field.filter === 'yesno')
    return (
      <Checkbox
        className={classes.only ?? ''}
        label={label}
        checked={value !== ''}
        onChange={(event) => set(event.currentTarget.checked ? 'yes' : '')}
      />
    )
  return (
    <FilterInput
      label={label}
      value={value}
      onFilter={set}
      explain={explain && ((expression, signal) => explain(name, expression, signal))}
      explainKey={[list, name]}
      {...(field.useChoices
        ? { offer: (apply) => <Choices field={field} label={label} value={value} apply={apply} /> }
        : {})}
    />
  )
}

type ChoicesProps = { field: FilterField; label: string; value: string; apply: (expression: string) => void }
/** The values that exist, several at once: they are joined by `|` in the expression. */
function Choices({ field, label, value, apply }: ChoicesProps) {
  const t = useWords(uiWords)
  const choices = field.useChoices?.() ?? []
  const chosen = value.split('|').filter((one) => one !== '')
  const toggle = (one: string) =>
    apply((chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]).join('|'))
  return (
    <Menu position="bottom-end" shadow="md" closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon size={26} aria-label={t('list.choices', { field: label })}>
          <IconChevronDown size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={classes.choices ?? ''}>
        {choices.map((choice) => (
          <Menu.CheckboxItem
            key={choice.value}
            checked={chosen.includes(choice.value)}
            onChange={() => toggle(choice.value)}
          >
            {choice.label}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
