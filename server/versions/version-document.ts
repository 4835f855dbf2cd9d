import * as Y from 'yjs'
import { documentId } from '../../shared/document-id.ts'
import { AppError } from '../../shared/errors.ts'
import { sweepDeleted } from '../../shared/ops/sweep.ts'
import { migrate } from '../../shared/schema/migrations.ts'
import type { Parts } from '../access/parts.ts'
import type { VersionRow } from '../store/store.ts'

/**
 * One version of a team's board, as a document of today's schema version. What was deleted in it long ago is swept as it
 * has been on the board. Rejects `notFound` for a version of another document or one that is no longer kept,
 * `storeFailed` for a damaged one.
 */
export async function versionDocument(
  parts: { store: Pick<Parts['store'], 'readVersion'>; clock: Parts['clock'] },
  teamId: string,
  versionId: string,
): Promise<{ row: VersionRow; doc: Y.Doc }> {
  const id = /^\d{1,15}$/u.test(versionId) ? Number(versionId) : null
  const version = id === null ? null : await parts.store.readVersion(id)
  if (version === null || version.documentId !== documentId('team', teamId)) throw new AppError('notFound')
  const { state, ...row } = version
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  migrate(doc, 'team')
  sweepDeleted(doc, parts.clock.now())
  return { row, doc }
}
