import * as groups from '#features/groups/service.ts'
import type { Context } from '#kernel/context.ts'
import { journal } from '#kernel/journal.ts'
import { say } from '#kernel/words.ts'
import * as queries from '../queries/templates.ts'

/** The usual templates: kind, group, cost, minutes, direction, who begins, way, and whether the way wins over the contact's wish. */
const starters = [
  ['outgoingCall', 'call', 'call', '1.00', 15, 'outbound', 'us', null, true],
  ['incomingCall', 'call', 'call', '0.00', 15, 'inbound', 'them', null, true],
  ['ourPlace', 'meeting', 'meeting', '25.00', 120, 'outbound', 'us', null, false],
  ['theirPlace', 'meeting', 'meeting', '45.00', 180, 'outbound', 'us', null, false],
  ['videoMeeting', 'meeting', 'meeting', '10.00', 45, 'outbound', 'us', null, false],
  ['businessLetter', 'letter', 'letter', '8.00', 30, 'outbound', 'us', 'hardCopy', true],
  ['incomingLetter', 'letter', 'letter', '0.00', 5, 'inbound', 'them', null, true],
  ['minutes', 'letter', 'letter', '8.00', 90, 'outbound', null, 'hardCopy', true],
  ['outgoingMail', 'mail', 'mail', '1.00', 5, 'outbound', 'us', null, false],
  ['incomingMail', 'mail', 'mail', '0.00', 5, 'inbound', 'them', null, false],
  ['document', 'document', 'document', '1.00', 1, 'outbound', 'us', null, false],
  ['incomingDocument', 'document', 'document', '0.00', 1, 'inbound', 'them', null, false],
  ['note', 'note', 'system', '0.00', 5, null, 'us', null, true],
  ['coverSheet', 'system', 'system', '1.00', 1, 'outbound', 'us', null, false],
] as const

/** Gives a company the usual templates in the user's language; those that are there stay as they are. */
export async function seed(tx: Context): Promise<void> {
  const byCode = await groups.seed(tx)
  const { actId } = await journal(tx, 'templates.seeded')
  const words = (key: string) => say(tx.user.language, key)
  const rows = starters.map(
    ([
      name,
      kind,
      group,
      unitCost,
      unitDurationMin,
      informationFlow,
      initiatedBy,
      correspondenceType,
      ignoreContactCorrespondenceType,
    ]) => ({
      code: words(`templates:starter.${name}.code`),
      description: words(`templates:starter.${name}.description`),
      groupId: byCode.get(words(`groups:starter.${group}.code`)) ?? 0,
      kind,
      unitCost,
      unitDurationMin,
      informationFlow,
      initiatedBy,
      correspondenceType,
      ignoreContactCorrespondenceType,
      campaignTarget: false,
      campaignResponse: false,
      defaultLanguageId: null,
      wizardAction: null,
    }),
  )
  await queries.insertMissing(tx, rows, actId)
}
