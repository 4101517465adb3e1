import { Select, SimpleGrid, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../i18n'
import { recordingQueries } from './api'
import { ContactPicker } from './ContactPicker'
import type { Guide } from './guide'
import { fromLocal, toLocal } from './localTime'
import { recordingWords } from './messages'

/** With whom, and what it was. What is left untouched follows the template and the contact. */
export function StepWhat({ guide }: { guide: Guide }) {
  const t = useWords(recordingWords)
  const { content, set, faults, template, templates, contact, defaults } = guide
  const salespeople = useQuery(recordingQueries.salespeople)
  const first = !content.contactIds?.length ? 'contactIds' : content.templateId == null ? 'templateId' : 'description'
  const choice = <T extends string>(
    name: 'informationFlow' | 'initiatedBy' | 'correspondenceType',
    values: readonly T[],
    label: (value: T) => string,
  ) => (
    <Select
      label={t(`field.${name}`)}
      error={faults[name]}
      description={
        content[name] === undefined
          ? name === 'correspondenceType' && defaults.fromContact
            ? t('origin.contact', { name: contact?.name ?? '' })
            : t('origin.template')
          : undefined
      }
      placeholder={t('blank')}
      clearable
      data={values.map((value) => ({ value, label: label(value) }))}
      value={values.find((one) => one === (content[name] === undefined ? defaults[name] : content[name])) ?? null}
      onChange={(next) => set({ [name]: next })}
    />
  )
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <ContactPicker
        label={t('field.contactIds')}
        value={content.contactIds ?? []}
        error={faults.contactIds}
        first={first === 'contactIds'}
        onChange={(contactIds) => set({ contactIds })}
      />
      <Select
        label={t('field.templateId')}
        error={faults.templateId}
        required
        searchable
        openOnFocus={content.templateId == null}
        data-autofocus={first === 'templateId' || undefined}
        data={templates.map(({ id, code, description }) => ({ value: String(id), label: description ?? code }))}
        value={content.templateId == null ? null : String(content.templateId)}
        onChange={(next) => set({ templateId: next === null ? null : Number(next) })}
      />
      <TextInput
        label={t('field.description')}
        error={faults.description}
        required
        data-autofocus={first === 'description' || undefined}
        maxLength={100}
        description={content.description === undefined && template ? t('origin.template') : undefined}
        value={content.description ?? template?.description ?? ''}
        onChange={(event) => set({ description: event.currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        label={t('field.occurredAt')}
        error={faults.occurredAt}
        description={content.occurredAt == null ? t('origin.now') : undefined}
        value={toLocal(content.occurredAt ?? null)}
        onChange={(event) => set({ occurredAt: fromLocal(event.currentTarget.value) })}
      />
      <Select
        label={t('field.salespersonId')}
        error={faults.salespersonId}
        description={content.salespersonId === undefined ? t('origin.me') : undefined}
        searchable
        data={(salespeople.data?.items ?? []).map(({ id, code, name }) => ({
          value: String(id),
          label: `${code} · ${name}`,
        }))}
        value={
          String((content.salespersonId === undefined ? defaults.salespersonId : content.salespersonId) ?? '') || null
        }
        onChange={(next) => set({ salespersonId: next === null ? null : Number(next) })}
      />
      {template?.languages.some(({ languageId }) => languageId !== null) && (
        <Select
          label={t('field.languageId')}
          error={faults.languageId}
          description={content.languageId === undefined ? t('origin.template') : undefined}
          data={template.languages.flatMap(({ languageId, languageCode }) =>
            languageId === null ? [] : [{ value: String(languageId), label: languageCode ?? '' }],
          )}
          value={String((content.languageId === undefined ? defaults.languageId : content.languageId) ?? '') || null}
          onChange={(next) => set({ languageId: next === null ? null : Number(next) })}
        />
      )}
      {choice('correspondenceType', ['hardCopy', 'email'] as const, (value) => t(`correspondence.${value}`))}
      {choice('informationFlow', ['outbound', 'inbound'] as const, (value) => t(`flow.${value}`))}
      {choice('initiatedBy', ['us', 'them'] as const, (value) => t(`by.${value}`))}
      <TextInput
        label={t('field.contactVia')}
        error={faults.contactVia}
        maxLength={80}
        value={content.contactVia ?? ''}
        onChange={(event) => set({ contactVia: event.currentTarget.value || null })}
      />
    </SimpleGrid>
  )
}
