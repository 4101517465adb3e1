import { Select } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../i18n'
import type { Selection } from '../../ui/page'
import { useAction } from '../../ui/useAction'
import { useSalespersonChoices } from '../contacts/api'
import { AskDialog } from './AskDialog'
import { assignEntries, type Entry } from './api'
import { interactionWords } from './messages'

/** Gives entries to another salesperson. */
export function AssignDialog({ on, close }: { on: Selection; close: () => void }) {
  const t = useWords(interactionWords)
  const choices = useSalespersonChoices('id')
  const { act, pending, problem, forget } = useAction<Entry>()
  const [chosen, setChosen] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  const title = 'ids' in on ? t('ask.assign', { count: on.ids.length }) : t('ask.assignAll')
  const assign = () => {
    if (chosen === null) return setMissing(true)
    act({
      run: async () => {
        const done = await assignEntries(on, Number(chosen))
        close()
        return done
      },
      said: (count) => t('done.assign', { count }),
      change: { lists: ['interactions', 'list'], on, row: (entry) => assigned(entry, chosen, choices) },
    })
  }
  return (
    <AskDialog title={title} label={t('action.assign')} pending={pending} problem={problem} run={assign} close={close}>
      <Select
        label={t('ask.salesperson')}
        data={[...choices]}
        value={chosen}
        searchable
        openOnFocus={false}
        required
        data-autofocus
        error={missing && chosen === null ? t('ask.noSalesperson') : problem?.fields.salespersonId}
        onChange={(value) => {
          setChosen(value)
          forget()
        }}
      />
    </AskDialog>
  )
}

const assigned = (entry: Entry, id: string, choices: ReturnType<typeof useSalespersonChoices>): Entry => {
  const [code = '', name = ''] = choices.find(({ value }) => value === id)?.label.split(' · ') ?? []
  return { ...entry, salespersonId: Number(id), salespersonCode: code, salespersonName: name }
}
