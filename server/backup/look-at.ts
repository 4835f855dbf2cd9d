import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { keyFileName } from '../access/key.ts'
import { readBackupInfo } from './backup-info.ts'
import { readDatabase, reason } from './read-database.ts'
import { Refused } from './refused.ts'
import { documentNames } from './verdict-lines.ts'
import { verifyDatabase, type Verdict } from './verify.ts'

/** Checks a data folder or a backup, with what its documents are called. Throws `Refused` for what is neither. */
export function lookAt(path: string): { verdict: Verdict; names: Map<string, string> } {
  const db = readDatabase(path)
  try {
    const key = statSync(path).isDirectory() ? keyIn(path) : (readBackupInfo(db)?.key ?? null)
    return { verdict: verifyDatabase(db, key), names: documentNames(db) }
  } finally {
    db.close()
  }
}

function keyIn(folder: string): Uint8Array | null {
  try {
    return readFileSync(join(folder, keyFileName))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new Refused(`The key file in ${folder} can't be read: ${reason(error)}.`, { cause: error })
  }
}
