const en = {
  installing: 'Installing what Carteggio is made of (once, about a minute) …',
  building: 'Building the page …',
  installFailed:
    'The installation did not succeed; what npm says stands above. Often the network or the room on the disk is the cause. Start again when it is mended: it goes on by itself.',
  buildFailed: 'The page could not be built; the reason stands above.',
  /** @param {string} platform */
  noRuntime: (platform) =>
    `Carteggio brings Node.js 24 for Linux (x64 and arm64), not for ${platform}. Install Node.js 24 from https://nodejs.org and start again with it.`,
}

/** @type {typeof en} */
const it = {
  installing: 'Installo i componenti di Carteggio (una volta sola, circa un minuto) …',
  building: 'Preparo la pagina …',
  installFailed:
    "L'installazione non è riuscita; il motivo indicato da npm è qui sopra. Spesso dipende dalla rete o dallo spazio sul disco. Riavvia quando è risolto: riprende da sola.",
  buildFailed: 'Non è stato possibile preparare la pagina; il motivo è qui sopra.',
  noRuntime: (platform) =>
    `Carteggio include Node.js 24 per Linux (x64 e arm64), non per ${platform}. Installa Node.js 24 da https://nodejs.org e riavvia con quello.`,
}

/** What the launcher says, in the language of the console. */
export const words = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('it') ? it : en
