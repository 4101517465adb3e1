import { ActionIcon, Button, Checkbox, Menu } from '@mantine/core'
import { IconChevronDown, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../i18n'
import { FilterInput } from '../FilterInput'
import { uiWords } from '../messages'
import type { Field } from '../page'
import classes from './Filters.module.css'
import type { List } from './useList'

/** The filters of a list: first those asked most and those that are set, any other field on demand. */
export function FilterPane<Row extends { id: number }>({ list }: { list: List<Row> }) {
  const t = useWords(uiWords)
  const { page, search } = list
  const [asked, setAsked] = useState<readonly string[]>([])
  const possible = page.fields.filter((field) => field.filter !== undefined)
  const shown = possible.filter(({ field, first }) => first || search[field] !== undefined || asked.includes(field))
  const others = possible.filter((field) => !shown.includes(field))
  return (
    <div className={classes.pane}>
      {shown.map((field) => (
        <FieldFilter key={field.field} list={list} field={field} />
      ))}
      {others.length > 0 && (
        <Menu position="bottom-start" shadow="md">
          <Menu.Target>
            <Button variant="subtle" leftSection={<IconPlus size={15} aria-hidden />}>
              {t('list.anyField')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map(({ field }) => (
              <Menu.Item key={field} onClick={() => setAsked([...asked, field])}>
                {page.word(`field.${field}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}

function FieldFilter<Row extends { id: number }>({ list, field }: { list: List<Row>; field: Field<Row> }) {
  const { page, search, filter } = list
  const name = field.field
  const label = page.word(`field.${name}`)
  const value = search[name] ?? ''
  const set = (expression: string) => filter({ [name]: expression })
  if (field.filter === 'yesno')
    return (
      <Checkbox
        className={classes.only ?? ''}
        label={label}
        checked={value !== ''}
        onChange={(event) => set(event.currentTarget.checked ? 'yes' : '')}
      />
    )
  const { explain } = page
  return (
    <FilterInput
      label={label}
      value={value}
      onFilter={set}
      explain={explain && ((expression, signal) => explain(name, expression, signal))}
      explainKey={[page.name, name]}
      {...(field.useChoices
        ? { offer: (apply) => <Choices field={field} label={label} value={value} apply={apply} /> }
        : {})}
    />
  )
}

/** The values that exist, several at once: they are joined by `|` in the expression. */
function Choices<Row>({
  field,
  label,
  value,
  apply,
}: {
  field: Field<Row>
  label: string
  value: string
  apply: (expression: string) => void
}) {
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

/** Over the filters: what this is, and the way to take them all off. */
export function PaneHead<Row extends { id: number }>({ list }: { list: List<Row> }) {
  const t = useWords(uiWords)
  const set = Object.keys(list.page.filters(list.search))
  const clear = () => list.filter(Object.fromEntries(set.map((field) => [field, undefined])))
  return (
    <div className={classes.paneHead}>
      <h2 className={classes.paneTitle}>{t('list.filters')}</h2>
      {set.length > 0 && (
        <button type="button" className={classes.clear} onClick={clear}>
          {t('list.clearAll')}
        </button>
      )}
    </div>
  )
}
