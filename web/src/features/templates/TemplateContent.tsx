import { Alert, Button, FileButton, Group, Select } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type DragEvent, useState } from 'react'
import { api, unwrap } from '../../api/client'
import { Problem } from '../../api/problem'
import { upload } from '../../api/upload'
import { useWords } from '../../i18n'
import { bytes } from '../../i18n/format'
import { Panel } from '../../ui/card/Facts'
import { useAction } from '../../ui/useAction'
import {
  addTemplateLanguage,
  contentHref,
  removeContent,
  removeTemplateLanguage,
  setContent,
  type Template,
  type TemplateLanguage,
  useLanguageChoices,
} from './api'
import { templateWords } from './messages'

/** The template's content, a row for each language: send, open, copy, remove. */
export function TemplateContent({ template }: { template: Template }) {
  const t = useWords(templateWords)
  const client = useQueryClient()
  const languages = useLanguageChoices()
  const [refused, setRefused] = useState<string | null>(null)
  const refresh = () => void client.invalidateQueries({ queryKey: ['templates'] })
  const free = languages.filter(
    ({ value }) => !template.languages.some(({ languageId }) => String(languageId) === value),
  )
  const add = (languageId: string | null) => {
    if (languageId === null) return
    addTemplateLanguage(template.id, Number(languageId)).then(refresh, (problem: unknown) =>
      setRefused(String(problem instanceof Problem ? problem.message : problem)),
    )
  }
  return (
    <>
      {refused && (
        <Alert color="red" role="alert" onClose={() => setRefused(null)} withCloseButton>
          {refused}
        </Alert>
      )}
      {template.languages.length === 0 && <p>{t('content.none')}</p>}
      {template.languages.map((row) => (
        <LanguageRow
          key={row.id}
          template={template}
          row={row}
          languages={languages}
          refresh={refresh}
          refuse={setRefused}
        />
      ))}
      {template.languages.length === 0 && (
        <FileSender
          template={template}
          rowId={null}
          label={t('content.addFile')}
          refresh={refresh}
          refuse={setRefused}
        />
      )}
      {free.length > 0 && (
        <Select label={t('content.add')} data={[...free]} value={null} searchable onChange={add} maw={320} mt="md" />
      )}
    </>
  )
}

type RowProps = {
  template: Template
  row: TemplateLanguage
  languages: readonly { value: string; label: string }[]
  refresh: () => void
  refuse: (why: string) => void
}

function LanguageRow({ template, row, languages, refresh, refuse }: RowProps) {
  const t = useWords(templateWords)
  const { act, problem } = useAction()
  const name =
    languages.find(({ value }) => value === String(row.languageId))?.label ??
    row.languageCode ??
    t('content.noLanguage')
  const file = row.attachment
  const drop = (event: DragEvent) => {
    event.preventDefault()
    const dropped = event.dataTransfer.files[0]
    if (dropped)
      void send(template.id, row.id, dropped, () => {}).then(refresh, (reason: unknown) => refuse(reasonOf(reason)))
  }
  return (
    <section aria-label={name} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Panel title={name}>
        {problem && (
          <Alert color="red" role="alert" mb="sm">
            {problem.message}
          </Alert>
        )}
        <Group>
          <span>{file ? `${file.name} · ${bytes(file.size)}` : t('content.noFile')}</span>
          {file && (
            <>
              <Button
                component="a"
                variant="default"
                href={`${contentHref(template.id, row.id)}?view=1`}
                target="_blank"
                rel="noreferrer"
              >
                {t('content.view')}
              </Button>
              <Button component="a" variant="default" href={contentHref(template.id, row.id)} download>
                {t('content.download')}
              </Button>
              <Button
                variant="subtle"
                color="gray"
                onClick={() =>
                  act({
                    run: () => removeContent(template.id, row.id),
                    said: (count) => t('done.unfile', { count }),
                    after: refresh,
                  })
                }
              >
                {t('content.remove')}
              </Button>
            </>
          )}
          <FileSender
            template={template}
            rowId={row.id}
            label={t(file ? 'content.replace' : 'content.upload')}
            refresh={refresh}
            refuse={refuse}
          />
          <CopyFrom template={template} rowId={row.id} refresh={refresh} />
          <Button
            variant="subtle"
            color="red"
            onClick={() =>
              act({
                run: () => removeTemplateLanguage(template.id, row.id),
                said: (count) => t('done.removeLanguage', { count }),
                after: refresh,
              })
            }
          >
            {t('content.removeLanguage')}
          </Button>
        </Group>
      </Panel>
    </section>
  )
}

const reasonOf = (problem: unknown): string =>
  problem instanceof Problem ? (problem.fields.file ?? problem.message) : String(problem)

async function send(templateId: number, rowId: number | null, file: File, onProgress: (part: number) => void) {
  const { id: uploadId } = await upload<{ id: number }>('/api/uploads', file, { onProgress })
  return setContent(templateId, rowId, { uploadId })
}

type SenderProps = {
  template: Template
  rowId: number | null
  label: string
  refresh: () => void
  refuse: (why: string) => void
}

function FileSender({ template, rowId, label, refresh, refuse }: SenderProps) {
  const t = useWords(templateWords)
  const { act } = useAction()
  const [part, setPart] = useState<number | null>(null)
  const choose = (file: File | null) => {
    if (file === null) return
    setPart(0)
    act({
      run: () =>
        send(template.id, rowId, file, setPart)
          .catch((problem: unknown) => {
            refuse(reasonOf(problem))
            throw problem
          })
          .finally(() => setPart(null)),
      said: (count) => t('done.file', { count }),
      after: refresh,
    })
  }
  return (
    <FileButton onChange={choose}>
      {(props) => (
        <Button {...props} variant="light" loading={part !== null}>
          {part === null ? label : t('content.sending', { part: Math.round(part * 100) })}
        </Button>
      )}
    </FileButton>
  )
}

function CopyFrom({ template, rowId, refresh }: { template: Template; rowId: number; refresh: () => void }) {
  const t = useWords(templateWords)
  const { act } = useAction()
  const { data } = useQuery({
    queryKey: ['templates', 'all'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/interaction-templates', { params: { query: { closed: true } }, signal })),
  })
  const sources = (data?.items ?? []).flatMap(({ code, languages }) =>
    languages.flatMap(({ id, languageCode, attachment }) =>
      attachment === null || id === rowId
        ? []
        : [
            {
              value: String(id),
              label: t('content.from', {
                code,
                language: languageCode ?? t('content.noLanguage'),
                file: attachment.name,
              }),
            },
          ],
    ),
  )
  if (sources.length === 0) return null
  return (
    <Select
      aria-label={t('content.copy')}
      placeholder={t('content.copy')}
      data={sources}
      value={null}
      searchable
      onChange={(copyOf) => {
        if (copyOf !== null)
          act({
            run: () => setContent(template.id, rowId, { copyOf: Number(copyOf) }),
            said: (count) => t('done.file', { count }),
            after: refresh,
          })
      }}
    />
  )
}
