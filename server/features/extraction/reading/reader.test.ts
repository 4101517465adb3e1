import { afterAll, expect, test } from 'vitest'
import { zipOf } from '#tests/files.ts'
import { docx, folderForFiles, pageText, paragraph, pdfOf, pptx, relations, wordFile, xlsx } from '#tests/made-files.ts'
import { startReader } from './reader.ts'

const folder = folderForFiles()
const reader = startReader()
afterAll(async () => {
  await reader.stop()
  folder.remove()
})

const timeout = 30_000
const read = (name: string, mediaType: string, content: string | Buffer) =>
  reader.read(folder.file(name, mediaType, content))
const whole = (text: string) => ({ state: 'read', cut: false, parts: [{ place: null, text }] })
const parts = (kind: string, ...texts: [string, string][]) => ({
  state: 'read',
  cut: false,
  parts: texts.map(([value, text]) => ({ place: { kind, value }, text })),
})

test('a Word document is read with its notes, without what was deleted and codes of fields', { timeout }, async () => {
  const body = `${paragraph('Gentile cliente,')}<w:p><w:r><w:t>la</w:t><w:tab/><w:t>fattura</w:t></w:r><w:del><w:r><w:delText>no</w:delText></w:r></w:del><w:r><w:instrText>MERGEFIELD x</w:instrText></w:r></w:p>`
  const file = zipOf({
    'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    'word/footnotes.xml': `<w:footnotes xmlns:w="w">${paragraph('nota')}</w:footnotes>`,
  })
  expect(await read('a.docx', docx, file)).toEqual(whole('Gentile cliente,\nla fattura\nnota'))
})

test('of two ways to draw a text box only one is read', { timeout }, async () => {
  const box = (name: string) => `<mc:${name} xmlns:mc="m">${paragraph('riquadro')}</mc:${name}>`
  expect(await read('a.docx', docx, wordFile(box('Choice') + box('Fallback')))).toEqual(whole('riquadro'))
})

