import { describe, expect, test } from 'vitest'
import { type TestCompany, testCompany } from '#tests/company.ts'

async function house(company: TestCompany) {
  const salespersonId = await company.given.salesperson({ code: 'JO' })
  const companyId = await company.given.contact({ type: 'company', name: 'ACME' })
  const anna = await company.given.contact({
    name: 'Anna Conti',
    companyId,
    salespersonId,
    correspondenceType: 'email',
    email: 'anna@x.it',
  })
  const note = await company.given.template({
    code: 'NOTE',
    kind: 'note',
    unitCost: '0.00',
    unitDurationMin: 5,
    description: null,
  })
  return { salespersonId, companyId, anna, note }
}

describe('logging one interaction', () => {
  test('INT-182 INT-183 INT-266 what is left out follows the template and the contact', async () => {
    const company = await testCompany()
    const { anna, companyId, salespersonId } = await house(company)
    const templateId = await company.given.template({ unitCost: '8.00', unitDurationMin: 30, description: 'Letter' })
    const { status, body } = await company.post('/interactions', { contactIds: [anna], templateId })
    expect(status).toBe(201)
    expect(body.entries[0]).toMatchObject({
      contactId: anna,
      companyId,
      companyName: 'ACME',
      salespersonId,
      salespersonCode: 'JO',
      description: 'Letter',
      cost: '8.00',
      durationMin: 30,
      informationFlow: 'outbound',
      initiatedBy: 'us',
      canceled: false,
      userName: 'Lina Torresi',
    })
    expect((await company.get(`/interactions/${body.entries[0].id}`)).body).toMatchObject(body.entries[0])
  })

  test('INT-232 what is typed goes before the template', async () => {
    const company = await testCompany()
    const { anna, note } = await house(company)
    const { body } = await company.post('/interactions', {
      contactIds: [anna],
      templateId: note,
      description: 'Thanks',
      cost: '4',
      durationMin: 12,
      evaluation: 2,
    })
    expect(body.entries[0]).toMatchObject({ description: 'Thanks', cost: '4.00', durationMin: 12, evaluation: 2 })
  })

  test('INT-222 INT-180 all that is missing is named together, nothing is stored', async () => {
    const company = await testCompany()
    const { note } = await house(company)
    const nobodys = await company.given.contact()
    const { status, body } = await company.post('/interactions', { contactIds: [nobodys], templateId: note })
    expect(status).toBe(422)
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual(['/description', '/salespersonId'])
    expect(await company.count('interaction')).toBe(0)
    expect(
      (await company.db.selectFrom('journal').select('id').where('act', '=', 'interaction.logged').execute()).length,
    ).toBe(0)
  })

  test('INT-260 unknown contact, template and salesperson are named at their fields', async () => {
    const company = await testCompany()
    const { body, status } = await company.post('/interactions', {
      contactIds: [999],
      templateId: 998,
      salespersonId: 997,
      description: 'x',
    })
    expect(status).toBe(404)
    expect(body.errors).toMatchObject([
      { pointer: '/contactIds/0', type: 'contact-not-found' },
      { pointer: '/templateId', type: 'template-not-found' },
      { pointer: '/salespersonId', type: 'salesperson-not-found' },
    ])
  })

  test('INT-150 CON-091 CON-092 nothing is logged with a contact that is blocked, nor with the people of a blocked company', async () => {
    const company = await testCompany()
    const { note, salespersonId } = await house(company)
    const blocked = await company.given.contact({ type: 'company', name: 'Muta', privacyBlocked: true })
    const person = await company.given.contact({ name: 'Eva', companyId: blocked })
    for (const contactId of [blocked, person]) {
      const { status, body } = await company.post('/interactions', {
        contactIds: [contactId],
        templateId: note,
        description: 'x',
        salespersonId,
      })
      expect([status, body.errors[0].type]).toEqual([409, 'contact-privacy-blocked'])
    }
    expect(await company.count('interaction')).toBe(0)
  })

  test('INT-161 INT-168 the salesperson: typed, else the user’s, else the contact’s; a closed one is passed over, but refused when typed', async () => {
    const company = await testCompany()
    const { anna, note, salespersonId } = await house(company)
    const closed = await company.given.salesperson({ closedAt: '2026-01-01T00:00:00Z' })
    const mine = await company.given.salesperson()
    const log = async (more: object) =>
      company.post('/interactions', { contactIds: [anna], templateId: note, description: 'x', ...more })
    expect((await log({})).body.entries[0].salespersonId).toBe(salespersonId)
    expect((await log({ salespersonId: mine })).body.entries[0].salespersonId).toBe(mine)
    expect((await log({ salespersonId: closed })).body.errors[0].type).toBe('salesperson-blocked')
    await company.db
      .updateTable('salesperson')
      .set({ closedAt: '2026-01-01T00:00:00Z' })
      .where('id', '=', salespersonId)
      .execute()
    expect((await log({})).body.errors[0]).toMatchObject({ pointer: '/salespersonId', type: 'field-required' })
  })

  test('INT-190 INT-191 INT-229 the file of the contact’s language goes along as the entry’s own; without a row the default’s', async () => {
    const company = await testCompany()
    const { anna, salespersonId } = await house(company)
    const [enu, ita, fra] = [
      await company.given.language(),
      await company.given.language(),
      await company.given.language(),
    ]
    const templateId = await company.given.template({ defaultLanguageId: enu })
    const [english, italian] = [await company.given.file(), await company.given.file()]
    await company.given.templateLanguage({ templateId, languageId: enu, sha256: english, fileName: 'letter.docx' })
    await company.given.templateLanguage({ templateId, languageId: ita, sha256: italian, fileName: 'lettera.docx' })
    await company.db.updateTable('contact').set({ languageId: ita }).where('id', '=', anna).execute()
    const french = await company.given.contact({ languageId: fra, salespersonId })
    const { body } = await company.post('/interactions', { contactIds: [anna, french], templateId })
    expect(body.entries.map((entry: { languageId: number }) => entry.languageId)).toEqual([ita, enu])
    const names = await Promise.all(
      body.entries.map(async ({ id }: { id: number }) => (await company.get(`/interactions/${id}`)).body.files[0].name),
    )
    expect(names).toEqual(['lettera.docx', 'letter.docx'])
    expect(
      (await company.post('/interactions', { contactIds: [anna], templateId, languageId: fra })).body.errors[0].type,
    ).toBe('language-not-available')
  })

  test('INT-200 INT-201 INT-225 the contact’s wish counts where there is something to send; e-mail by hand needs content', async () => {
    const company = await testCompany()
    const { anna, note } = await house(company)
    const letter = await company.given.template({ correspondenceType: 'hardCopy', description: 'Letter' })
    await company.given.templateLanguage({
      templateId: letter,
      sha256: await company.given.file(),
      fileName: 'letter.docx',
    })
    const strict = await company.given.template({
      correspondenceType: 'hardCopy',
      ignoreContactCorrespondenceType: true,
      description: 'Letter',
    })
    const typeOf = async (templateId: number) =>
      (await company.post('/interactions', { contactIds: [anna], templateId, description: 'x' })).body.entries[0]
        .correspondenceType
    expect([await typeOf(letter), await typeOf(strict), await typeOf(note)]).toEqual(['email', 'hardCopy', null])
    const refused = await company.post('/interactions', {
      contactIds: [anna],
      templateId: note,
      description: 'x',
      correspondenceType: 'email',
    })
    expect([refused.status, refused.body.errors[0].type]).toEqual([409, 'email-needs-content'])
  })

  test('INT-024 INT-608 a closed template is refused, and closing it later changes no entry', async () => {
    const company = await testCompany()
    const { anna, note } = await house(company)
    const log = () => company.post('/interactions', { contactIds: [anna], templateId: note, description: 'x' })
    const { body } = await log()
    await company.db
      .updateTable('interactionTemplate')
      .set({ closedAt: '2026-01-01T00:00:00Z', unitCost: '99' })
      .where('id', '=', note)
      .execute()
    expect((await log()).body.errors[0].type).toBe('template-closed')
    expect((await company.get(`/interactions/${body.entries[0].id}`)).body.cost).toBe('0.00')
  })

  test('INT-267 INT-461 a comment typed with the interaction stands on the entry', async () => {
    const company = await testCompany()
    const { anna, note } = await house(company)
    const { body } = await company.post('/interactions', {
      contactIds: [anna],
      templateId: note,
      description: 'x',
      comment: 'She calls back',
    })
    expect((await company.get(`/interactions/${body.entries[0].id}`)).body.commentList).toMatchObject([
      { text: 'She calls back' },
    ])
  })

  test('INT-152 an entry may go on from another, and both say so; from none that is not there', async () => {
    const company = await testCompany()
    const { anna, note } = await house(company)
    const first = (await company.post('/interactions', { contactIds: [anna], templateId: note, description: 'x' })).body
      .entries[0].id
    const next = await company.post('/interactions', {
      contactIds: [anna],
      templateId: note,
      description: 'y',
      followsId: first,
    })
    expect((await company.get(`/interactions/${first}`)).body.followedByIds).toEqual([next.body.entries[0].id])
    expect(
      (await company.post('/interactions', { contactIds: [anna], templateId: note, description: 'z', followsId: 4711 }))
        .body.type,
    ).toBe('/problems/entry-not-found')
  })
})

