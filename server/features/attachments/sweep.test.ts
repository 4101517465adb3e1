import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type TestCompany, testCompany } from '#tests/company.ts'
import { upload } from '#tests/upload.ts'
import { fileHolders, uploadHolders } from './queries.ts'
import * as attachments from './service.ts'

const hashOf = (content: string) => createHash('sha256').update(content).digest('hex')
const onDisk = (company: TestCompany): string[] =>
  existsSync(company.folder)
    ? readdirSync(company.folder, { recursive: true, withFileTypes: true }).flatMap((one) =>
        one.isFile() ? one.name : [],
      )
    : []
const inTable = async (company: TestCompany): Promise<string[]> =>
  (await company.db.selectFrom('file').select('sha256').execute()).map(({ sha256 }) => sha256)
const age = (company: TestCompany, hours: number) =>
  sql`with f as (update file set stored_at = stored_at - make_interval(hours => ${hours}::int))
    update upload set at = at - make_interval(hours => ${hours}::int)`.execute(company.db)

/** A template's row that has the file of an upload. */
async function keep(company: TestCompany, content: string): Promise<number> {
  const templateId = await company.given.template()
  return company.given.templateLanguage({ templateId, sha256: hashOf(content), fileName: 'a.txt' })
}

test('INT-604 a file that nobody used goes after a day, from the table and from the disk, and not before', async () => {
  const company = await testCompany()
  await upload(company, 'a.txt', 'unused')
  await attachments.sweepFiles(company.ctx)
  expect(onDisk(company)).toEqual([hashOf('unused')])
  await age(company, 25)
  await attachments.sweepFiles(company.ctx)
  expect([await company.count('upload'), await inTable(company), onDisk(company)]).toEqual([0, [], []])
})

test('INT-604 a file stays as long as anything refers to it: template, entry, draft, import', async () => {
  const company = await testCompany()
  const uploads = new Map<string, number>()
  for (const content of ['template', 'entry', 'draft', 'import', 'nobody'])
    uploads.set(content, (await upload(company, 'a.txt', content)).body.id)
  await keep(company, 'template')
  const [entry = 0] = await company.given.interactions({
    contactId: await company.given.contact(),
    templateId: await company.given.template(),
    count: 1,
  })
  const { db, ctx } = company
  await sql`insert into interaction_attachment (interaction_id, sha256, name, origin, act_id)
    select ${entry}, ${hashOf('entry')}, 'a.txt', 'imported', act_id from interaction`.execute(db)
  await sql`with draft as (insert into interaction_draft (user_id, content, step) values (${ctx.user.id}, '{}', 'what') returning id)
    insert into draft_upload select id, ${uploads.get('draft')}::bigint from draft`.execute(db)
  await sql`insert into import (user_id, upload_id, format) values (1, ${uploads.get('import')}::bigint, 'csv')`.execute(
    db,
  )
  await age(company, 25)
  await attachments.sweepFiles(ctx)
  const kept = ['template', 'entry', 'draft', 'import'].map(hashOf).sort()
  expect((await inTable(company)).sort()).toEqual(kept)
  expect(onDisk(company).sort()).toEqual(kept)
  await sql`truncate interaction_attachment, draft_upload, import cascade`.execute(db)
  await attachments.sweepFiles(ctx)
  expect(onDisk(company)).toEqual([hashOf('template')])
})

