import { StateStore } from '../sync/state-store.ts'
import { recall, remember } from './deviceStorage.ts'

/** So much of an id tells it from the team's others: the list lies on the device and must not grow large. */
export const shortId = (id: string): string => id.slice(0, 8)

/**
 * Which comments of a team one person has had before the eyes on this device: the only such memory, for the
 * marks on cards and rows, the comments themselves and the news on the team's home.
 */
export class SeenStore {
  readonly #key: string
  readonly #state: StateStore<ReadonlySet<string>>

  constructor(personId: string, teamId: string) {
    this.#key = `seen.${personId}.${teamId}`
    this.#state = new StateStore(this.#read())
    // Another tab of the same person has seen more.
    window.addEventListener('storage', (event) => {
      if (event.key?.endsWith(this.#key)) this.#state.set(new Set([...this.#state.get(), ...this.#read()]))
    })
  }

  /** The same set until more is seen. */
  get = (): ReadonlySet<string> => this.#state.get()

  subscribe = (listener: () => void): (() => void) => this.#state.subscribe(listener)

  has(id: string): boolean {
    return this.#state.get().has(shortId(id))
  }

  readonly add = (ids: readonly string[]): void => {
    const more = ids.map(shortId).filter((id) => !this.#state.get().has(id))
    if (more.length === 0) return
    const all = new Set([...this.#state.get(), ...this.#read(), ...more])
    remember(this.#key, [...all].join(' '))
    this.#state.set(all)
  }

  #read(): ReadonlySet<string> {
    return new Set(recall(this.#key)?.split(' ') ?? [])
  }
}
