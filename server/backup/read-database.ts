import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { databaseName } from '../store/sqlite/open-database.ts'
import { sqlVersion, sqlVersionOf } from '../store/sqlite/schema.ts'
import { Refused } from './refused.ts'

/** SQLite's result codes for a folder in which no file can be made: PERM, READONLY, CANTOPEN. */
const noFilesHere = [3, 8, 14]

/**
 * Opens a database for reading only, in one read transaction: whoever reads sees one moment of it, while a server
 * goes on writing. `path` is a data folder or a backup. Throws `Refused` for what is no database of ours.
 */
export function readDatabase(path: string): DatabaseSync {
  const file = databaseIn(path)
  let db: DatabaseSync | null = null
  try {
    db = open(file)
    if (sqlVersionOf(db) > sqlVersion) {
      throw new Refused(`${path} was written by a newer version of Samtavle: use that version's commands.`)
    }
    db.exec('BEGIN')
    if (!db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'documents'`).get()) {
      throw new Refused(`${path} holds nothing of Samtavle's.`)
    }
    return db
  } catch (cause) {
    db?.close()
    if (cause instanceof Refused) throw cause
    throw new Refused(`${path} can't be read: ${reason(cause)}.`, { cause })
  }
}

/** What a table's columns promise; for the few questions that are asked once. */
export function rows<R>(db: DatabaseSync, sql: string, ...params: (string | number)[]): R[] {
  return db.prepare(sql).all(...params) as R[]
}

/** Whether there is such a table: an older database lacks what later versions added. */
export function hasTable(db: DatabaseSync, name: string): boolean {
  return rows(db, `SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`, name).length > 0
}

export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function databaseIn(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw new Refused(`There is no ${path}.`)
  if (!found.isDirectory()) {
    if (found.size === 0) throw new Refused(`${path} is empty: the backup was not finished.`)
    return path
  }
  const file = join(path, databaseName)
  if (!existsSync(file)) throw new Refused(`The folder ${path} holds no data of Samtavle's.`)
  return file
}

function open(file: string): DatabaseSync {
  try {
    return tried(new DatabaseSync(file, { readOnly: true, timeout: 5_000 }))
  } catch (error) {
    // On a read-only disk SQLite can't make its helper files. Without a write-ahead file it needs none.
    const wal = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0
    const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
    if (wal > 0 || !noFilesHere.includes(code)) throw error
    return tried(new DatabaseSync(new URL(`${pathToFileURL(file).href}?immutable=1`), { readOnly: true }))
  }
}

/** Only reading tells whether it can be read. */
function tried(db: DatabaseSync): DatabaseSync {
  try {
    db.exec('SELECT 1 FROM sqlite_schema LIMIT 1')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
