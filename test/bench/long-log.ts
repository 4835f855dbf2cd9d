import { cpSync } from 'node:fs'
import { join } from 'node:path'
import * as Y from 'yjs'
import { initialState } from '../../shared/schema/migrations.ts'
import { openDatabase } from '../../server/store/sqlite/open-database.ts'
import { snapshotWriter } from '../../server/store/sqlite/write-snapshot.ts'
import { newFolder } from './targets.ts'

/**
 * A copy of a server's folder in which the last snapshot of a document is so many rows old, as if no snapshot could be made
 * of it for a long time before the server was killed. All its rows must be kept.
 */
export function leaveLongLog(from: string, documentId: string, rows: number): string {
  const folder = newFolder('long-log')
  cpSync(join(from, 'data'), join(folder, 'data'), { recursive: true })
  const opened = openDatabase(join(folder, 'data'))
  const { db } = opened
  const log = db.prepare('SELECT sequence, bytes FROM log WHERE document_id = ? ORDER BY sequence').all(documentId)
  const before = log.slice(0, Math.max(0, log.length - rows))
  const doc = new Y.Doc()
  doc.transact(() => {
    Y.applyUpdate(doc, initialState('team'))
    for (const row of before) Y.applyUpdate(doc, row['bytes'] as Uint8Array)
  })
  for (const table of ['snapshots', 'superfluous'])
    db.prepare(`DELETE FROM ${table} WHERE document_id = ?`).run(documentId)
  const write = snapshotWriter(db)
  write(documentId, before.length, Y.encodeStateAsUpdate(doc), Y.encodeStateVector(doc), Date.now())
  opened.close()
  return folder
}
