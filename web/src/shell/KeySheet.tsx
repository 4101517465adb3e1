import { useWords } from '../i18n'
import { KeyCap } from '../ui/KeyCap'
import { uiWords } from '../ui/messages'
import { usePreferences } from '../ui/preferences'
import { useShortcuts } from '../ui/shortcuts'
import classes from './Help.module.css'
import { shellWords } from './messages'

type Line = { keys: string; label: string }

/** Every key that acts now: this page's first, then those of lists, then those that act everywhere. */
export function KeySheet() {
  const t = useWords(shellWords)
  const ui = useWords(uiWords)
  const { singleKeys } = usePreferences()
  const known = useShortcuts()
  const of = (whose: 'page' | 'app') => unique(known.filter((shortcut) => shortcut.of === whose))
  const lists: Line[] = [
    { keys: 'ArrowDown', label: ui('key.next') },
    { keys: 'ArrowUp', label: ui('key.previous') },
    { keys: 'Home End', label: ui('key.ends') },
    { keys: 'ArrowRight', label: ui('key.cells') },
    { keys: 'Enter', label: ui('key.open') },
    { keys: 'Space', label: ui('key.peek') },
    { keys: 'Shift+ArrowDown', label: ui('key.extend') },
    { keys: 'Ctrl+A', label: ui('key.all') },
    { keys: 'Escape', label: ui('key.escape') },
  ]
  return (
    <>
      {!singleKeys && <p className={classes.note}>{t('help.singleOff')}</p>}
      <div className={classes.sheet}>
        <Keys title={t('help.thisPage')} lines={of('page')} />
        <Keys title={t('help.inLists')} lines={lists} />
        <Keys title={t('help.everywhere')} lines={of('app')} />
      </div>
    </>
  )
}
const unique = (lines: readonly Line[]): Line[] => [...new Map(lines.map((line) => [line.keys, line])).values()]

function Keys({ title, lines }: { title: string; lines: readonly Line[] }) {
  if (lines.length === 0) return null
  return (
    <section>
      <h3 className={classes.part}>{title}</h3>
      <dl className={classes.keys}>
        {lines.map(({ keys, label }) => (
          <div key={keys} className={classes.key}>
            <dt>
              <span className={classes.spoken}>{keys}</span>
              <KeyCap keys={keys} />
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
