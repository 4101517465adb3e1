import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

const scheme = (name: string): Record<string, string> => {
  const block = css.split(`[data-mantine-color-scheme="${name}"]`)[1]?.split('}')[0] ?? ''
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, token = '', hex = '']) => [token, hex]),
  )
}

/** Relative luminance of WCAG 2.2. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['canvas', 'surface', 'sunken', 'hover', 'select']
const text: [string, string][] = [
  ...['text', 'text2', 'text3', 'accent-text'].flatMap((t) => grounds.map((g): [string, string] => [t, g])),
  ...['ok', 'warn', 'bad', 'info'].flatMap((t) => [...grounds, `${t}-soft`].map((g): [string, string] => [t, g])),
  ...['call', 'mail', 'letter', 'meeting', 'document', 'note'].map((t): [string, string] => [t, `${t}-soft`]),
  ['accent-text', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-bad', 'bad'],
  ['on-bad', 'bad-hover'],
  ['on-mark', 'mark'],
  ['surface', 'text'],
]
const edges: [string, string][] = ['control', 'accent'].flatMap((t) =>
  ['canvas', 'surface', 'sunken', 'select'].map((g): [string, string] => [t, g]),
)

describe.each(['light', 'dark'])('%s', (name) => {
  const colour = scheme(name)
  const of = (token: string) => colour[token] ?? `no token ${token}`
  test.each(text)('%s is readable on %s', (front, back) =>
    expect(contrast(of(front), of(back))).toBeGreaterThanOrEqual(4.5),
  )
  test.each(edges)('%s is seen on %s', (front, back) => expect(contrast(of(front), of(back))).toBeGreaterThanOrEqual(3))
})

test('both schemes name the same tokens', () =>
  expect(Object.keys(scheme('dark'))).toEqual(Object.keys(scheme('light'))))
