import { useQuery } from '@tanstack/react-query'
import { useWords } from '../i18n'
import { EditableField } from '../ui/card/EditableField'
import { Panel } from '../ui/card/Facts'
import { Failed } from '../ui/list/ListStates'
import { useMay } from '../ui/rights'
import { shellWords } from './messages'
import classes from './SetupPage.module.css'
import { setupQuery, useSaveSetup } from './setup'

/** What is no number of months goes to the server as none at all, which refuses it at the field. */
const monthsOf = (text: string): number | null =>
  text.trim() === '' ? null : /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0

/** The rule by which canceled entries go for good, every night. */
export function SetupRetention() {
  const t = useWords(shellWords)
  const may = useMay()
  const { data: setup, error, refetch } = useQuery(setupQuery)
  const save = useSaveSetup()
  if (error && setup === undefined) return <Failed problem={error} retry={() => void refetch()} />
  if (setup === undefined) return null
  return (
    <div className={classes.rule}>
      <Panel title={t('setup.retention')}>
        <EditableField
          field="retentionMonths"
          kind="number"
          label={t('setup.retentionMonths')}
          hint={t('setup.retentionHint')}
          value={setup.retentionMonths === null ? '' : String(setup.retentionMonths)}
          version={setup.version}
          readOnly={!may('setup.edit')}
          save={(value, version) => save.mutateAsync({ version, body: { retentionMonths: monthsOf(value) } })}
          refresh={() => void refetch()}
        />
        <p className={classes.final}>{t('setup.retentionFinal')}</p>
      </Panel>
    </div>
  )
}
