import { Alert, Button, Menu } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconBan, IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { useWords } from '../../i18n'
import { useGo } from '../../ui/address'
import { KeyCap } from '../../ui/KeyCap'
import { uiWords } from '../../ui/messages'
import { useMay } from '../../ui/rights'
import { useShortcut } from '../../ui/shortcuts'
import { cancelEntries, type EntryCard, restoreEntries } from './api'
import { CancelDialog } from './CancelDialog'
import { interactionWords } from './messages'
import { useEntryAct } from './useEntryAct'

/** What may be done with an entry: record what follows and cancel it, or restore a canceled one. */
export function EntryActions({ entry }: { entry: EntryCard }) {
  const t = useWords(interactionWords)
  const may = useMay()
  const { run, problem } = useEntryAct(entry.id)
  const on = { ids: [entry.id] }
  const cancel = () =>
    run(
      () => cancelEntries(on, null),
      (count) => t('done.cancel', { count }),
      { canceled: true },
    )
  const restore = () =>
    run(
      () => restoreEntries(on),
      (count) => t('done.restore', { count }),
      { canceled: false },
    )
  return (
    <>
      {problem && (
        <Alert color="red" role="alert">
          {problem.message}
        </Alert>
      )}
      {entry.canceled
        ? may('interactions.cancel') && (
            <Button leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={restore}>
              {t('action.restore')}
            </Button>
          )
        : may('interactions.record') && <Follow id={entry.id} />}
      {!entry.canceled && may('interactions.cancel') && <Cancel entry={entry} cancel={cancel} />}
    </>
  )
}

/** The page's next step: what came of it, recorded with this entry's contact and link. */
function Follow({ id }: { id: number }) {
  const t = useWords(interactionWords)
  const go = useGo()
  const to = `/record?follows=${id}`
  useShortcut({ keys: 'R', label: t('action.follow'), run: () => go(to) })
  return (
    <Button
      component={Link}
      to={to}
      leftSection={<IconArrowForwardUp size={16} aria-hidden />}
      rightSection={<KeyCap keys="R" bright />}
      aria-keyshortcuts="R"
    >
      {t('action.follow')}
    </Button>
  )
}

function Cancel({ entry, cancel }: { entry: EntryCard; cancel: () => void }) {
  const t = useWords(interactionWords)
  const ui = useWords(uiWords)
  const [why, setWhy] = useState(false)
  useShortcut({ keys: 'Delete', label: t('action.cancel'), run: cancel })
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconBan size={16} aria-hidden />}
        rightSection={<KeyCap keys="Delete" />}
        aria-keyshortcuts="Delete"
        onClick={cancel}
      >
        {t('action.cancel')}
      </Button>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button variant="default" aria-label={ui('more')}>
            <IconDots size={16} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconBan size={16} aria-hidden />} onClick={() => setWhy(true)}>
            {t('action.cancelWhy')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Suspense>{why && <CancelDialog on={{ ids: [entry.id] }} close={() => setWhy(false)} />}</Suspense>
    </>
  )
}
