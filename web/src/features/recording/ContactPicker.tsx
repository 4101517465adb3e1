import { MultiSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { recordingQueries } from './api'

type Props = {
  label: string
  value: readonly number[]
  error?: string | undefined
  /** The focus begins here. */
  first: boolean
  onChange: (ids: number[]) => void
}

/** Chooses one or several contacts by any part of name, number or address. */
export function ContactPicker({ label, value, error, first, onChange }: Props) {
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed, 200)
  const { data } = useQuery(recordingQueries.search(asked))
  const chosen = useQueries({ queries: value.map((id) => recordingQueries.contact(id)) }).flatMap(
    ({ data: one }) => one ?? [],
  )
  const found = (data?.items ?? []).filter(({ id }) => !value.includes(id))
  const options = [...chosen, ...found].map(({ id, name, companyName, no }) => ({
    value: String(id),
    label: companyName ? `${name} · ${companyName}` : `${name} · ${no}`,
  }))
  return (
    <MultiSelect
      label={label}
      error={error}
      required
      searchable
      data-autofocus={first || undefined}
      openOnFocus={value.length === 0}
      value={value.map(String)}
      data={options}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      onChange={(ids) => {
        setTyped('')
        onChange(ids.map(Number))
      }}
    />
  )
}
