import { Type } from 'typebox'
import type { Speech } from './context.ts'
import { type Problem, problemStatus } from './problem.ts'
import { hasWords, say } from './words.ts'

/** What every refusal answers (RFC 9457): `errors` names each field at fault by JSON pointer. */
export const ProblemDocument = Type.Object({
  type: Type.String({ description: 'Stable key: /problems/…' }),
  status: Type.Integer(),
  title: Type.String(),
  detail: Type.String({ description: 'A sentence for the user, in the language of the request' }),
  instance: Type.String({ description: 'Id of the request, also in the log' }),
  values: Type.Record(Type.String(), Type.Unknown()),
  errors: Type.Array(
    Type.Object({
      pointer: Type.String(),
      type: Type.String(),
      detail: Type.String(),
      values: Type.Record(Type.String(), Type.Unknown()),
    }),
  ),
})

/** The document of a problem, in the caller's language. `id`: of the request. */
export function documentOf(problem: Problem, { id, language }: { id: string; language: Speech }): object {
  const text = (key: string, values: Readonly<Record<string, unknown>>) => say(language, `problem:${key}`, values)
  return {
    type: `/problems/${problem.type}`,
    status: problemStatus[problem.type],
    title: text(problem.type, problem.values),
    detail: text(problem.type, problem.values),
    instance: id,
    values: problem.values,
    errors: problem.faults.map(({ pointer, type, values = {} }) => ({
      pointer,
      type,
      detail: hasWords(`problem:fault.${type}`) ? text(`fault.${type}`, values) : text(type, values),
      values,
    })),
  }
}
