import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { contactQueries } from './api'

type Props = {
  label: string
  value: number | null
  /** The company that is chosen now, so that its name shows before anything was searched. */
  known: { id: number; name: string } | null
  error?: string | undefined
  onChange: (companyId: number | null) => void
}

/** Chooses a company by any part of its name, number or address. */
export function CompanySelect({ label, value, known, error, onChange }: Props) {
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed, 200)
  const { data } = useQuery(contactQueries.search(asked))
  const companies = (data?.items ?? []).filter(({ type }) => type === 'company')
  const options = [...(known && !companies.some(({ id }) => id === known.id) ? [known] : []), ...companies]
  return (
    <Select
      label={label}
      error={error}
      searchable
      clearable
      value={value === null ? null : String(value)}
      data={options.map(({ id, name }) => ({ value: String(id), label: name }))}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      onChange={(next) => onChange(next === null ? null : Number(next))}
    />
  )
}
