import { Button, Checkbox, Popover, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { cloneElement, type ReactElement, useState } from 'react'
import type { Problem } from '../../api/problem'
import { useWords } from '../../i18n'
import { writeSearch } from '../address'
import { uiWords } from '../messages'
import type { ListSearch, ViewStore } from '../page'

type Props = { store: ViewStore; search: ListSearch; children: ReactElement<{ onClick?: () => void }> }
/** Names what is shown and keeps it as a tab, for oneself or for everybody. */
export function SaveView({ store, search, children }: Props) {
  const t = useWords(uiWords)
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const save = useMutation<unknown, Problem>({
    mutationFn: () => store.save({ name: name.trim(), search: writeSearch(search).slice(1), shared }),
    onSuccess: () => {
      setOpen(false)
      return client.invalidateQueries({ queryKey: store.queryKey })
    },
  })
  return (
    <Popover opened={open} onChange={setOpen} trapFocus returnFocus withArrow shadow="md" position="bottom-start">
      <Popover.Target>{cloneElement(children, { onClick: () => setOpen(!open) })}</Popover.Target>
      <Popover.Dropdown aria-label={t('list.saveView')}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim() !== '') save.mutate()
          }}
        >
          <Stack gap="sm">
            <TextInput
              label={t('list.viewName')}
              required
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              error={save.error?.message}
            />
            <Checkbox
              label={t('list.viewShared')}
              checked={shared}
              onChange={(event) => setShared(event.currentTarget.checked)}
            />
            <Button type="submit" variant="light" loading={save.isPending}>
              {t('save')}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
