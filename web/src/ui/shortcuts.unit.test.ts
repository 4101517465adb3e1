import { expect, test } from 'vitest'
import { comboOf } from './shortcuts'

const pressed = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

test.each([
  [{ key: 'l' }, 'L'],
  [{ key: 'L', shiftKey: true }, 'Shift+L'],
  [{ key: '?', shiftKey: true }, '?'],
  [{ key: '/', shiftKey: true }, '/'],
  [{ key: 'k', ctrlKey: true }, 'Ctrl+K'],
  [{ key: 'k', metaKey: true }, 'Ctrl+K'],
  [{ key: 'q', altKey: true }, 'Alt+Q'],
  [{ key: ' ' }, 'Space'],
  [{ key: 'ArrowDown', shiftKey: true }, 'Shift+ArrowDown'],
  [{ key: 'Enter', ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+Enter'],
])('%j is %s', (event, combo) => expect(comboOf({ ...pressed, ...event })).toBe(combo))
