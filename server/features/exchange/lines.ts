/** Every way of ending a line becomes one line feed, also inside of cells; `\r\r\n` is one end, of a file that was converted twice. */
export async function* unixLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let held = ''
  for await (const piece of pieces) {
    const text = held + piece
    held = /\r+$/.exec(text)?.[0] ?? ''
    yield text.slice(0, text.length - held.length).replace(/\r*\n|\r/g, '\n')
  }
  yield held.replace(/\r/g, '\n')
}
