import { requireNode } from './node-version.mjs'

requireNode()
Promise.all([import('./install.mjs'), import('./child.mjs')]).then(([{ install }, { become }]) => {
  become(install(), process.argv.slice(2))
})
