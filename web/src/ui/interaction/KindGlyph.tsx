import {
  IconArrowDownLeft,
  IconArrowUpRight,
  IconFileInvoice,
  IconMail,
  IconMailbox,
  IconNote,
  IconPhone,
  IconPhoneOff,
  IconSettingsAutomation,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import { useWords } from '../../i18n'
import { uiWords } from '../messages'
import classes from './KindGlyph.module.css'

export type Kind = 'call' | 'mail' | 'letter' | 'meeting' | 'document' | 'note' | 'system'
export type Flow = 'outbound' | 'inbound' | null

export const kindIcons: Readonly<Record<Kind, TablerIcon>> = {
  call: IconPhone,
  mail: IconMail,
  letter: IconMailbox,
  meeting: IconUsers,
  document: IconFileInvoice,
  note: IconNote,
  system: IconSettingsAutomation,
}

type Props = { kind: Kind; flow?: Flow; failed?: boolean; size?: 22 | 26 | 32 | 44 }

/** The kind of an interaction as a sign on its tint, with its direction at the corner and its name for readers. */
export function KindGlyph({ kind, flow = null, failed = false, size = 32 }: Props) {
  const name = useKindName()(kind, flow)
  const Icon = failed && kind === 'call' ? IconPhoneOff : kindIcons[kind]
  const Arrow = flow === 'inbound' ? IconArrowDownLeft : IconArrowUpRight
  return (
    <span className={classes.glyph} data-kind={kind} data-size={size} role="img" aria-label={name} title={name}>
      <Icon size={Math.round(size * 0.53)} stroke={1.8} aria-hidden />
      {flow !== null && size > 22 && (
        <span className={classes.flow}>
          <Arrow size={11} stroke={2.4} aria-hidden />
        </span>
      )}
    </span>
  )
}

/** "Outgoing call", "Chiamata in uscita"; without a direction only the kind. */
export function useKindName(): (kind: Kind, flow: Flow) => string {
  const t = useWords(uiWords)
  return (kind, flow) =>
    flow === null || kind === 'note' || kind === 'system' ? t(`kind.${kind}`) : t(`kind.${flow}.${kind}`)
}
