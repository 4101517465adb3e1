/** Why the embedded database does not start, in words for whoever reads the console. */
const en = {
  'folder-in-use': ({ folder, pid }: Values) =>
    `Another Carteggio (process ${pid}) already uses the data folder ${folder}. Stop it, or set CARTEGGIO_DATA to another folder.`,
  'disk-full': ({ folder }: Values) =>
    `The disk that holds ${folder} is full. Free some space and start again; nothing that was recorded is lost.`,
  'folder-not-writable': ({ folder, account }: Values) =>
    `The data folder ${folder} cannot be written by ${account}. Change its owner or permissions (those of the folders above it too), or set CARTEGGIO_DATA to another folder.`,
  'folder-closed': ({ folder }: Values) =>
    `PostgreSQL does not run as root, so Carteggio starts it as another account, and that one cannot enter ${folder}. Open the folders above it to others (chmod o+x), or set CARTEGGIO_DATA to a folder outside of root's home, such as /var/lib/carteggio.`,
  'account-unknown': ({ uid }: Values) =>
    `PostgreSQL refuses to run as user number ${uid}, because that number has no name. Add a line for it to /etc/passwd, start as another user, or set DATABASE_URL to a PostgreSQL server.`,
  'other-version': ({ folder, found, needed }: Values) =>
    `The data folder ${folder} was made by PostgreSQL ${found}, and this Carteggio brings PostgreSQL ${needed}. Start it with the Carteggio that made it, or set CARTEGGIO_DATA to another folder.`,
  'platform-unsupported': ({ platform }: Values) =>
    `Carteggio brings a database for Linux (x64 and arm64, glibc), not for ${platform}. Set DATABASE_URL to a PostgreSQL server, version 15 or newer.`,
  'port-taken': ({ port }: Values) =>
    `Port ${port} is taken by another program. Stop that one, or choose another port with PORT.`,
  'settings-wrong': ({ settings }: Values) => `These settings are wrong:\n${settings}`,
  'server-unreachable': ({ output }: Values) =>
    `The PostgreSQL server of DATABASE_URL cannot be used. It says: ${output}`,
  'database-newer': ({ migration }: Values) =>
    `The database was last used by a newer Carteggio: it knows ${migration}, this version does not. Start the newer version.`,
  'server-too-old': ({ version }: Values) =>
    `The PostgreSQL server of DATABASE_URL is version ${version}. Carteggio needs version 15 or newer.`,
  'database-ended': ({ times, log }: Values) =>
    `The database ended by itself ${times} times within an hour and is not started again, so Carteggio ends too. Its log is in ${log}. npm start starts both; nothing that was recorded is lost.`,
  'engine-failed': ({ folder, output }: Values) =>
    `The database in ${folder} did not start. PostgreSQL says:\n${output}`,
}

const it: typeof en = {
  'folder-in-use': ({ folder, pid }) =>
    `Un altro Carteggio (processo ${pid}) usa già la cartella dei dati ${folder}. Fermalo, oppure indica un'altra cartella con CARTEGGIO_DATA.`,
  'disk-full': ({ folder }) =>
    `Il disco che contiene ${folder} è pieno. Libera spazio e riavvia; nulla di quanto registrato è andato perso.`,
  'folder-not-writable': ({ folder, account }) =>
    `${account} non può scrivere nella cartella dei dati ${folder}. Cambia proprietario o permessi (anche delle cartelle superiori), oppure indica un'altra cartella con CARTEGGIO_DATA.`,
  'folder-closed': ({ folder }) =>
    `PostgreSQL non si avvia come root, perciò Carteggio lo avvia con un altro utente, che però non può entrare in ${folder}. Apri agli altri le cartelle superiori (chmod o+x), oppure indica con CARTEGGIO_DATA una cartella fuori da quella di root, per esempio /var/lib/carteggio.`,
  'account-unknown': ({ uid }) =>
    `PostgreSQL non si avvia come utente numero ${uid}, perché quel numero non ha un nome. Aggiungi una riga a /etc/passwd, avvia come altro utente, oppure indica un server PostgreSQL con DATABASE_URL.`,
  'other-version': ({ folder, found, needed }) =>
    `La cartella dei dati ${folder} è stata creata da PostgreSQL ${found}, mentre questo Carteggio usa PostgreSQL ${needed}. Avviala con il Carteggio che l'ha creata, oppure indica un'altra cartella con CARTEGGIO_DATA.`,
  'platform-unsupported': ({ platform }) =>
    `Carteggio include un database per Linux (x64 e arm64, glibc), non per ${platform}. Indica un server PostgreSQL, versione 15 o successiva, con DATABASE_URL.`,
  'port-taken': ({ port }) =>
    `La porta ${port} è occupata da un altro programma. Fermalo, oppure scegli un'altra porta con PORT.`,
  'settings-wrong': ({ settings }) => `Queste impostazioni non vanno bene:\n${settings}`,
  'server-unreachable': ({ output }) => `Il server PostgreSQL di DATABASE_URL non si può usare. Dice: ${output}`,
  'database-newer': ({ migration }) =>
    `Il database è stato usato da un Carteggio più recente: conosce ${migration}, questa versione no. Avvia la versione più recente.`,
  'server-too-old': ({ version }) =>
    `Il server PostgreSQL di DATABASE_URL è la versione ${version}. Carteggio richiede la versione 15 o successiva.`,
  'database-ended': ({ times, log }) =>
    `Il database è terminato da solo ${times} volte in un'ora e non viene più riavviato, perciò termina anche Carteggio. Il suo log è in ${log}. npm start li avvia entrambi; nulla di quanto registrato è andato perso.`,
  'engine-failed': ({ folder, output }) => `Il database in ${folder} non si è avviato. PostgreSQL dice:\n${output}`,
}

type Values = Record<string, string | number>
export type Reason = keyof typeof en

/** The sentence in the language of the console (LC_ALL, LC_MESSAGES, LANG), English when that is not Italian. */
export function sentence(
  reason: Reason,
  values: Values,
  locale = Intl.DateTimeFormat().resolvedOptions().locale,
): string {
  return (locale.startsWith('it') ? it : en)[reason](values)
}
