import { mkdir } from 'node:fs/promises'
import * as Y from 'yjs'
import { loadKey } from '../../../server/access/key.ts'
import { initialState } from '../../../shared/schema/migrations.ts'
import { openInTest } from '../store/open-in-test.ts'

/** The one document in it with a log. */
export const written = 'team:written'

/** Makes a data folder with two documents and a key, and closes it. One of them has a snapshot and after it edits 1 to `edits`. */
export async function makeWrittenFolder(folder: string, edits: number): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { store, directory, close } = await openInTest(folder)
  await loadKey(folder, directory)
  const snapshot = initialState('team')
  const documents = [written, 'team:quiet'].map((id) => ({ id, epoch: 'e', snapshot }))
  await directory.createNetwork({ id: 'n', name: 'N', facilitatorId: null, at: 1, documents })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, snapshot)
  const writes: Promise<number>[] = []
  doc.on('update', (update: Uint8Array) => {
    writes.push(store.append({ documentId: written, epoch: 'e', update, sessionId: null, at: 1 }))
  })
  for (let at = 1; at <= edits; at += 1) doc.getMap('edits').set(`edit ${at}`, 'something written')
  await Promise.all(writes)
  await close()
}
