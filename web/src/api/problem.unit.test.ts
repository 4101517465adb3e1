import { expect, test } from 'vitest'
import { Problem } from './problem'

test('a refusal is told by its type, its sentence and its fields', () => {
  const problem = new Problem(
    {
      type: '/problems/field-invalid',
      title: 'Not right',
      detail: 'This is not right',
      instance: 'a1',
      errors: [{ pointer: '/address/city', type: 'minLength', detail: 'The city is missing', values: { limit: 1 } }],
    },
    422,
  )
  expect([problem.type, problem.status, problem.message, problem.instance]).toEqual([
    'field-invalid',
    422,
    'This is not right',
    'a1',
  ])
  expect(problem.fields).toEqual({ 'address.city': 'The city is missing' })
})

test('an answer that is no problem document still says something', () => {
  expect(new Problem('<html>', 502).message).toContain('502')
  expect(new Problem(null, 0).type).toBe('no-answer')
  expect(new Problem({ errors: ['?'] }, 400).errors).toEqual([{ pointer: '', type: 'unknown', detail: '', values: {} }])
})
