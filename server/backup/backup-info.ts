import { DatabaseSync } from 'node:sqlite'
import type { Backup } from './backup-list.ts'
import { hasTable, rows } from './read-database.ts'

/**
 * What a backup holds beside the database: the key, without which no card could be printed again; when it was made; and
 * the backups made before it. In a table of its own, so that a backup is one file.
 */
export type BackupInfo = { at: number; key: Uint8Array | null; earlier: Backup[] }

const table = 'backup_info'

export function writeBackupInfo(file: string, { at, key, earlier }: BackupInfo): void {
  const db = new DatabaseSync(file)
  try {
    db.exec(`PRAGMA synchronous = EXTRA; PRAGMA journal_mode = DELETE`)
    db.exec(`CREATE TABLE ${table} (at INTEGER NOT NULL, key BLOB, earlier TEXT NOT NULL) STRICT`)
    db.prepare(`INSERT INTO ${table} VALUES (?, ?, ?)`).run(at, key, JSON.stringify(earlier))
  } finally {
    db.close()
  }
}

/** Null for a database that is no backup. */
export function readBackupInfo(db: DatabaseSync): BackupInfo | null {
  if (!hasTable(db, table)) return null
  const [found] = rows<{ at: number; key: Uint8Array | null; earlier: string }>(db, `SELECT * FROM ${table}`)
  if (!found) return null
  return { at: found.at, key: found.key, earlier: JSON.parse(found.earlier) as Backup[] }
}

/** Makes a copied backup into a database again; of the key no byte stays in it. */
export function removeBackupInfo(file: string): void {
  const db = new DatabaseSync(file)
  try {
    db.exec(`PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON; DROP TABLE ${table}`)
  } finally {
    db.close()
  }
}
