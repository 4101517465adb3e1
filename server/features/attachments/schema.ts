import { type Static, Type } from 'typebox'
import { Id } from '#kernel/schema.ts'

/** What people see of a file: its name, its size in bytes, and what its content was recognised as. */
export type FileInfo = Static<typeof FileInfo>
export const FileInfo = Type.Object({
  name: Type.String(),
  size: Type.Integer({ minimum: 0, description: 'Bytes' }),
  mediaType: Type.String({ description: 'Recognised from the content, never taken from the sender' }),
})

/** A file that was sent and waits to be used; whoever sent it names it by its id. Unused, it goes after a day. */
export type Upload = Static<typeof Upload>
export const Upload = Type.Object({ id: Id, ...FileInfo.properties })

/** One file as multipart/form-data. */
export const NewUpload = Type.Object({ file: Type.Unsafe<never>(Type.String({ format: 'binary' })) })
