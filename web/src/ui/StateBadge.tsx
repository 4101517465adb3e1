import {
  IconBan,
  IconBolt,
  IconCheck,
  IconChecks,
  IconClock,
  IconHelp,
  IconLock,
  IconMailOff,
  IconMailX,
  IconPencil,
  IconPhoneOff,
  IconShieldLock,
  IconUser,
  type TablerIcon,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useWords } from '../i18n'
import { uiWords } from './messages'
import classes from './StateBadge.module.css'

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'note' | 'quiet' | 'plain' | 'dashed' | 'okPlain' | 'infoPlain'

const states = {
  draft: [IconPencil, 'dashed'],
  canceled: [IconBan, 'quiet'],
  failed: [IconPhoneOff, 'warn'],
  automatic: [IconBolt, 'plain'],
  internal: [IconLock, 'note'],
  private: [IconLock, 'quiet'],
  waiting: [IconClock, 'plain'],
  inProgress: [IconClock, 'infoPlain'],
  sent: [IconCheck, 'okPlain'],
  delivered: [IconChecks, 'okPlain'],
  refused: [IconMailX, 'bad'],
  bounced: [IconMailX, 'bad'],
  noAddress: [IconMailOff, 'warn'],
  unknown: [IconHelp, 'warn'],
  blocked: [IconShieldLock, 'quiet'],
  minor: [IconUser, 'quiet'],
  closed: [IconBan, 'quiet'],
} as const satisfies Record<string, readonly [TablerIcon, Tone]>
export type State = keyof typeof states

/** A state as sign and word, never by colour alone. What is normal has no badge. */
export function StateBadge({ state, short = false }: { state: State; short?: boolean }) {
  const t = useWords(uiWords)
  const [icon, tone] = states[state]
  return (
    <Badge icon={icon} tone={tone}>
      {t(short && state === 'failed' ? 'state.failedShort' : `state.${state}`)}
    </Badge>
  )
}

/** A small word with its sign, for what a feature has to say beside a title. */
export const Badge = ({ icon: Icon, tone, children }: { icon?: TablerIcon; tone: Tone; children: ReactNode }) => (
  <span className={classes.badge} data-tone={tone}>
    {Icon && <Icon size={13} stroke={2} aria-hidden />}
    {children}
  </span>
)
