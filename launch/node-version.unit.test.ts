import { expect, test } from 'vitest'
import { nodeProblem } from './node-version.mjs'

test.each(['20.19.0', '20.20.2', '22.0.0', '24.21.0', '100.0.0'])('Node %s will do', (version) => {
  expect(nodeProblem(version, 'en-US')).toBeUndefined()
})

test.each(['8.17.0', '18.20.4', '20.18.3', '20.9.0'])('Node %s is refused with what to do', (version) => {
  expect(nodeProblem(version, 'en-US')).toMatch(`needs Node.js 20.19 or newer, and this is ${version}. Install`)
  expect(nodeProblem(version, 'it')).toMatch(`richiede Node.js 20.19 o successivo, questo è il ${version}. Installane`)
})
