import { Parser } from 'htmlparser2'
import { decoded } from './decode.ts'
import type { TextSink } from './text.ts'
import { passXml } from './xml.ts'

/** Elements whose content is not written for people. */
const unread = new Set(['script', 'style', 'template', 'noscript', 'object', 'iframe', 'metadata'])
/** Elements that stand within a line (HTML, 4.5); all others end it. */
const inLine = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark o:p q s samp small span strike strong sub sup time tspan tt u var wbr'.split(
    ' ',
  ),
)

/** The text of a web page: neither scripts nor styles. */
export async function readHtml(bytes: Buffer, sink: TextSink): Promise<void> {
  const parser = htmlParser(sink)
  for await (const piece of decoded(bytes)) {
    parser.write(piece)
    if (sink.full) return
  }
  parser.end()
}

/** The same of a page that is at hand as text. */
export function readHtmlText(html: string, sink: TextSink): void {
  htmlParser(sink).end(html)
}

function htmlParser(sink: TextSink): Parser {
  let inUnread = 0
  return new Parser({
    onopentagname(name) {
      if (unread.has(name)) inUnread += 1
      else if (!inLine.has(name)) sink.add(name === 'td' || name === 'th' ? '\t' : '\n')
    },
    ontext(text) {
      if (inUnread === 0) sink.add(text.replaceAll('\n', ' '))
    },
    onclosetag(name) {
      if (unread.has(name)) inUnread -= 1
      else if (!inLine.has(name) && name !== 'td' && name !== 'th') sink.add('\n')
    },
  })
}

/** The text of an XML document, a drawing among them: a line for each element, neither scripts nor styles. @throws Refusal `damaged` */
export async function readXmlText(bytes: Buffer, sink: TextSink): Promise<void> {
  let inUnread = 0
  await passXml(
    decoded(bytes),
    {
      open(name) {
        if (unread.has(name)) inUnread += 1
      },
      text(text) {
        if (inUnread === 0 && text.trim() !== '') sink.add(text)
      },
      close(name) {
        if (unread.has(name)) inUnread -= 1
        else if (!inLine.has(name)) sink.add('\n')
      },
    },
    sink,
  )
}
