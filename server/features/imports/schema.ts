import { type Static, Type } from 'typebox'
import { contactFields } from '#features/exchange/fields.ts'
import { Progress } from '#kernel/progress.ts'
import { Choice, Id, Instant, Nullable } from '#kernel/schema.ts'

const Field = Nullable(Choice([...contactFields]))
const Column = Type.Object({ heading: Type.String(), field: Field, samples: Type.Array(Type.String()) })
/** What becomes of rows whose contact is there already. */
const Existing = Choice(['skip', 'create'])

/** A file of contacts on its way in: its columns, what each fills, and how far it came. */
export type Import = Static<typeof Import>
export const Import = Type.Object({
  id: Id,
  fileName: Type.String(),
  format: Choice(['csv', 'vcard', 'xlsx']),
  columns: Type.Array(Column),
  existing: Existing,
  createdAt: Instant,
  progress: Nullable(Progress),
  undoId: Nullable(Id),
})
export const NewImport = Type.Object({ uploadId: Id }, { additionalProperties: false })
export type NewImport = Static<typeof NewImport>
export type ImportPatch = Static<typeof ImportPatch>
export const ImportPatch = Type.Object(
  { mapping: Type.Optional(Type.Array(Field, { maxItems: 300 })), existing: Type.Optional(Existing) },
  { additionalProperties: false, minProperties: 1 },
)

const RefusedField = Type.Object({
  field: Nullable(Type.String()),
  column: Nullable(Type.Integer()),
  type: Type.String(),
  text: Type.String(),
})
/** What the import would do, over the first rows of the file; `whole` says whether these are all. */
export type ImportPreview = Static<typeof ImportPreview>
export const ImportPreview = Type.Object({
  rows: Type.Integer({ minimum: 0 }),
  whole: Type.Boolean(),
  fresh: Type.Integer({ minimum: 0, description: 'New contacts' }),
  known: Type.Integer({ minimum: 0, description: 'There already, by number or by name with e-mail' }),
  refused: Type.Integer({ minimum: 0 }),
  reasons: Type.Array(Type.Object({ type: Type.String(), text: Type.String(), count: Type.Integer() })),
  sample: Type.Array(
    Type.Object({
      line: Type.Integer(),
      cells: Type.Array(Type.String()),
      state: Choice(['fresh', 'known', 'refused']),
      faults: Type.Array(RefusedField),
    }),
  ),
})
