import { requireNode } from './node-version.mjs'

requireNode()
Promise.all([import('./install.mjs'), import('./build.mjs'), import('./child.mjs'), import('./messages.mjs')]).then(
  ([{ fail, install }, { buildPage }, { become }, { words }]) => {
    const node = install()
    if (!buildPage(node)) fail(words.buildFailed)
    become(node, ['server/main.ts', ...process.argv.slice(2)])
  },
)
