import * as salespeople from '#features/salespeople/service.ts'
import type { Context } from '#kernel/context.ts'
import type { Setting } from '#kernel/filter/ast.ts'
import { settingOf } from '#kernel/filter/query.ts'

/** What the expressions of a filter mean to the caller, now: `%me` and its like are looked up where one may be named. */
export const settingFor = async (ctx: Context, filter: object = {}): Promise<Setting> =>
  settingOf(ctx, await salespeople.tokens(ctx, filter))