test('INT-604 the sweep looks at every table that holds a file or an upload', async () => {
  const { db } = await testCompany()
  const tablesWith = async (column: string, but: string[]) => {
    const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.columns
      where table_schema = (current_schemas(false))[1] and column_name = ${column} order by 1`.execute(db)
    return rows.map(({ name }) => name).filter((name) => !but.includes(name))
  }
  expect(await tablesWith('sha256', ['file', 'file_part', 'file_text', 'migration_checksum'])).toEqual(
    [...fileHolders].sort(),
  )
  expect(await tablesWith('upload_id', [])).toEqual([...uploadHolders].sort())
})

test('INT-604 a file uploaded again at the moment it is swept is there afterwards', async () => {
  const company = await testCompany()
  for (let round = 0; round < 15; round++) {
    const content = `again ${round}`
    await upload(company, 'a.txt', content)
    await age(company, 25)
    const [answer] = await Promise.all([upload(company, 'b.txt', content), attachments.sweepFiles(company.ctx)])
    expect(answer.status).toBe(201)
    expect(await inTable(company)).toContain(hashOf(content))
    expect(await company.files.has(hashOf(content))).toBe(true)
  }
})

test('INT-604 an upload that is claimed at the moment it is swept is either used whole or not found', async () => {
  const company = await testCompany()
  for (let round = 0; round < 15; round++) {
    const content = `claimed ${round}`
    const { id } = (await upload(company, 'a.txt', content)).body
    const templateId = await company.given.template()
    await age(company, 25)
    const claim = company.db.transaction().execute(async (db) => {
      const [file] = await attachments.claimUploads({ ...company.ctx, db }, [id])
      await sql`insert into template_language (template_id, sha256, file_name, act_id)
        select ${templateId}, ${file?.sha256}, 'a.txt', max(id) from journal`.execute(db)
    })
    const [claimed] = await Promise.allSettled([claim, attachments.sweepFiles(company.ctx)])
    if (claimed.status === 'rejected') expect(claimed.reason).toMatchObject({ type: 'file-not-found' })
    expect(await company.files.has(hashOf(content))).toBe(claimed.status === 'fulfilled')
  }
})

test('what a crash left half-way is cleared: half a file, and a file on the disk without a row', async () => {
  const company = await testCompany()
  const incoming = join(company.folder, 'incoming')
  await mkdir(incoming, { recursive: true })
  const leave = async (content: string, hours: number) => {
    const draft = join(incoming, randomUUID())
    await writeFile(draft, content)
    const then = new Date(Date.now() - hours * 3_600_000)
    await utimes(draft, then, then)
  }
  await leave('half', 25)
  await leave('still coming', 1)
  await leave('whole', 25)
  await upload(company, 'a.txt', 'whole')
  await sql`truncate file cascade`.execute(company.db)
  await attachments.sweepFiles(company.ctx)
  expect(onDisk(company)).toHaveLength(1)
  expect([await inTable(company), readdirSync(incoming)]).toMatchObject([[], [expect.any(String)]])
})

test('the sweep is asked for by an upload, once, and comes again while there are files', async () => {
  const company = await testCompany()
  const jobs = async () =>
    (
      await sql<{
        n: number
        hours: number
      }>`select count(*) as n, round(extract(epoch from min(run_at) - now()) / 3600)::int as hours
      from graphile_worker.jobs where task_identifier = 'sweepFiles'`.execute(company.db)
    ).rows[0]
  await upload(company, 'a.txt', 'a')
  await upload(company, 'b.txt', 'b')
  expect(await jobs()).toEqual({ n: 1, hours: 24 })
  await age(company, 25)
  await keep(company, 'b')
  await sql`update graphile_worker._private_jobs set run_at = now()`.execute(company.db)
  await company.runJobs()
  expect([await jobs(), onDisk(company)]).toEqual([{ n: 1, hours: 6 }, [hashOf('b')]])
  await sql`truncate template_language`.execute(company.db)
  await sql`update graphile_worker._private_jobs set run_at = now()`.execute(company.db)
  await company.runJobs()
  expect([await jobs(), onDisk(company)]).toEqual([{ n: 0, hours: null }, []])
})

test('INT-604 whatever is uploaded, used, let go and swept: table and disk agree, and hold just what is used or young', async () => {
  const content = fc.constantFrom('one', 'two', 'three')
  const step = fc.oneof(
    content.map((of) => ({ do: 'upload' as const, of })),
    content.map((of) => ({ do: 'use' as const, of })),
    content.map((of) => ({ do: 'let go' as const, of })),
    fc.constant({ do: 'wait' as const, of: '' }),
    fc.constant({ do: 'sweep' as const, of: '' }),
  )
  const company = await testCompany()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 15 }), async (steps) => {
      await sql`truncate template_language, upload, file cascade`.execute(company.db)
      for (const { do: act, of } of steps) {
        if (act === 'upload') await upload(company, 'a.txt', of)
        if (act === 'use' && (await inTable(company)).includes(hashOf(of))) await keep(company, of)
        if (act === 'let go') await sql`delete from template_language where sha256 = ${hashOf(of)}`.execute(company.db)
        if (act === 'wait') await age(company, 25)
        if (act !== 'sweep') continue
        await attachments.sweepFiles(company.ctx)
        const { rows } = await sql<{
          sha256: string
        }>`select sha256 from file where stored_at > now() - interval '24 hours'
          union select sha256 from upload union select sha256 from template_language`.execute(company.db)
        expect((await inTable(company)).sort()).toEqual(rows.map(({ sha256 }) => sha256).sort())
        for (const { sha256 } of rows) expect(await company.files.has(sha256)).toBe(true)
      }
      expect(onDisk(company).sort()).toEqual(expect.arrayContaining(await inTable(company)))
    }),
    { numRuns: 12 },
  )
})
