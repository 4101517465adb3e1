import { Button } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../i18n'
import { writeSearch } from '../address'
import { uiWords } from '../messages'
import { useMay } from '../rights'

type Owner = 'contactId' | 'companyId' | 'salespersonId' | 'templateId' | 'groupId'

/** Address of the figures of a record's interactions, of all days. */
export const statisticsAddress = (owner: Owner, id: number): string =>
  `/statistics${writeSearch({ [owner]: String(id), period: 'all' })}`

/** Leads from a record's page to the figures of its interactions. */
export function StatisticsButton({ owner, id }: { owner: Owner; id: number }) {
  const t = useWords(uiWords)
  const may = useMay()
  if (!may('interactions.read')) return null
  return (
    <Button
      variant="default"
      component={Link}
      to={statisticsAddress(owner, id)}
      leftSection={<IconChartBar size={15} aria-hidden />}
    >
      {t('statistics')}
    </Button>
  )
}
