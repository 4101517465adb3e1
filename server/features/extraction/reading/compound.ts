import { Refusal } from './refusal.ts'

/** An office file with a password is a compound file with a stream of this name (MS-OFFCRYPTO, 2.3.4.4). */
const encrypted = Buffer.from('EncryptedPackage', 'utf16le')

/** Compound files are those of Office before 2007, and of Outlook. @throws Refusal `encrypted` or `unsupported`, always */
export async function readCompound(bytes: Buffer): Promise<never> {
  throw new Refusal(bytes.includes(encrypted) ? 'encrypted' : 'unsupported')
}
