import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartFailure, type StartFailureKind } from '../start-failure.ts'
import { migrateSql, sqlVersion, sqlVersionOf } from './schema.ts'

/** SQLite's primary result codes that tell the start failures apart. */
const busy = 5
/** PERM, READONLY, IOERR, FULL, CANTOPEN, AUTH: the file may be in order, but not for us, not now. */
const notWritable = [3, 8, 10, 13, 14, 23]

/** The database's name in the data folder. */
export const databaseName = 'samtavle.db'

/** How long a write waits for another program that has the file, such as an inspection by hand. */
export const busyTimeoutMs = 5_000

export type OpenDatabase = { db: DatabaseSync; close(): void }

/**
 * Takes the folder for this process and opens its database, made if missing (folder 0700, files 0600).
 * Throws `StartFailure`; then the folder is as it was.
 */
export function openDatabase(folder: string): OpenDatabase {
  makeFolder(folder)
  const lock = takeLock(folder)
  let db: DatabaseSync | null = null
  try {
    db = new DatabaseSync(makeFile(join(folder, databaseName)), { timeout: busyTimeoutMs })
    if (sqlVersionOf(db) > sqlVersion) throw new StartFailure('newerVersion', folder)
    for (const pragma of pragmas) db.exec(`PRAGMA ${pragma}`)
    migrateSql(db)
    // A read-only file opens without a word: only a write tells.
    db.exec('UPDATE probe SET count = count + 1')
  } catch (error) {
    db?.close()
    lock.close()
    throw startFailure(folder, error)
  }
  const opened = db
  return {
    db: opened,
    close: () => {
      opened.close()
      lock.close()
    },
  }
}

/** `fullfsync` is what makes fsync mean it on macOS; elsewhere SQLite ignores it. */
const pragmas = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'fullfsync = ON',
  'checkpoint_fullfsync = ON',
  'foreign_keys = ON',
  'journal_size_limit = 67108864',
]

function makeFolder(folder: string): void {
  try {
    const made = mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (made !== undefined) syncFolder(dirname(made))
  } catch (error) {
    throw new StartFailure('folderNotWritable', folder, error)
  }
}

/** So that the new folder's own name survives a power cut. Windows cannot, and does not need to. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function makeFile(path: string): string {
  closeSync(openSync(path, 'a', 0o600))
  return path
}

/**
 * A second SQLite file whose exclusive lock is held as long as the process lives. The operating system lets
 * go of it with the process, so a `kill -9` leaves nothing to clean up. The database itself stays open to
 * others' reading, for back-ups.
 */
function takeLock(folder: string): DatabaseSync {
  let lock: DatabaseSync | null = null
  try {
    lock = new DatabaseSync(makeFile(join(folder, 'lock')))
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock?.close()
    throw startFailure(folder, error)
  }
}

function startFailure(folder: string, error: unknown): StartFailure {
  return error instanceof StartFailure ? error : new StartFailure(kindOf(error), folder, error)
}

function kindOf(error: unknown): StartFailureKind {
  if (!(error instanceof Error)) return 'storeBroken'
  if ('syscall' in error) return 'folderNotWritable'
  if (!('errcode' in error)) return 'storeBroken'
  // The upper bits of a result code say more than is needed here.
  const code = Number(error.errcode) & 0xff
  if (code === busy) return 'folderInUse'
  return notWritable.includes(code) ? 'folderNotWritable' : 'storeBroken'
}
