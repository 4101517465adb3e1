import { describe, expect, test } from 'vitest'
import { type Known, keysOf, reasonsOf, type Typed } from './sameness.ts'

const nothing: Typed = { name: '', email: '', phone: '', vatNo: '', country: 'IT' }
const acme: Known = {
  id: 1,
  no: 'CT1',
  name: 'Acme Valvole S.r.l.',
  email: 'info@acme.example; sales@acme.example',
  email2: 'Office@Acme.example',
  phone: '+390721551234',
  mobilePhone: '0039 347 1234567',
  vatNo: '12345670017',
  country: null,
}
const found = (typed: Partial<Typed>) => reasonsOf(keysOf({ ...nothing, ...typed }), acme, 'IT')

describe('a contact that is being typed is known again', () => {
  test.each<[Partial<Typed>, string[]]>([
    [{ vatNo: 'IT 1234 5670 017' }, ['vatNo']],
    [{ vatNo: '12345670017', country: 'FR' }, []],
    [{ email: ' SALES@acme.example' }, ['email']],
    [{ email: 'office@acme.example' }, ['email']],
    [{ email: 'sales@acme.exampl' }, []],
    [{ phone: '0721 55 12 34' }, ['phone']],
    [{ phone: '+39 0721-551234' }, ['phone']],
    [{ phone: '347/1234567' }, ['phone']],
    [{ phone: '0721 551235' }, []],
    [{ name: 'acme valvole' }, ['name']],
    [{ name: 'ACME' }, ['name']],
    [{ name: 'Valvolle Acme srl' }, ['name']],
    [{ name: 'Acme Pompe' }, []],
    [{ name: 'S.r.l.' }, []],
    [
      { name: 'Acme', email: 'info@acme.example', phone: '0721551234', vatNo: '12345670017' },
      ['vatNo', 'email', 'phone', 'name'],
    ],
  ])('%j: %j', (typed, expected) => {
    expect(found(typed)).toEqual(expected)
  })

  test('not by what is hardly begun', () => {
    for (const typed of [{ name: 'Ac' }, { email: 'info' }, { phone: '1234' }, { vatNo: '17' }, {}])
      expect(found(typed), JSON.stringify(typed)).toEqual([])
  })
})
