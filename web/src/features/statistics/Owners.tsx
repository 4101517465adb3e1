import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../i18n'
import { useAddress } from '../../ui/address'
import type { Statistics } from './api'
import { statisticsWords } from './messages'
import classes from './Owners.module.css'

type Owner = Statistics['scope'][number]
const pages: Readonly<Record<Owner['owner'], string>> = {
  contactId: '/contacts',
  companyId: '/contacts',
  salespersonId: '/salespeople',
  templateId: '/templates',
  groupId: '/groups',
}
const pageOf = (owner: Owner['owner'], id: number): string => `${pages[owner]}/${id}`

/** Whose figures these are, when not everybody's. */
export function Owners({ scope }: { scope: readonly Owner[] }) {
  const t = useWords(statisticsWords)
  const { change } = useAddress()
  if (scope.length === 0) return null
  return (
    <ul className={classes.owners}>
      {scope.map(({ owner, id, name }) => (
        <li key={owner} className={classes.owner}>
          <span>{t(`owner.${owner}`)}</span>
          <Link to={pageOf(owner, id)}>{name}</Link>
          <ActionIcon size={24} aria-label={t('removeOwner', { name })} onClick={() => change({ [owner]: undefined })}>
            <IconX size={13} aria-hidden />
          </ActionIcon>
        </li>
      ))}
    </ul>
  )
}