test('a workbook is read sheet by sheet, a line for each row', { timeout }, async () => {
  const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`
  const file = zipOf({
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Vendite" r:id="a"/><sheet name="Costi" r:id="b"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relations(
      ['a', 'worksheet', 'worksheets/sheet2.xml'],
      ['b', 'worksheet', 'worksheets/sheet1.xml'],
      ['c', 'sharedStrings', 'sharedStrings.xml'],
    ),
    'xl/sharedStrings.xml': '<sst><si><t>Rossi</t></si></sst>',
    'xl/worksheets/sheet2.xml': sheet('<row><c t="s"><v>0</v></c><c><v>12.5</v></c></row><row><c><v>7</v></c></row>'),
    'xl/worksheets/sheet1.xml': sheet('<row><c t="inlineStr"><is><t>affitto</t></is></c></row>'),
  })
  expect(await read('a.xlsx', xlsx, file)).toEqual(parts('sheet', ['Vendite', 'Rossi 12.5\n7'], ['Costi', 'affitto']))
})

test('slides are counted as they are shown, each with its notes', { timeout }, async () => {
  const slide = (text: string) => `<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`
  const file = zipOf({
    'ppt/presentation.xml':
      '<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst><p:sldId id="256" r:id="x"/><p:sldId id="257" r:id="y"/></p:sldIdLst></p:presentation>',
    'ppt/_rels/presentation.xml.rels': relations(
      ['y', 'slide', 'slides/slide1.xml'],
      ['x', 'slide', 'slides/slide2.xml'],
    ),
    'ppt/slides/slide1.xml': slide('Grazie'),
    'ppt/slides/slide2.xml': slide('Offerta 2026'),
    'ppt/slides/_rels/slide1.xml.rels': relations(['n', 'notesSlide', '../notesSlides/notesSlide1.xml']),
    'ppt/notesSlides/notesSlide1.xml': slide('salutare'),
  })
  expect(await read('a.pptx', pptx, file)).toEqual(parts('slide', ['1', 'Offerta 2026'], ['2', 'Grazie\nsalutare']))
})

const openDocument = (kind: string, content: string, more: Record<string, string> = {}) =>
  zipOf({
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    'content.xml': `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:draw="d" xmlns:number="n"><office:styles><number:text>stile</number:text></office:styles><office:body><office:${kind}>${content}</office:${kind}></office:body></office:document-content>`,
    ...more,
  })
const odf = 'application/vnd.oasis.opendocument'

test('OpenDocument: text without what was deleted, sheets, slides', { timeout }, async () => {
  const text =
    '<text:tracked-changes><text:p>tolto</text:p></text:tracked-changes><text:h>Titolo</text:h><text:p>due<text:s/>parole</text:p>'
  expect(await read('a.odt', `${odf}.text`, openDocument('text', text))).toEqual(whole('Titolo\ndue parole'))
  const cell = (value: string) => `<table:table-cell><text:p>${value}</text:p></table:table-cell>`
  const table = `<table:table table:name="Foglio 1"><table:table-row>${cell('a')}${cell('b')}</table:table-row><table:table-row>${cell('c')}</table:table-row></table:table>`
  const sheets = await read('a.ods', `${odf}.spreadsheet`, openDocument('spreadsheet', table))
  expect(sheets).toEqual(parts('sheet', ['Foglio 1', 'a b\nc']))
  const pages = '<draw:page><text:p>uno</text:p></draw:page><draw:page><text:p>due</text:p></draw:page>'
  const slides = await read('a.odp', `${odf}.presentation`, openDocument('presentation', pages))
  expect(slides).toEqual(parts('slide', ['1', 'uno'], ['2', 'due']))
})

test('a PDF is read page by page; a page without text is no part', { timeout }, async () => {
  const file = pdfOf([pageText('Fattura n. 12'), '', pageText('Totale 100 \\200')])
  expect(await read('a.pdf', 'application/pdf', file)).toEqual(
    parts('page', ['1', 'Fattura n. 12'], ['3', 'Totale 100 €']),
  )
})

test('a mail gives subject, people, names of attachments and text; of HTML only what is to be read', {
  timeout,
}, async () => {
  const mail = [
    'From: =?utf-8?q?Nicol=C3=B2?= <nicolo@example.it>',
    'To: ufficio@example.it',
    'Subject: =?iso-8859-1?q?Citt=E0?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<html><style>p { color: red }</style><script>alert(1)</script><p>Buongiorno</p><p>a&nbsp;presto</p></html>',
    '--b',
    'Content-Type: application/pdf; name="preventivo.pdf"',
    'Content-Disposition: attachment; filename="preventivo.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    'c2VncmV0bw==',
    '--b--',
  ].join('\r\n')
  const reading = await read('a.eml', 'message/rfc822', mail)
  const text = reading.state === 'read' ? (reading.parts[0]?.text ?? '') : reading.state
  const lines = text.split('\n').filter((line) => line !== '')
  expect(lines).toEqual([
    'Città',
    expect.stringContaining('Nicolò'),
    'ufficio@example.it',
    'preventivo.pdf',
    'Buongiorno',
    'a presto',
  ])
})

test('a mailbox file gives all its mails', { timeout }, async () => {
  const mail = (text: string) =>
    `From a@example.it Mon Jan  5 10:00:00 2026\nFrom: a@example.it\nSubject: ${text}\n\ncorpo ${text}\n\n`
  const reading = await read('a.mbox', 'message/rfc822', mail('uno') + mail('due'))
  expect(reading).toEqual(whole('uno\na@example.it\ncorpo uno\n\ndue\na@example.it\ncorpo due'))
})

test('web page and drawing: text, neither scripts nor styles', { timeout }, async () => {
  const page =
    '<!doctype html><html><head><title>Listino</title><script>rubare()</script><style>b{}</style></head><body><p>prezzo <b>n</b>uovo &amp; <!-- nota -->bello</p><td>1</td><td>2</td></body></html>'
  expect(await read('a.html', 'text/html', page)).toEqual(whole('Listino\n\nprezzo nuovo & bello\n1 2'))
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg"><script><![CDATA[rubare()]]></script><style>b{}</style><title>Logo</title><text>Ditta <tspan>Bianchi</tspan></text></svg>'
  expect(await read('a.svg', 'image/svg+xml', drawing)).toEqual(whole('Logo\nDitta Bianchi'))
})

test('the character set is found: UTF-8, UTF-16, Windows, or what a page or a document says of itself', {
  timeout,
}, async () => {
  const latin2 = (text: string) => Buffer.from(text.replace('ł', '\xb3'), 'latin1')
  expect(await read('a.txt', 'text/plain', 'perché')).toEqual(whole('perché'))
  expect(await read('b.txt', 'text/plain;charset=utf-16le', Buffer.from('\ufeffperché', 'utf16le'))).toEqual(
    whole('perché'),
  )
  expect(await read('c.txt', 'text/plain;charset=windows-1252', Buffer.from('perch\xe9 \x80', 'latin1'))).toEqual(
    whole('perché €'),
  )
  expect(await read('d.html', 'text/html', latin2('<meta charset="iso-8859-2"><p>słowo</p>'))).toEqual(whole('słowo'))
  expect(
    await read('e.xml', 'application/xml', latin2('<?xml version="1.0" encoding="ISO-8859-2"?><a>słowo</a>')),
  ).toEqual(whole('słowo'))
})

test('RTF: text with its letters, without fonts, pictures and codes of fields', { timeout }, async () => {
  const rtf = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator X;}{\info{\title no}}Citt\'e0 \b di\b0  Trieste\par {\uc1 \u8364?}{\field{\*\fldinst MERGEFIELD}{\fldrslt Rossi}}{\pict 00ff}}`
  expect(await read('a.rtf', 'application/rtf', rtf)).toEqual(whole('Città di Trieste\n€Rossi'))
})

