import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../i18n'
import { ago, minutes, money } from '../../i18n/format'
import { Figures, Panel } from '../../ui/card/Facts'
import { uiWords } from '../../ui/messages'
import { statisticsAddress } from '../../ui/record/StatisticsButton'
import { type Contact, contactQueries } from './api'
import classes from './ContactCardPage.module.css'
import { contactWords } from './messages'

/** What is known of a contact at a glance: figures of twelve months, and every way to reach it. */
export function ContactFacts({ contact }: { contact: Contact }) {
  const t = useWords(contactWords)
  const ui = useWords(uiWords)
  const { data: facts } = useQuery(contactQueries.facts(contact.id))
  const ways = [
    ...[contact.phone, contact.mobilePhone].flatMap((number) =>
      number ? [{ href: `tel:${number.replaceAll(' ', '')}`, text: number }] : [],
    ),
    ...[contact.email, contact.email2].flatMap((address) =>
      address ? address.split(/\s*;\s*/).map((one) => ({ href: `mailto:${one}`, text: one })) : [],
    ),
    ...(contact.homePage
      ? [
          {
            href: /^https?:/i.test(contact.homePage) ? contact.homePage : `https://${contact.homePage}`,
            text: contact.homePage,
          },
        ]
      : []),
  ]
  const most = Math.max(1, ...(facts?.byMonth.map(({ count }) => count) ?? []))
  return (
    <>
      {facts && (
        <Panel>
          <Figures
            figures={[
              {
                label: t('facts.last'),
                value: facts.lastInteraction ? ago(facts.lastInteraction.occurredAt) : t('facts.never'),
                line: facts.lastInteraction?.description,
              },
              {
                label: t('facts.year'),
                value: t('facts.count', { count: facts.interactions }),
                line: minutes(facts.durationMin),
              },
              { label: t('facts.cost'), value: money(facts.cost) },
              ...(contact.type === 'company' ? [{ label: t('facts.people'), value: String(contact.people) }] : []),
            ]}
          />
        </Panel>
      )}
      {facts && facts.byMonth.length > 0 && (
        <Panel
          title={t('facts.byMonth')}
          aside={
            <Link to={statisticsAddress(contact.type === 'company' ? 'companyId' : 'contactId', contact.id)}>
              {ui('statistics')}
            </Link>
          }
        >
          <div
            className={classes.bars}
            role="img"
            aria-label={facts.byMonth.map(({ month, count }) => `${month}: ${count}`).join(', ')}
          >
            {facts.byMonth.map(({ month, count }) => (
              <span
                key={month}
                className={classes.bar}
                title={`${month}: ${count}`}
                style={{ blockSize: `${(100 * count) / most}%` }}
              />
            ))}
          </div>
        </Panel>
      )}
      <Panel title={t('facts.reach')}>
        {ways.length === 0 ? (
          t('facts.none')
        ) : (
          <ul className={classes.reach}>
            {ways.map(({ href, text }) => (
              <li key={href}>
                <a href={href} rel="noreferrer">
                  {text}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  )
}
