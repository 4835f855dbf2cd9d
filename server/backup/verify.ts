import type { DatabaseSync } from 'node:sqlite'
import { keyCheckOf, keyCheckSetting } from '../access/key.ts'
import { reason, rows } from './read-database.ts'
import { verifyDocuments, type DocumentReport } from './verify-document.ts'

/** `lost`: the database knows a key and there is none. `none`: neither has one, as before the first start. */
export type KeyState = 'right' | 'wrong' | 'lost' | 'none'

export type Verdict = {
  documents: DocumentReport[]
  /** what is wrong with the database file itself and its tables */
  tables: string[]
  key: KeyState
}

/** Checks all there is: the file's own structure, every document, and that the key belongs to the data. Changes nothing. */
export function verifyDatabase(db: DatabaseSync, key: Uint8Array | null): Verdict {
  return { tables: tableFaults(db), documents: documentsIn(db), key: keyState(db, key) }
}

/** Whether everything can be relied on. A lost key loses no board; cards and links must be made again. */
export function isWhole({ documents, tables, key }: Verdict): boolean {
  return tables.length === 0 && key !== 'wrong' && documents.every(({ faults }) => faults.length === 0)
}

function documentsIn(db: DatabaseSync): DocumentReport[] {
  try {
    return [...verifyDocuments(db)]
  } catch (error) {
    return [{ ...nothing, faults: [`the list of documents can't be read: ${reason(error)}`] }]
  }
}

const nothing = { id: '?', rows: 0, snapshots: 0, versions: 0, bytes: 0, setAside: 0 }

function tableFaults(db: DatabaseSync): string[] {
  try {
    const found = rows<{ integrity_check: string }>(db, 'PRAGMA integrity_check').map((row) => row.integrity_check)
    const dangling = rows<{ table: string; parent: string }>(db, 'PRAGMA foreign_key_check')
    return [
      ...found.filter((line) => line !== 'ok'),
      ...new Set(dangling.map(({ table, parent }) => `${table} names something in ${parent} that is not there`)),
    ]
  } catch (error) {
    return [reason(error)]
  }
}

function keyState(db: DatabaseSync, key: Uint8Array | null): KeyState {
  let known: string | undefined
  try {
    known = rows<{ value: string }>(db, 'SELECT value FROM settings WHERE key = ?', keyCheckSetting)[0]?.value
  } catch {
    // The tables' faults say it.
  }
  if (key === null || key.length === 0) return known === undefined ? 'none' : 'lost'
  return known === undefined || known === keyCheckOf(key) ? 'right' : 'wrong'
}
