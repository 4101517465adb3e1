import { language } from '../i18n'
import classes from './KeyCap.module.css'

const italian: Readonly<Record<string, string>> = { Enter: 'Invio', Space: 'Spazio', Delete: 'Canc', Shift: '⇧' }
const english: Readonly<Record<string, string>> = { Delete: 'Del', Space: 'Space' }
const both: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
}

const capOf = (key: string): string => both[key] ?? (language() === 'it' ? italian[key] : english[key]) ?? key
/** The keys of a shortcut as words: `Ctrl+Enter` is `Ctrl Invio` on an Italian keyboard. */
export const keyWords = (keys: string): string[] => keys.split(/[+ ]/).map(capOf)

/** A key as it is printed on the keyboard. Decoration: the control itself carries `aria-keyshortcuts`. */
export const KeyCap = ({ keys, bright = false }: { keys: string; bright?: boolean }) => (
  <span className={classes.keys} aria-hidden>
    {keyWords(keys).map((cap) => (
      <kbd key={cap} className={bright ? classes.bright : classes.cap}>
        {cap}
      </kbd>
    ))}
  </span>
)
