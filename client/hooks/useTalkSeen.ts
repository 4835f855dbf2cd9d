import { useMemo, useSyncExternalStore } from 'react'
import { StateStore } from '../sync/state-store.ts'
import { recall, remember } from './deviceStorage.ts'
import { useDocuments } from './useDocument.ts'

/** So much of an id tells it from the team's others: the list lies on the device and must not grow large. */
const shortId = (id: string): string => id.slice(0, 8)

export type TalkSeen = {
  readonly ids: ReadonlySet<string>
  has: (id: string) => boolean
  add: (ids: readonly string[]) => void
}

class SeenStore {
  readonly #key: string
  readonly state: StateStore<ReadonlySet<string>>

  constructor(personId: string, teamId: string) {
    this.#key = `seen.${personId}.${teamId}`
    this.state = new StateStore(this.#read())
    // Another tab of the same person has seen more.
    window.addEventListener('storage', (event) => {
      if (event.key?.endsWith(this.#key)) this.state.set(new Set([...this.state.get(), ...this.#read()]))
    })
  }

  readonly add = (ids: readonly string[]): void => {
    const more = ids.map(shortId).filter((id) => !this.state.get().has(id))
    if (more.length === 0) return
    const all = new Set([...this.state.get(), ...this.#read(), ...more])
    remember(this.#key, [...all].join(' '))
    this.state.set(all)
  }

  #read(): ReadonlySet<string> {
    return new Set(recall(this.#key)?.split(' ') ?? [])
  }
}

const stores = new Map<string, SeenStore>()

function storeOf(personId: string, teamId: string): SeenStore {
  const key = `${personId} ${teamId}`
  const store = stores.get(key) ?? new SeenStore(personId, teamId)
  stores.set(key, store)
  return store
}

/** Which comments of a team this person has had before the eyes on this device. */
export function useTalkSeen(teamId: string): TalkSeen {
  const { personId } = useDocuments()
  const store = storeOf(personId, teamId)
  const ids = useSyncExternalStore(store.state.subscribe, store.state.get)
  return useMemo(() => ({ ids, has: (id) => ids.has(shortId(id)), add: store.add }), [ids, store])
}
