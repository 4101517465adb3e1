import { type Context, requireRight } from '#kernel/context.ts'
import { settingOf } from '#kernel/filter/query.ts'
import type { Page } from '#kernel/page.ts'
import { Problem } from '#kernel/problem.ts'
import * as lists from '../queries/list.ts'
import * as rows from '../queries/rows.ts'
import * as queries from '../queries/templates.ts'
import { allowedActions } from '../rules.ts'
import type { ChoiceQuery, InteractionTemplate, LanguageUse, TemplateQuery } from '../schema.ts'

/** Templates, by their codes unless asked otherwise. @throws Problem `not-allowed`, `filter-invalid`, `cursor-invalid` */
export async function listTemplates(ctx: Context, query: TemplateQuery): Promise<Page<InteractionTemplate>> {
  requireRight(ctx, 'interactions.read')
  const { items, next } = await lists.list(ctx, query, settingOf(ctx))
  return { items: items.map(inWhole), next }
}

/** What a guide offers: open templates, those first that the caller uses most. @throws Problem `not-allowed` */
export async function chooseTemplates(ctx: Context, query: ChoiceQuery): Promise<Page<InteractionTemplate>> {
  requireRight(ctx, 'interactions.read')
  return { items: (await lists.choices(ctx, query)).map(inWhole), next: null }
}

/** @throws Problem `not-allowed`, `template-not-found` */
export async function getTemplate(ctx: Context, id: number): Promise<InteractionTemplate> {
  requireRight(ctx, 'interactions.read')
  return inWhole(required(await queries.find(ctx, id)))
}

/** The languages of a template, then the other open ones, each with its number of contacts. @throws Problem `not-allowed`, `template-not-found` */
export async function listTemplateLanguages(ctx: Context, id: number): Promise<Page<LanguageUse>> {
  const { languages } = await getTemplate(ctx, id)
  const spoken = await rows.contactsByLanguage(ctx)
  const own = languages.map((row) => {
    const language = spoken.find(({ languageId }) => languageId === row.languageId)
    const { languageId, languageCode } = row
    return {
      languageId,
      languageCode,
      languageName: language?.languageName ?? null,
      contacts: language?.contacts ?? 0,
      row,
    }
  })
  const missing = spoken
    .filter(({ languageId, closedAt }) => closedAt === null && !languages.some((row) => row.languageId === languageId))
    .map(({ closedAt: _, ...language }) => ({ ...language, row: null }))
  return { items: [...own, ...missing], next: null }
}

/** A template with what follows from its content. */
export function inWhole(stored: queries.StoredTemplate): InteractionTemplate {
  const content = stored.languages.find(({ languageId }) => languageId === stored.defaultLanguageId)?.attachment ?? null
  return {
    ...stored,
    allowedWizardActions: allowedActions(content !== null),
    contentMissing: stored.correspondenceType !== null && content === null,
  }
}

/** @throws Problem `template-not-found` */
export function required<T>(found: T | undefined): T {
  if (found === undefined) throw new Problem('template-not-found')
  return found
}
