import { useQueryClient } from '@tanstack/react-query'
import { useWords } from '../../i18n'
import { EditableField } from '../../ui/card/EditableField'
import { Panel } from '../../ui/card/Facts'
import {
  type Contact,
  type ContactPatch,
  contactQueries,
  useLanguageChoices,
  useSalespersonChoices,
  useSaveContact,
} from './api'
import { CompanySelect } from './CompanySelect'
import classes from './ContactCardPage.module.css'
import { contactWords } from './messages'

type Name = keyof ContactPatch & keyof Contact
type Kind = Parameters<typeof EditableField>[0]['kind']

/** Every field of a contact, edited where it stands. */
export function ContactDetails({ contact }: { contact: Contact }) {
  const t = useWords(contactWords)
  const client = useQueryClient()
  const save = useSaveContact(contact.id)
  const salespeople = useSalespersonChoices('id')
  const languages = useLanguageChoices()
  const refresh = () => void client.invalidateQueries({ queryKey: contactQueries.one(contact.id).queryKey })
  const field = (name: Name, kind: Kind = 'text', choices?: readonly { value: string; label: string }[]) => {
    const value = contact[name]
    const isId = name.endsWith('Id') && name !== 'externalId'
    return (
      <EditableField
        key={name}
        field={name}
        label={t(`field.${name}`)}
        kind={kind}
        choices={choices ?? []}
        required={name === 'name'}
        value={typeof value === 'boolean' ? (value ? 'yes' : '') : String(value ?? '')}
        version={contact.version}
        refresh={refresh}
        save={(text, version) =>
          save.mutateAsync({
            version,
            patch: {
              [name]: kind === 'yesno' ? text === 'yes' : text.trim() === '' ? null : isId ? Number(text) : text.trim(),
            },
          })
        }
      />
    )
  }
  const person = contact.type === 'person'
  const correspondence = (['hardCopy', 'email'] as const).map((value) => ({
    value,
    label: t(`correspondence.${value}`),
  }))
  return (
    <div className={classes.details}>
      <Panel title={t('group.general')}>
        {person
          ? [field('firstName'), field('middleName'), field('surname'), field('jobTitle')]
          : [field('name'), field('name2')]}
        {person && (
          <CompanySelect
            label={t('field.companyId')}
            value={contact.companyId}
            known={contact.companyId === null ? null : { id: contact.companyId, name: contact.companyName ?? '' }}
            error={save.error?.fields.companyId}
            onChange={(companyId) => save.mutate({ version: contact.version, patch: { companyId } })}
          />
        )}
        {field('salutation')}
        {field('languageId', 'choice', languages)}
        {field('correspondenceType', 'choice', correspondence)}
        {field('salespersonId', 'choice', salespeople)}
        {field('territory')}
      </Panel>
      <Panel title={t('group.reach')}>
        {field('phone', 'phone')}
        {field('mobilePhone', 'phone')}
        {field('fax', 'phone')}
        {field('email', 'email')}
        {field('email2', 'email')}
        {field('homePage', 'link')}
      </Panel>
      <Panel title={t('group.address')}>
        {field('address')}
        {field('address2')}
        {field('postCode')}
        {field('city')}
        {field('county')}
        {field('country')}
      </Panel>
      <Panel title={t('group.accounts')}>
        {!person && [field('vatNo'), field('registrationNo'), field('currency')]}
        {field('externalId')}
        {field('note', 'multiline')}
      </Panel>
      <Panel title={t('group.privacy')}>
        {field('excludeFromSegment', 'yesno')}
        {person && [field('minor', 'yesno'), ...(contact.minor ? [field('parentalConsentReceived', 'yesno')] : [])]}
      </Panel>
    </div>
  )
}
