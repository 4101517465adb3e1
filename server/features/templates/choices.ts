import type { Choice } from '#kernel/filter/ast.ts'

/** Values of what a template presets and an interaction keeps, as people call them in a filter. */
export const kinds: readonly Choice[] = [
  { key: 'call', en: 'Call', it: 'Chiamata' },
  { key: 'meeting', en: 'Meeting', it: 'Riunione' },
  { key: 'letter', en: 'Letter', it: 'Lettera' },
  { key: 'mail', en: 'E-mail', it: 'E-mail' },
  { key: 'note', en: 'Note', it: 'Nota' },
  { key: 'document', en: 'Document', it: 'Documento' },
  { key: 'system', en: 'System', it: 'Sistema' },
]
export const flows: readonly Choice[] = [
  { key: 'outbound', en: 'Outbound', it: 'In uscita' },
  { key: 'inbound', en: 'Inbound', it: 'In entrata' },
]
export const initiators: readonly Choice[] = [
  { key: 'us', en: 'Us', it: 'Noi' },
  { key: 'them', en: 'Them', it: 'Loro' },
]
export const correspondence: readonly Choice[] = [
  { key: 'hardCopy', en: 'Hard Copy', it: 'Copia cartacea' },
  { key: 'email', en: 'E-mail', it: 'E-mail' },
]
export const actions: readonly Choice[] = [
  { key: 'open', en: 'Open', it: 'Apri' },
  { key: 'import', en: 'Import', it: 'Importa' },
  { key: 'merge', en: 'Merge', it: 'Unisci' },
]
