import { StartRefused } from './start-refused.ts'
import { StartFailure } from './store/start-failure.ts'

/** One sentence for a start that failed as starts do; null for what nobody expected. */
export function startSentence(error: unknown, port: number, host: string): string | null {
  if (error instanceof StartRefused) return error.message
  if (error instanceof StartFailure) return storeSentence(error)
  const code = error instanceof Error && 'code' in error ? error.code : null
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken: stop the other program, or choose another port with --port.`
    case 'EACCES':
      return `Port ${port} may not be used by this user: choose one above 1023 with --port.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `This machine has no address ${host}: choose another with --host.`
    default:
      return null
  }
}

function storeSentence({ kind, folder }: StartFailure): string {
  switch (kind) {
    case 'folderNotWritable':
      return `The data folder ${folder} can't be written: choose another with --data, or change who may write to it.`
    case 'folderInUse':
      return `The data folder ${folder} is in use by another Samtavle: stop that one, or choose another folder with --data.`
    case 'newerVersion':
      return `The data folder ${folder} was written by a newer version of Samtavle: start that version, or choose another folder with --data.`
    case 'storeBroken':
      return `The database in ${folder} can't be read: put it back from a backup, or choose another folder with --data.`
  }
}
