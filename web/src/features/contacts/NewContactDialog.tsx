import { Button, Group, Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Problem } from '../../api/problem'
import { useWords } from '../../i18n'
import { useGo } from '../../ui/address'
import { type Contact, contactQueries, createContact } from './api'
import { CompanySelect } from './CompanySelect'
import { contactWords } from './messages'

type Values = { name: string; phone: string; email: string }

/** The few fields with which a contact begins; what looks like one that is there already is named while typing. */
export function NewContactDialog({ close, company }: { close: () => void; company?: { id: number; name: string } }) {
  const t = useWords(contactWords)
  const go = useGo()
  const client = useQueryClient()
  const [type, setType] = useState<'company' | 'person'>(company ? 'person' : 'company')
  const [companyId, setCompanyId] = useState<number | null>(company?.id ?? null)
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed, 250)
  const similar = useQuery(contactQueries.search(asked))
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: { name: '', phone: '', email: '' },
    onValuesChange: ({ name }) => setTyped(name),
  })
  const create = useMutation<Contact, Problem, Values>({
    mutationFn: ({ name, phone, email }) =>
      createContact({
        type,
        name: name.trim(),
        ...(phone.trim() && { phone: phone.trim() }),
        ...(email.trim() && { email: email.trim() }),
        ...(type === 'person' && companyId !== null && { companyId }),
      }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['contacts'] }),
    onError: ({ fields }) => {
      form.setErrors(fields)
      form.getInputNode(Object.keys(fields)[0] ?? 'name')?.focus()
    },
  })
  const submit = (to: (contact: Contact) => string) =>
    form.onSubmit((values) =>
      create.mutate(values, {
        onSuccess: (contact) => {
          close()
          go(to(contact))
        },
      }),
    )
  const refused = create.error && Object.keys(create.error.fields).length === 0 ? create.error.message : null
  return (
    <Modal opened onClose={close} title={t('create.title')} closeButtonProps={{ 'aria-label': t('create.close') }}>
      <form onSubmit={submit((contact) => `/contacts/${contact.id}`)} noValidate>
        <Stack>
          <SegmentedControl
            aria-label={t('field.type')}
            value={type}
            onChange={(next) => setType(next === 'person' ? 'person' : 'company')}
            data={[
              { value: 'company', label: t('type.company') },
              { value: 'person', label: t('type.person') },
            ]}
          />
          <TextInput
            key={form.key('name')}
            label={t('field.name')}
            required
            data-autofocus
            {...form.getInputProps('name')}
          />
          {similar.data && similar.data.items.length > 0 && (
            <Text size="sm" role="status">
              {t('create.similar')}{' '}
              {similar.data.items.slice(0, 3).map((contact, at) => (
                <span key={contact.id}>
                  {at > 0 && ', '}
                  <Link to="/contacts/$id" params={{ id: contact.id }} onClick={close}>
                    {contact.name}
                  </Link>
                </span>
              ))}
            </Text>
          )}
          {type === 'person' && (
            <CompanySelect
              label={t('field.companyId')}
              value={companyId}
              known={company ?? null}
              onChange={setCompanyId}
            />
          )}
          <TextInput key={form.key('phone')} label={t('field.phone')} type="tel" {...form.getInputProps('phone')} />
          <TextInput key={form.key('email')} label={t('field.email')} type="email" {...form.getInputProps('email')} />
          {refused && (
            <Text c="red" role="alert">
              {refused}
            </Text>
          )}
          <Group justify="end">
            <Button
              variant="default"
              loading={create.isPending}
              onClick={() => submit((contact) => `/record?contact=${contact.id}`)()}
            >
              {t('create.log')}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t('create.open')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
