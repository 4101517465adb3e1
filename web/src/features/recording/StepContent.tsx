import { Alert, Button, Checkbox, FileButton, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { Problem } from '../../api/problem'
import { useWords } from '../../i18n'
import { bytes } from '../../i18n/format'
import { sendFile } from './api'
import type { Guide } from './guide'
import { recordingWords } from './messages'

/** What goes along: the template's file, and files of one's own, sent as soon as they are chosen. */
export function StepContent({ guide }: { guide: Guide }) {
  const t = useWords(recordingWords)
  const { content, set, files, setFiles, templateFile } = guide
  const [part, setPart] = useState<number | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const add = async (chosen: File[]) => {
    setRefused(null)
    const sent = [...files]
    for (const file of chosen) {
      setPart(0)
      try {
        sent.push(await sendFile(file, setPart))
      } catch (reason) {
        setRefused(reason instanceof Problem ? `${file.name}: ${reason.fields.file ?? reason.message}` : String(reason))
      }
    }
    setPart(null)
    setFiles(sent)
    set({ uploadIds: sent.map(({ id }) => id) })
  }
  const remove = (id: number) => {
    const left = files.filter((file) => file.id !== id)
    setFiles(left)
    set({ uploadIds: left.map((file) => file.id) })
  }
  return (
    <Stack>
      {templateFile && (
        <Checkbox
          data-autofocus
          label={t('files.template', { name: templateFile.name })}
          checked={content.withTemplateAttachment !== false}
          onChange={(event) => set({ withTemplateAttachment: event.currentTarget.checked })}
        />
      )}
      {files.map(({ id, name, size }) => (
        <Group key={id}>
          <span>{`${name} · ${bytes(size)}`}</span>
          <Button variant="subtle" color="gray" onClick={() => remove(id)}>
            {t('files.remove', { name })}
          </Button>
        </Group>
      ))}
      {files.length === 0 && !templateFile && <span>{t('files.none')}</span>}
      <FileButton multiple onChange={(chosen) => void add(chosen)}>
        {(props) => (
          <Button {...props} data-autofocus={!templateFile || undefined} variant="light" loading={part !== null}>
            {part === null ? t('files.add') : t('files.sending', { part: Math.round(part * 100) })}
          </Button>
        )}
      </FileButton>
      {refused && (
        <Alert color="red" role="alert">
          {refused}
        </Alert>
      )}
    </Stack>
  )
}
