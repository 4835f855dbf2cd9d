import { NotSentStore } from '../sync/not-sent.ts'
import { localDatabases } from './localDatabases.ts'

const stores = new Map<string, NotSentStore>()

/** What a person made on this device that could not be sent: one store a page, which outlives the documents. */
export function notSentOf(personId: string): NotSentStore {
  const known = stores.get(personId)
  if (known) return known
  const made = new NotSentStore({ factory: localDatabases(), personId })
  stores.set(personId, made)
  return made
}
