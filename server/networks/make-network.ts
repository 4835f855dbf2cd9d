import { documentId } from '../../shared/document-id.ts'
import type { DocumentKind } from '../../shared/roles.ts'
import { initialState } from '../../shared/schema/migrations.ts'
import type { Parts } from '../access/parts.ts'
import type { NewDocument } from '../store/directory.ts'

/** Makes a network with its overview document. `facilitatorId` manages it; null where nobody does yet (the sample). */
export async function makeNetwork(
  parts: Pick<Parts, 'directory' | 'clock' | 'newId'>,
  args: { name: string; facilitatorId: string | null },
): Promise<string> {
  const id = parts.newId()
  const documents = [newDocument(parts, 'overview', id)]
  await parts.directory.createNetwork({ id, ...args, at: parts.clock.now(), documents })
  return id
}

/** A document's first content, written in the transaction that makes what it belongs to. */
export function newDocument(parts: Pick<Parts, 'newId'>, kind: DocumentKind, key: string): NewDocument {
  return { id: documentId(kind, key), epoch: parts.newId(), snapshot: initialState(kind) }
}