test('what a signature envelope holds is read, whole or in Base64', { timeout }, async () => {
  const signed = (...pieces: string[]) =>
    Buffer.concat([
      Buffer.from('308006092a864886f70d010702a0803080020101310006092a864886f70d010701a0802480', 'hex'),
      ...pieces.flatMap((piece) => [Buffer.of(0x04, piece.length), Buffer.from(piece)]),
      Buffer.alloc(12),
    ])
  const envelope = signed('<Fattura><Nome>Ros', 'si</Nome></Fattura>')
  expect(await read('a.xml.p7m', 'application/octet-stream', envelope)).toEqual(whole('Rossi'))
  expect(await read('b.xml.p7m', 'text/plain', envelope.toString('base64'))).toEqual(whole('Rossi'))
  expect(await read('c.p7m', 'application/octet-stream', Buffer.of(0x30, 1, 2, 3))).toEqual({
    state: 'refused',
    reason: 'damaged',
  })
})

test('a file is what its content is, whatever its name ends in', { timeout }, async () => {
  expect(await read('a.pdf', docx, wordFile(paragraph('lettera')))).toEqual(whole('lettera'))
  expect(await read('b.docx', 'application/pdf', pdfOf([pageText('pagina')]))).toEqual(parts('page', ['1', 'pagina']))
})

test('nothing in it: empty', { timeout }, async () => {
  expect(await read('a.txt', 'text/plain', '')).toEqual({ state: 'empty' })
  expect(await read('b.txt', 'text/plain', ' \r\n\t\0 ')).toEqual({ state: 'empty' })
  expect(await read('c.pdf', 'application/pdf', pdfOf(['']))).toEqual({ state: 'empty' })
})

const hash = `<${'5a'.repeat(32)}>`
const password = `/Encrypt<</Filter/Standard/V 1/R 2/O${hash}/U${hash}/P -4>>/ID[<00><00>]`
test.each([
  ['a.png', 'image/png', 'x', 'unsupported'],
  ['a.zip', 'application/zip', zipOf({ 'a.txt': 'testo' }), 'unsupported'],
  ['a.doc', 'application/x-cfb', 'WordDocument', 'unsupported'],
  ['b.docx', 'application/x-cfb', Buffer.from('EncryptedPackage', 'utf16le'), 'encrypted'],
  [
    'a.odt',
    `${odf}.text`,
    openDocument('text', '', { 'META-INF/manifest.xml': '<manifest><encryption-data/></manifest>' }),
    'encrypted',
  ],
  ['c.docx', docx, wordFile(paragraph('a')).subarray(0, 100), 'damaged'],
  ['d.docx', docx, wordFile('<w:p>'), 'damaged'],
  ['b.pdf', 'application/pdf', '%PDF-1.4 niente', 'damaged'],
  ['c.pdf', 'application/pdf', pdfOf([pageText('a')], { trailer: password }), 'encrypted'],
] as const)('%s (%s) is refused', { timeout }, async (name, mediaType, content, reason) => {
  expect(await read(name, mediaType, content)).toEqual({ state: 'refused', reason })
})

test('files asked for at the same time are read one after another, each with its own answer', { timeout }, async () => {
  const names = Array.from({ length: 20 }, (_, at) => `numero ${at}`)
  const readings = await Promise.all(names.map((name) => read(`${name}.txt`, 'text/plain', name)))
  expect(readings).toEqual(names.map(whole))
})

test('a file that is not there is told as such, and the next one is read', { timeout }, async () => {
  const gone = { path: '/nowhere/a.txt', mediaType: 'text/plain', name: 'a.txt' }
  await expect(reader.read(gone)).rejects.toThrow('ENOENT')
  expect(await read('a.txt', 'text/plain', 'avanti')).toEqual(whole('avanti'))
})
