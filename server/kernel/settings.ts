import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'

const clone = fileURLToPath(new URL('../..', import.meta.url))
/** The database's account must reach its folder: as root a clone may lie under a closed home. */
const dataByDefault = process.getuid?.() === 0 ? '/var/lib/carteggio' : resolve(clone, 'data')

const Settings = Type.Object(
  {
    PORT: Type.Integer({
      minimum: 0,
      maximum: 65535,
      default: 4870,
      description: 'TCP port of the web page and the API',
    }),
    HOST: Type.String({ default: 'localhost', description: 'Address to listen on; 0.0.0.0 for all' }),
    PUBLIC_URL: Type.Optional(
      Type.String({
        pattern: '^https?://[^\\s]+$',
        description: 'Address under which people reach the page; used in links',
      }),
    ),
    DATABASE_URL: Type.Optional(
      Type.String({
        pattern: '^postgres(ql)?://',
        description: 'PostgreSQL server, 15 or newer; without it the embedded one',
      }),
    ),
    CARTEGGIO_DATA: Type.String({
      default: dataByDefault,
      description: 'Folder of the embedded database and of the files',
    }),
    CARTEGGIO_FILE_LIMIT_MB: Type.Integer({
      minimum: 1,
      maximum: 2048,
      default: 100,
      description: 'Largest attachment, in MiB',
    }),
    CARTEGGIO_SECRET: Type.Optional(
      Type.String({ minLength: 32, description: 'Key that signs cookies; without it one is made in the data folder' }),
    ),
    LOG_LEVEL: Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      default: 'info',
      description: 'How much is logged',
    }),
  },
  { additionalProperties: false },
)
export type Settings = Static<typeof Settings>

/** Settings that cannot be taken as they are; the message has one line for each. */
export class SettingsProblem extends Error {}

/** Reads every setting from the environment, once. @throws SettingsProblem */
export function readSettings(environment: Readonly<Record<string, string | undefined>> = process.env): Settings {
  const given = Object.fromEntries(
    Object.keys(Settings.properties).flatMap((name) => {
      const value = environment[name]
      return value === undefined || value === '' ? [] : [[name, value]]
    }),
  )
  const settings = Value.Convert(Settings, Value.Default(Settings, given))
  const wrong = [...Value.Errors(Settings, settings)].map(
    (error) => `  ${error.instancePath.slice(1)}: ${error.message}`,
  )
  if (wrong.length > 0) throw new SettingsProblem(wrong.join('\n'))
  const read = settings as Settings
  return { ...read, CARTEGGIO_DATA: resolve(read.CARTEGGIO_DATA.replace(/^~(?=\/|$)/, homedir())) }
}
