import { Button } from '@mantine/core'
import { IconDownload, IconEye, IconEyeOff, IconFile, IconFileZip, IconLock } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useWords } from '../../i18n'
import { bytes } from '../../i18n/format'
import { Panel } from '../../ui/card/Facts'
import { Badge } from '../../ui/StateBadge'
import { type EntryCard, type EntryFile, fileAddress, filesAddress } from './api'
import classes from './EntryContent.module.css'
import { shownAs } from './fileKinds'
import { interactionWords } from './messages'

const FileView = lazy(() => import('./FileView').then((module) => ({ default: module.FileView })))

/** The files of an entry: to download, and to view in the page where that is safe. */
export function EntryFiles({ entry }: { entry: EntryCard }) {
  const t = useWords(interactionWords)
  return (
    <Panel
      title={t('entry.files')}
      aside={
        entry.files.length > 0 && (
          <Badge icon={IconLock} tone="plain">
            {t('entry.asArrived')}
          </Badge>
        )
      }
    >
      {entry.files.length === 0 ? (
        <p className={classes.empty}>{t('entry.noFiles')}</p>
      ) : (
        <ul className={classes.list}>
          {entry.files.map((file) => (
            <File key={file.id} id={entry.id} file={file} />
          ))}
        </ul>
      )}
      {entry.files.length > 1 && (
        <Button
          component="a"
          href={filesAddress(entry.id)}
          download
          variant="default"
          leftSection={<IconFileZip size={16} aria-hidden />}
        >
          {t('entry.downloadAll')}
        </Button>
      )}
    </Panel>
  )
}

function File({ id, file }: { id: number; file: EntryFile }) {
  const t = useWords(interactionWords)
  const [open, setOpen] = useState(false)
  const kind = shownAs(file.mediaType)
  return (
    <li className={classes.file}>
      <IconFile size={22} stroke={1.6} aria-hidden />
      <div className={classes.fileText}>
        <div className={classes.fileName}>{file.name}</div>
        <div className={classes.fileLine}>
          {bytes(file.size)}
          {file.origin === 'template' && ` · ${t('entry.fromTemplate')}`}
        </div>
      </div>
      {kind && (
        <Button
          variant="subtle"
          leftSection={open ? <IconEyeOff size={16} aria-hidden /> : <IconEye size={16} aria-hidden />}
          aria-label={open ? t('entry.hide') : t('entry.viewOf', { name: file.name })}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? t('entry.hide') : t('entry.view')}
        </Button>
      )}
      <Button
        component="a"
        href={fileAddress(id, file)}
        download={file.name}
        variant="subtle"
        leftSection={<IconDownload size={16} aria-hidden />}
        aria-label={t('entry.downloadOf', { name: file.name })}
      >
        {t('entry.download')}
      </Button>
      {open && kind && (
        <div className={classes.view}>
          <Suspense>
            <FileView id={id} file={file} kind={kind} />
          </Suspense>
        </div>
      )}
    </li>
  )
}
