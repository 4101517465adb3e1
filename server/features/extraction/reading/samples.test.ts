import { createReadStream, globSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { recognise } from '#features/attachments/recognise.ts'
import { haveSamples, sampleFolder } from '#tests/files.ts'
import { type Reading, startReader } from './reader.ts'

/** Damaged on purpose, or empty. */
const withoutText = {
  'IT02182030391_31_tampered.xml.p7m': 'damaged',
  'corrupt-factur-x-waytoosmall.pdf': 'damaged',
  'corruptedV2PDF.pdf': 'empty',
  'size-0.mbox': 'empty',
}

test.skipIf(!haveSamples)('every sample is read, or refused with a reason', { timeout: 60_000 }, async () => {
  const paths = globSync('**/*', { cwd: sampleFolder }).map((path) => `${sampleFolder}/${path}`)
  const reader = startReader()
  const others: Record<string, string> = {}
  for (const path of paths.filter((one) => statSync(one).isFile())) {
    const mediaType = await recognise((range) => createReadStream(path, range))
    const reading = await reader.read({ path, mediaType, name: basename(path) })
    if (reading.state !== 'read') others[basename(path)] = outcome(reading)
  }
  expect(others).toEqual(withoutText)
  await reader.stop()
})

const outcome = (reading: Reading): string => (reading.state === 'refused' ? reading.reason : reading.state)
