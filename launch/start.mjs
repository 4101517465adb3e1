import { requireNode } from './node-version.mjs'

requireNode()
Promise.all([
  import('./install.mjs'),
  import('./build.mjs'),
  import('./child.mjs'),
  import('./messages.mjs'),
  import('./server.mjs'),
]).then(([{ fail, install }, { buildPage }, { become }, { words }, { server }]) => {
  const node = install()
  if (!buildPage(node)) fail(words.buildFailed)
  become(node, [...server, ...process.argv.slice(2)])
})
