import { type Static, Type } from 'typebox'

/** Where in a file a piece of text stands: page n, sheet "name", slide n. */
const Place = Type.Object({ kind: Type.Enum(['page', 'sheet', 'slide']), value: Type.String() })
/** A piece of a file's text and where it stands; null: the file has no such places. */
export type Part = Static<typeof Part>
const Part = Type.Object({ place: Type.Union([Place, Type.Null()]), text: Type.String() })

/** Why a file's text was not read. */
export type RefusalReason = Static<typeof RefusalReason>
const RefusalReason = Type.Enum(['unsupported', 'too-large', 'too-slow', 'too-much-memory', 'damaged', 'encrypted'])

/** What came of reading a file: its text (`cut`: only the beginning is kept), none in it, or the reason why it was not read. */
export type Reading = Static<typeof Reading>
export const Reading = Type.Union([
  Type.Object({ state: Type.Literal('read'), parts: Type.Array(Part), cut: Type.Boolean() }),
  Type.Object({ state: Type.Literal('empty') }),
  Type.Object({ state: Type.Literal('refused'), reason: RefusalReason }),
])
