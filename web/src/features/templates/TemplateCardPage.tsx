import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useWords } from '../../i18n'
import { CardPage } from '../../ui/card/CardPage'
import { RecordHistory } from '../../ui/card/RecordHistory'
import { KindGlyph } from '../../ui/interaction/KindGlyph'
import { ClosingActions } from '../../ui/record/ClosingActions'
import { StatisticsButton } from '../../ui/record/StatisticsButton'
import { closeTemplate, deleteTemplate, reopenTemplate, templateQueries } from './api'
import { templateWords } from './messages'
import { TemplateContent } from './TemplateContent'
import { TemplateFields } from './TemplateFields'

export function TemplateCardPage() {
  const { id } = useParams({ from: '/shell/templates/$id' })
  const t = useWords(templateWords)
  const client = useQueryClient()
  const { data: template } = useSuspenseQuery(templateQueries.one(id))
  const refresh = () => void client.invalidateQueries({ queryKey: ['templates'] })
  return (
    <CardPage
      crumbs={[{ label: t('title'), href: '/templates' }, { label: template.code }]}
      glyph={<KindGlyph kind={template.kind} flow={template.informationFlow} size={44} />}
      title={template.description ?? template.code}
      line={`${template.code} · ${template.groupCode} · ${t('field.used')}: ${template.used}`}
      states={template.closedAt !== null && t('closed')}
      actions={
        <>
          <StatisticsButton owner="templateId" id={id} />
          <ClosingActions
            closed={template.closedAt !== null}
            close={{ label: t('close'), run: () => closeTemplate(id), said: (count) => t('done.close', { count }) }}
            reopen={{ label: t('reopen'), run: () => reopenTemplate(id), said: (count) => t('done.reopen', { count }) }}
            remove={{ label: t('remove'), run: () => deleteTemplate(id), said: (count) => t('done.remove', { count }) }}
            after={refresh}
            list="/templates"
          />
        </>
      }
      tabs={[
        { tab: 'proposes', label: t('tab.proposes'), content: () => <TemplateFields template={template} /> },
        {
          tab: 'content',
          label: t('tab.content'),
          count: template.languages.length,
          content: () => <TemplateContent template={template} />,
        },
        {
          tab: 'history',
          label: t('tab.history'),
          content: () => (
            <RecordHistory
              record="interaction_template"
              id={id}
              label={(field) => (field in templateWords.en.field ? t(`field.${field as 'code'}`) : field)}
            />
          ),
        },
      ]}
    />
  )
}