describe('INT-609 INT-226 once', () => {
  test('the same request with its key gives one entry, also at the same moment and in a transaction of its own', async () => {
    const company = await testCompany()
    const { anna, note } = await house(company)
    for (const more of [{}, { comment: 'with a comment' }]) {
      const before = await company.count('interaction')
      const key = `key-${before}`
      const send = () =>
        company.post('/interactions', { contactIds: [anna], templateId: note, description: 'x', ...more }, { key })
      const answers = await Promise.all([send(), send(), send()])
      expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201])
      expect(new Set(answers.map((answer) => answer.body.entries[0].id)).size).toBe(1)
      expect(await company.count('interaction')).toBe(before + 1)
    }
  })

  test('the answer is that of the first time, even when the contact was blocked since', async () => {
    const company = await testCompany()
    const { anna, note } = await house(company)
    const send = () =>
      company.post('/interactions', { contactIds: [anna], templateId: note, description: 'x' }, { key: 'k' })
    const first = await send()
    await company.db.updateTable('contact').set({ privacyBlocked: true }).where('id', '=', anna).execute()
    expect((await send()).body.undoId).toBe(first.body.undoId)
  })

  test('a key that was used for something else is refused, and a refused request leaves no key', async () => {
    const company = await testCompany()
    const { anna, note } = await house(company)
    expect(
      (await company.post('/interactions', { contactIds: [99], templateId: note, description: 'x' }, { key: 'k' }))
        .status,
    ).toBe(404)
    expect(
      (await company.post('/interactions', { contactIds: [anna], templateId: note, description: 'x' }, { key: 'k' }))
        .status,
    ).toBe(201)
    expect(
      (await company.post('/interactions', { contactIds: [anna], templateId: note, description: 'y' }, { key: 'k' }))
        .body.type,
    ).toBe('/problems/key-reused')
  })
})
