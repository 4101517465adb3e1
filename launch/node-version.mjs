// Read by any Node, however old: nothing newer than ES2015 here and in the three files that start with it.
const floor = { major: 20, minor: 19 }

/**
 * What is wrong with the Node that runs us, in the language of the console.
 * @param {string} version as in process.versions.node
 * @param {string} locale
 * @returns {string | undefined} a sentence, or nothing when it will do
 */
export function nodeProblem(version, locale) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > floor.major || (major === floor.major && minor >= floor.minor)) return undefined
  const needed = `${floor.major}.${floor.minor}`
  return locale.startsWith('it')
    ? `Carteggio richiede Node.js ${needed} o successivo, questo è il ${version}. Installane uno più recente da https://nodejs.org e riprova.`
    : `Carteggio needs Node.js ${needed} or newer, and this is ${version}. Install a newer one from https://nodejs.org and try again.`
}

/** Ends the process with a sentence when its Node is too old. */
export function requireNode() {
  const problem = nodeProblem(process.versions.node, Intl.DateTimeFormat().resolvedOptions().locale)
  if (problem) {
    console.error(problem)
    process.exit(1)
  }
}
