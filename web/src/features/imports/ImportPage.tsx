import { Alert, Button, FileButton } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import { useWords } from '../../i18n'
import { useAddress } from '../../ui/address'
import { PageTitle } from '../../ui/PageTitle'
import { useBeginImport } from './api'
import { ImportColumns } from './ImportColumns'
import classes from './ImportPage.module.css'
import { importWords } from './messages'

/** From a file to contacts: choose it, say what its columns fill, look, run. The import stands in the address. */
export function ImportPage() {
  const t = useWords(importWords)
  const { search, change } = useAddress()
  const [part, setPart] = useState(0)
  const begin = useBeginImport(setPart)
  const open = (file: File | null) => {
    if (file) begin.mutate(file, { onSuccess: ({ id }) => change({ import: String(id) }, { push: true }) })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    open(event.dataTransfer.files[0] ?? null)
  }
  const id = Number(search.import)
  return (
    <>
      <PageTitle title={t('title')} about={t('about')} />
      {id > 0 ? (
        <ImportColumns id={id} again={() => change({ import: '' })} />
      ) : (
        <section
          className={classes.drop}
          aria-label={t('file.choose')}
          onDragOver={(event) => event.preventDefault()}
          onDrop={drop}
        >
          <IconFileImport size={32} stroke={1.5} aria-hidden />
          <FileButton onChange={open} accept=".csv,.txt,.tsv,.xlsx,.vcf">
            {(props) => (
              <Button {...props} loading={begin.isPending}>
                {t('file.choose')}
              </Button>
            )}
          </FileButton>
          <span>{begin.isPending ? t('file.sending', { part: Math.round(part * 100) }) : t('file.drop')}</span>
          {begin.error && (
            <Alert color="red" role="alert">
              {begin.error.fields.uploadId ?? begin.error.fields.file ?? begin.error.message}
            </Alert>
          )}
        </section>
      )}
    </>
  )
}
