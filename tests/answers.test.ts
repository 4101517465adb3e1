import { expect, test } from 'vitest'
import { testCompany } from './company.ts'

interface Document {
  paths: Record<string, Record<string, { operationId: string; responses: Record<string, { content?: object }> }>>
}

test('the API’s document says of every operation what it answers, files and tables too', async () => {
  const { app } = await testCompany()
  const operations = Object.values((app.swagger() as unknown as Document).paths).flatMap((path) => Object.values(path))
  const answers = new Map(
    operations.map(({ operationId, responses }) => [
      operationId,
      Object.entries(responses).find(
        ([status, { content }]) => ['202', '204'].includes(status) || (status.startsWith('2') && content),
      ),
    ]),
  )
  expect([...answers].flatMap(([operation, answer]) => (answer === undefined ? [operation] : []))).toEqual([])
  const typesOf = (operation: string) => Object.keys(answers.get(operation)?.[1].content ?? {})
  expect(typesOf('openAttachments')).toEqual(['application/zip'])
  expect(typesOf('openAttachment')).toEqual(['*/*'])
  for (const operation of ['exportContacts', 'exportInteractions'])
    expect(typesOf(operation)).toEqual([
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ])
})
