import { describe, expect, test } from 'vitest'
import { type Reason, sentence } from './messages.ts'
import { EngineFailed, explained } from './start-problem.ts'

describe('what goes wrong in a start is told by its reason', () => {
  test.each<[Reason, Error]>([
    ['disk-full', new Error('ENOSPC: no space left on device, copyfile')],
    ['disk-full', new EngineFailed('FATAL:  could not write lock file "postmaster.pid": No space left on device')],
    ['disk-full', new EngineFailed('HINT:  Check free disk space.')],
    ['disk-full', new Error('EDQUOT: disk quota exceeded, mkdir')],
    ['account-unknown', new EngineFailed('initdb: could not look up effective user ID 12345: user does not exist')],
    ['folder-not-writable', new Error("EACCES: permission denied, mkdir '/data'")],
    ['folder-not-writable', new Error("EROFS: read-only file system, mkdir '/data'")],
    ['engine-failed', new EngineFailed('FATAL:  could not load private key')],
  ])('%s', async (reason, error) => {
    await expect(explained('/tmp', () => Promise.reject(error))).rejects.toMatchObject({ reason, cause: error })
  })

  test('a defect stays a defect', async () => {
    const defect = new TypeError('x is not a function')
    await expect(explained('/tmp', () => Promise.reject(defect))).rejects.toBe(defect)
  })
})

test('the sentence follows the language of the console', () => {
  const values = { folder: '/data', pid: 7 }
  expect(sentence('folder-in-use', values, 'it-IT')).toContain('Un altro Carteggio (processo 7) usa già')
  expect(sentence('folder-in-use', values, 'de-DE')).toContain('Another Carteggio (process 7) already uses')
})
