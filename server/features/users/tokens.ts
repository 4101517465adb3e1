import { createHash, randomBytes } from 'node:crypto'

/** A secret of 256 bits, as text that fits in addresses and headers. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a secret: whoever reads the database cannot use it. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
