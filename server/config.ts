import { parseArgs } from 'node:util'
import { resolve } from 'node:path'
import { StartRefused } from './start-refused.ts'

/** How one run of the server was asked for; docs/api.md lists the flags. */
export type Settings = {
  /** 0 picks a free one */
  port: number
  host: string
  /** absolute path of the data folder */
  data: string
  /** origin under which others reach the server; null: found out */
  publicUrl: string | null
  /** fill an empty folder with the sample network */
  sample: boolean
  /** make a new one-time link for a facilitator */
  facilitatorLink: boolean
  /** what is logged to stderr; null: what suits where stderr goes */
  logLevel: LogLevel | null
}

const logLevels = ['error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof logLevels)[number]

export const usage = `Usage: npm start -- [flags]

  --port N            port to listen on (4321; 0 picks a free one)       SAMTAVLE_PORT
  --host ADDRESS      address to listen on (0.0.0.0: everyone nearby)     SAMTAVLE_HOST
  --data DIR          folder for everything that is kept (./data)         SAMTAVLE_DATA
  --public-url URL    where others reach this server                      SAMTAVLE_PUBLIC_URL
  --sample            fill an empty folder with the sample network        SAMTAVLE_SAMPLE=1
  --facilitator-link  print a new one-time link for a facilitator         SAMTAVLE_FACILITATOR_LINK=1
  --log-level LEVEL   error, warn, info or debug                          SAMTAVLE_LOG_LEVEL
  --help              this text`

const flags = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  'public-url': { type: 'string' },
  sample: { type: 'boolean' },
  'facilitator-link': { type: 'boolean' },
  'log-level': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

type Flag = keyof typeof flags

/**
 * Flags and environment to settings; a flag goes before its variable. `help` when that was asked for. Throws
 * `StartRefused` with exit code 2 and one sentence for what is unknown or makes no sense.
 */
export function readConfig(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Settings | 'help' {
  const given = parse(args)
  if (given.help) return 'help'
  const text = (flag: Flag): string | undefined => {
    const value = given[flag]
    return typeof value === 'string' ? value : env[variable(flag)] || undefined
  }
  const yes = (flag: Flag): boolean => given[flag] === true || readYes(variable(flag), env[variable(flag)])
  return {
    port: readPort(text('port') ?? '4321'),
    host: readHost(text('host') ?? '0.0.0.0'),
    data: readFolder(text('data') ?? 'data'),
    publicUrl: readUrl(text('public-url')),
    sample: yes('sample'),
    facilitatorLink: yes('facilitator-link'),
    logLevel: readLogLevel(text('log-level')),
  }
}

function parse(args: readonly string[]): Partial<Record<Flag, string | boolean>> {
  try {
    return parseArgs({ args: [...args], options: flags, strict: true, allowPositionals: false }).values
  } catch (error) {
    const [first = ''] = error instanceof Error ? error.message.split(/\.\s|\n/u) : []
    throw refuse(`${first.replace(/\.$/u, '')}; --help lists the flags.`)
  }
}

function variable(flag: Flag): string {
  return `SAMTAVLE_${flag.toUpperCase().replaceAll('-', '_')}`
}

function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw refuse(`The port must be a whole number from 0 to 65535, not '${text}'.`)
  }
  return port
}

function readHost(text: string): string {
  if (!/^[A-Za-z0-9.:_-]+$/.test(text)) throw refuse(`The host must be an address or a name, not '${text}'.`)
  return text
}

function readFolder(text: string): string {
  if (text.trim() === '') throw refuse('The data folder needs a name.')
  return resolve(text)
}

function readUrl(text: string | undefined): string | null {
  if (text === undefined) return null
  const url = URL.canParse(text) ? new URL(text) : null
  const isOrigin = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash
  if (!isOrigin || url.username || url.password) {
    throw refuse(`The public URL must look like https://tavle.example.org, not '${text}'.`)
  }
  return url.origin
}

function readYes(name: string, text: string | undefined): boolean {
  if (text === undefined || text === '' || text === '0' || text === 'false') return false
  if (text === '1' || text === 'true') return true
  throw refuse(`${name} must be 1 or 0, not '${text}'.`)
}

function readLogLevel(text: string | undefined): LogLevel | null {
  if (text === undefined) return null
  const level = logLevels.find((each) => each === text)
  if (!level) throw refuse(`The log level must be one of ${logLevels.join(', ')}, not '${text}'.`)
  return level
}

function refuse(sentence: string): StartRefused {
  return new StartRefused(sentence, 2)
}
