import * as Y from 'yjs'
import { documentId } from '../../shared/document-id.ts'
import { restoreContent } from '../../shared/ops/restore.ts'
import type { Parts } from '../access/parts.ts'
import { versionDocument } from './version-document.ts'

type Args = { teamId: string; versionId: string; personId: string }

/**
 * Makes a team's board read as one of its versions, for everyone who has it open or comes back to it. How it stood until
 * then is kept before, and can be restored in turn; what somebody wrote while that was kept is kept as well.
 */
export async function restoreVersion(
  parts: Pick<Parts, 'versions' | 'rooms' | 'clock' | 'store'>,
  { teamId, versionId, personId }: Args,
): Promise<void> {
  const { store, versions, rooms, clock } = parts
  const board = documentId('team', teamId)
  const { doc: before } = await versionDocument(parts, teamId, versionId)
  const kept = await versions.save(board, { kind: 'beforeRestore', name: null, personId })
  const known = Y.encodeStateVectorFromUpdate(kept.state)
  const slippedIn: Uint8Array[] = []
  await rooms.change(board, (doc) => {
    if (Buffer.compare(Y.encodeStateVector(doc), known) !== 0) slippedIn.push(Y.encodeStateAsUpdate(doc))
    restoreContent(doc, before, clock.now())
  })
  before.destroy()
  for (const state of slippedIn) await store.saveVersion(board, { ...kept, state })
}
