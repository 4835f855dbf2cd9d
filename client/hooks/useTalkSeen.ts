import { useMemo, useSyncExternalStore } from 'react'
import { SeenStore, shortId } from './seenStore.ts'
import { useDocuments } from './useDocument.ts'

export type TalkSeen = {
  has: (id: string) => boolean
  add: (ids: readonly string[]) => void
}

const stores = new Map<string, SeenStore>()

function storeOf(personId: string, teamId: string): SeenStore {
  const key = `${personId} ${teamId}`
  const store = stores.get(key) ?? new SeenStore(personId, teamId)
  stores.set(key, store)
  return store
}

/** Which comments of a team this person has had before the eyes on this device; another object when more is seen. */
export function useTalkSeen(teamId: string): TalkSeen {
  const { personId } = useDocuments()
  const store = storeOf(personId, teamId)
  const ids = useSyncExternalStore(store.subscribe, store.get)
  return useMemo(() => ({ has: (id) => ids.has(shortId(id)), add: store.add }), [ids, store])
}
