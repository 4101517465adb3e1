import { Alert, Button, Menu } from '@mantine/core'
import { IconDots, IconMail, IconMailbox, IconPhone, IconShieldLock, IconUsers } from '@tabler/icons-react'
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useWords } from '../../i18n'
import { useGo } from '../../ui/address'
import { CardPage } from '../../ui/card/CardPage'
import { RecordHistory } from '../../ui/card/RecordHistory'
import { Empty } from '../../ui/Empty'
import { KeyCap } from '../../ui/KeyCap'
import { StateBadge } from '../../ui/StateBadge'
import { useShortcut } from '../../ui/shortcuts'
import { useAction } from '../../ui/useAction'
import { type Contact, contactQueries, useSaveContact } from './api'
import classes from './ContactCardPage.module.css'
import { ContactDetails } from './ContactDetails'
import { ContactFacts } from './ContactFacts'
import { ContactTimeline } from './ContactTimeline'
import { contactGlyph } from './contact.page'
import { contactWords } from './messages'

const ways = [
  { kind: 'call', word: 'card.call', icon: IconPhone, keys: 'C' },
  { kind: 'mail', word: 'card.mail', icon: IconMail, keys: 'M' },
  { kind: 'letter', word: 'card.letter', icon: IconMailbox, keys: null },
  { kind: 'meeting', word: 'card.meet', icon: IconUsers, keys: null },
] as const

export function ContactCardPage() {
  const { id } = useParams({ from: '/shell/contacts/$id' })
  const t = useWords(contactWords)
  const go = useGo()
  const { data: contact } = useSuspenseQuery(contactQueries.one(id))
  const record = (kind: string) => go(`/record?contact=${id}&kind=${kind}`)
  const free = !contact.privacyBlocked
  useShortcut(free ? { keys: 'C', label: t('card.call'), run: () => record('call') } : null)
  useShortcut(free ? { keys: 'M', label: t('card.mail'), run: () => record('mail') } : null)
  const place = [
    contact.no,
    [contact.address, contact.postCode, contact.city].filter(Boolean).join(' '),
    contact.salespersonName,
  ]
  return (
    <CardPage
      crumbs={[
        { label: t('title'), href: '/contacts' },
        ...(contact.companyId === null
          ? []
          : [{ label: contact.companyName ?? '', href: `/contacts/${contact.companyId}` }]),
        { label: contact.name },
      ]}
      glyph={contactGlyph(contact)}
      title={contact.name}
      states={
        <>
          {contact.privacyBlocked && <StateBadge state="blocked" />}
          {contact.minor && <StateBadge state="minor" />}
        </>
      }
      line={place.filter(Boolean).join(' · ')}
      band={contact.privacyBlocked ? <Alert color="gray">{t('card.blocked')}</Alert> : undefined}
      actions={
        <>
          {ways.map(({ kind, word, icon: Icon, keys }) => (
            <Button
              key={kind}
              variant="default"
              disabled={!free}
              classNames={{
                root: classes.way ?? '',
                inner: classes.wayInner ?? '',
                section: classes.waySign ?? '',
                label: classes.wayWord ?? '',
              }}
              leftSection={<Icon size={16} stroke={1.8} aria-hidden />}
              rightSection={keys && <KeyCap keys={keys} />}
              onClick={() => record(kind)}
            >
              {t(word)}
            </Button>
          ))}
          <PrivacyMenu contact={contact} />
        </>
      }
      facts={<ContactFacts contact={contact} />}
      tabs={[
        { tab: 'timeline', label: t('tab.timeline'), content: () => <ContactTimeline contact={contact} /> },
        { tab: 'details', label: t('tab.details'), content: () => <ContactDetails contact={contact} /> },
        ...(contact.type === 'company'
          ? [{ tab: 'people', label: t('tab.people'), count: contact.people, content: () => <People id={id} /> }]
          : []),
        {
          tab: 'history',
          label: t('tab.history'),
          content: () => (
            <RecordHistory
              record="contact"
              id={id}
              label={(field) =>
                (contactWords.en.field as Record<string, string>)[field] === undefined
                  ? field
                  : t(`field.${field as 'name'}`)
              }
            />
          ),
        },
      ]}
    />
  )
}

function PrivacyMenu({ contact }: { contact: Contact }) {
  const t = useWords(contactWords)
  const save = useSaveContact(contact.id)
  const { act } = useAction()
  const toggle = () =>
    act({
      run: async () => {
        const { undoId, undoUntil } = await save.mutateAsync({
          version: contact.version,
          patch: { privacyBlocked: !contact.privacyBlocked },
        })
        return { count: 1, undoId, undoUntil }
      },
      said: (count) => t(contact.privacyBlocked ? 'done.unblock' : 'done.block', { count }),
    })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" className={classes.way ?? ''} aria-label={t('card.more')}>
          <IconDots size={16} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconShieldLock size={16} aria-hidden />} onClick={toggle}>
          {t(contact.privacyBlocked ? 'card.unblock' : 'card.block')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function People({ id }: { id: number }) {
  const t = useWords(contactWords)
  const list = useInfiniteQuery(contactQueries.people(id))
  const people = list.data?.pages.flatMap(({ items }) => items) ?? []
  if (list.isSuccess && people.length === 0) return <Empty>{t('people.empty')}</Empty>
  return (
    <ul>
      {people.map((person) => (
        <li key={person.id}>
          <Link to="/contacts/$id" params={{ id: person.id }}>
            {person.name}
          </Link>{' '}
          {person.jobTitle}
        </li>
      ))}
    </ul>
  )
}
