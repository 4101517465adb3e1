import {
  IconMoodCry,
  IconMoodEmpty,
  IconMoodSad,
  IconMoodSmile,
  IconMoodSmileBeam,
  type TablerIcon,
} from '@tabler/icons-react'
import { useWords } from '../../i18n'
import { KeyCap } from '../KeyCap'
import { uiWords } from '../messages'
import { useShortcut } from '../shortcuts'
import classes from './Evaluation.module.css'

export type EvaluationValue = 1 | 2 | 3 | 4 | 5
export const evaluations: readonly EvaluationValue[] = [1, 2, 3, 4, 5]
export const evaluationIcons: Readonly<Record<EvaluationValue, TablerIcon>> = {
  1: IconMoodSmileBeam,
  2: IconMoodSmile,
  3: IconMoodEmpty,
  4: IconMoodSad,
  5: IconMoodCry,
}
/** The evaluation that a number stands for, `null` for none. */
export const evaluationOf = (value: number | null): EvaluationValue | null =>
  evaluations.find((one) => one === value) ?? null

/** How an interaction went, 1 very positive to 5 very negative: a face with its word. */
export function EvaluationFace({ value }: { value: number | null }) {
  const t = useWords(uiWords)
  const known = evaluationOf(value)
  if (known === null) return null
  const Icon = evaluationIcons[known]
  return (
    <span className={classes.face} data-value={known}>
      <Icon size={17} stroke={1.8} aria-hidden />
      <span className={classes.word}>{t(`evaluation.value.${known}`)}</span>
    </span>
  )
}

type Props = {
  value: number | null
  onChange: (value: EvaluationValue | null) => void
  /** 1 to 5 and 0 act while this is on the page. */
  keys?: boolean
  inDialog?: boolean
  disabled?: boolean
  /** The focus of a dialog begins here. */
  first?: boolean
}

/** Five faces to choose from; the chosen one again clears. */
export function EvaluationFaces({ value, onChange, keys = false, ...rest }: Props) {
  const { inDialog = false, disabled = false, first = false } = rest
  const t = useWords(uiWords)
  return (
    <fieldset className={classes.faces} disabled={disabled}>
      <legend className={classes.legend}>{t('evaluation.label')}</legend>
      {evaluations.map((one) => {
        const Icon = evaluationIcons[one]
        return (
          <button
            key={one}
            type="button"
            className={classes.choice}
            data-value={one}
            aria-pressed={value === one}
            data-autofocus={(first && one === (value ?? 1)) || undefined}
            aria-keyshortcuts={keys ? String(one) : undefined}
            onClick={() => onChange(value === one ? null : one)}
          >
            <Icon size={22} stroke={1.6} aria-hidden />
            <span>{t(`evaluation.value.${one}`)}</span>
            {keys && <KeyCap keys={String(one)} />}
          </button>
        )
      })}
      {keys && !disabled && <Keys inDialog={inDialog} onChange={onChange} />}
    </fieldset>
  )
}

function Keys({ inDialog, onChange }: { inDialog: boolean; onChange: (value: EvaluationValue | null) => void }) {
  const t = useWords(uiWords)
  useShortcut({ keys: '0', label: t('evaluation.clear'), run: () => onChange(null), inDialog })
  return evaluations.map((one) => <Key key={one} value={one} inDialog={inDialog} onChange={onChange} />)
}
function Key({
  value,
  inDialog,
  onChange,
}: {
  value: EvaluationValue
  inDialog: boolean
  onChange: (value: EvaluationValue) => void
}) {
  const t = useWords(uiWords)
  useShortcut({ keys: String(value), label: t(`evaluation.value.${value}`), run: () => onChange(value), inDialog })
  return null
}
