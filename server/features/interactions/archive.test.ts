import { expect, test } from 'vitest'
import * as yauzl from 'yauzl'
import { testCompany } from '#tests/company.ts'
import { upload } from '#tests/upload.ts'

test('all files of an entry come as one archive, two of one name apart; none of an entry that has none', async () => {
  const company = await testCompany()
  const contactId = await company.given.contact({ name: 'Anna Conti' })
  const templateId = await company.given.template({ code: 'CALL' })
  const salespersonId = await company.given.salesperson({ code: 'LT' })
  const uploadIds: number[] = []
  for (const text of ['first', 'second']) uploadIds.push((await upload(company, 'offer.txt', text)).body.id)
  const logged = await company.post('/interactions', { contactIds: [contactId], templateId, salespersonId, uploadIds })
  const { id } = logged.body.entries[0]
  const answer = await company.get(`/interactions/${id}/attachments`)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="interaction-${id}.zip"`,
  })
  expect(await unpack(answer.raw)).toEqual({ 'offer.txt': 'first', 'offer (2).txt': 'second' })

  const bare = await company.post('/interactions', { contactIds: [contactId], templateId, salespersonId })
  const none = await company.get(`/interactions/${bare.body.entries[0].id}/attachments`)
  expect([none.status, none.body.type]).toEqual([404, '/problems/file-not-found'])
})

async function unpack(bytes: Buffer): Promise<Record<string, string>> {
  const zip = await yauzl.fromBufferPromise(bytes)
  const contents: Record<string, string> = {}
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = []
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece)
    contents[entry.fileName] = Buffer.concat(pieces).toString()
  }
  return contents
}
