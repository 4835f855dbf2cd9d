import { parseArgs } from 'node:util'
import { resolve } from 'node:path'
import { backUp } from './back-up.ts'
import { lookAt } from './look-at.ts'
import { Refused } from './refused.ts'
import { restore } from './restore.ts'
import { isWhole, type Verdict } from './verify.ts'
import { sizeInWords, verdictLines } from './verdict-lines.ts'

const usage = {
  backup: `Usage: npm run backup -- FILE [--data DIR]

  FILE        the backup: one file, which must not be there yet
  --data DIR  the data folder (./data)                              SAMTAVLE_DATA

Makes one consistent file of everything, also while Samtavle runs, and checks it.`,
  restore: `Usage: npm run restore -- FILE [--data DIR] [--even-damaged]

  FILE            a backup made by npm run backup
  --data DIR      the folder to make, missing or empty (./data)     SAMTAVLE_DATA
  --even-damaged  take what there is of a damaged backup

Checks the backup first. Nothing that is there already is written over.`,
  verify: `Usage: npm run verify [-- FILE] [--data DIR]

  FILE        a backup to check in place of the data folder
  --data DIR  the data folder (./data)                              SAMTAVLE_DATA

Checks every document, also while Samtavle runs, and changes nothing.`,
} as const

export type Task = keyof typeof usage

/** What is said at the terminal, and the exit code: 0 all is well, 1 refused or damaged, 2 asked for what it does not know. */
export type Said = { code: number; stdout: string; stderr: string }

/** Whether there is such a task. */
export function isTask(name: string | undefined): name is Task {
  return name !== undefined && Object.hasOwn(usage, name)
}

/** Does one of the three, with the arguments after its name. What was refused is one sentence. */
export async function runTask(
  task: Task,
  args: string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<Said> {
  try {
    return await run(task, args, env)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { code: error.exitCode, stdout: '', stderr: `Samtavle: ${error.message}\n` }
  }
}

function run(task: Task, args: string[], env: Readonly<Record<string, string | undefined>>): Said | Promise<Said> {
  const { values, positionals } = parse(task, args)
  if (values.help) return say(usage[task], 0)
  const [file, ...more] = positionals
  if (more.length > 0) throw misused(task, 'One file is enough')
  const folder = resolve(values.data ?? (env['SAMTAVLE_DATA'] || 'data'))
  if (task === 'verify') return runVerify(file ?? folder)
  if (file === undefined) throw misused(task, 'The backup needs the name of a file')
  if (task === 'backup') return runBackup(folder, file)
  return runRestore(file, folder, values['even-damaged'] === true)
}

async function runBackup(folder: string, name: string): Promise<Said> {
  const { file, bytes, verdict, listed } = await backUp({ folder, file: name, now: Date.now() })
  const whole = isWhole(verdict)
  const lines = [
    `The backup is in ${file}, ${sizeInWords(bytes)}: ${contentOf(verdict)}. It is checked and on disk.`,
    verdict.key === 'right'
      ? 'It holds the key too. Whoever has the file can read every board and print every card: keep it like the cards themselves, and only its owner may read it (0600).'
      : 'There is no right key in it: a restored folder has every board, but cards and links must be made again.',
  ]
  if (!listed) lines.push(`It could not be noted in ${folder}, so «last backup» there will not know of it.`)
  if (!whole) lines.push('Something in the data folder is DAMAGED, and so in this backup: npm run verify says what.')
  return say(lines.join('\n'), whole ? 0 : 1)
}

async function runRestore(file: string, folder: string, evenDamaged: boolean): Promise<Said> {
  const { at, verdict } = await restore({ file, folder, evenDamaged })
  const whole = isWhole(verdict)
  const lines = [
    `${folder} holds the backup of ${new Date(at).toLocaleString('sv-SE')} now: ${contentOf(verdict)}.`,
    verdict.key === 'right'
      ? 'The key came along: the cards that are printed work, and so do people’s sessions.'
      : 'There was no right key in it: make an empty file samtavle.key there before starting, and cards and links anew.',
    `Start it with: npm start -- --data ${folder}`,
  ]
  if (!whole) lines.push('Something in it is DAMAGED: npm run verify says what.')
  return say(lines.join('\n'), whole ? 0 : 1)
}

function runVerify(path: string): Said {
  const { verdict, names } = lookAt(resolve(path))
  return say(verdictLines(verdict, names).join('\n'), isWhole(verdict) ? 0 : 1)
}

function contentOf({ documents }: Verdict): string {
  const teams = documents.filter(({ id }) => id.startsWith('team:')).length
  const changes = documents.reduce((sum, { rows }) => sum + rows, 0)
  const versions = documents.reduce((sum, each) => sum + each.versions, 0)
  return `${documents.length} documents (${teams} of teams), ${changes} changes and ${versions} versions`
}

function parse(task: Task, args: string[]) {
  const data = { type: 'string' } as const
  const help = { type: 'boolean', short: 'h' } as const
  const flags = { data, help, ...(task === 'restore' ? { 'even-damaged': { type: 'boolean' } as const } : {}) }
  try {
    return parseArgs({ args, options: flags, strict: true, allowPositionals: true })
  } catch (error) {
    const [first = ''] = error instanceof Error ? error.message.split(/\.\s|\n/u) : []
    throw misused(task, first.replace(/\.$/u, ''))
  }
}

function misused(task: Task, what: string): Refused {
  return new Refused(`${what}; npm run ${task} -- --help says how.`, { exitCode: 2 })
}

function say(text: string, code: number): Said {
  return { code, stdout: `${text}\n`, stderr: '' }
}
