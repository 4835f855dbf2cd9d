import type { Clock, TimerHandle } from '../../shared/clock.ts'
import { documentId, parseDocumentId } from '../../shared/document-id.ts'
import { openGatheringDocument } from '../../shared/schema/gathering.ts'
import { boardsRest } from '../../shared/select/gathering.ts'
import type { Directory } from '../store/directory.ts'
import type { Rooms } from '../sync/rooms.ts'
import type { Who } from '../sync/who.ts'

export type BoardsRestDependencies = {
  directory: Directory
  rooms: Rooms
  clock: Clock
  onError: (error: unknown) => void
}

/** After a failure (a disk that is full for a moment) it is asked again, so that nobody goes on writing. ms. */
const retryMs = 2_000

/**
 * «Tavlene hviler»: while the current gathering says so, nobody but facilitators writes on a team's board. Known in
 * memory by network, so that it can be asked of a session in the moment it is opened.
 */
export class BoardsRest {
  readonly #deps: BoardsRestDependencies
  readonly #resting = new Map<string, boolean>()
  /** counts what was read, so that an older answer never overrides a newer one */
  readonly #asked = new Map<string, number>()
  readonly #retries = new Map<string, TimerHandle>()
  #stopped = false

  constructor(deps: BoardsRestDependencies) {
    this.#deps = deps
  }

  /** Begins to hold the sessions to it. */
  start(): void {
    const { rooms } = this.#deps
    rooms.restWhile((who, document) => this.#rests(who, document))
    rooms.onCommitted((id) => {
      const name = parseDocumentId(id)
      if (name?.kind === 'gathering') void this.#gatheringChanged(name.key)
    })
  }

  async #gatheringChanged(gatheringId: string): Promise<void> {
    const { directory, onError } = this.#deps
    const again = () => void this.#gatheringChanged(gatheringId)
    const gathering = await directory.gathering(gatheringId).catch((error: unknown) => {
      this.#retryLater(gatheringId, again)
      onError(error)
    })
    if (gathering) await this.refresh(gathering.networkId).catch(onError)
  }

  /** `key`: however many ask in vain, one of them is tried again. */
  #retryLater(key: string, retry: () => void): void {
    if (this.#stopped || this.#retries.has(key)) return
    const run = () => {
      this.#retries.delete(key)
      retry()
    }
    this.#retries.set(key, this.#deps.clock.setTimeout(run, retryMs))
  }

  /** Asks nothing again. */
  stop(): void {
    this.#stopped = true
    for (const timer of this.#retries.values()) this.#deps.clock.clearTimeout(timer)
    this.#retries.clear()
  }

  /** Whether a network's boards rest, as far as it is known. */
  resting(networkId: string): boolean {
    return this.#resting.get(networkId) === true
  }

  /** Makes sure that it is known for a network, before somebody is let in. Rejects if it can't be read. */
  async know(networkId: string): Promise<void> {
    if (!this.#resting.has(networkId)) await this.refresh(networkId)
  }

  /**
   * Reads it anew and tells the open sessions: the document changed, or another gathering is the current one. Rejects
   * when it can't be read, and is then tried again by itself.
   */
  async refresh(networkId: string): Promise<void> {
    const asked = (this.#asked.get(networkId) ?? 0) + 1
    this.#asked.set(networkId, asked)
    const resting = await this.#read(networkId).catch((error: unknown) => {
      this.#retryLater(networkId, () => void this.refresh(networkId).catch(this.#deps.onError))
      throw error
    })
    // Whoever asked last read last; the earlier askers wait for nothing, but must not go on without knowing.
    if (this.#asked.get(networkId) !== asked && this.#resting.has(networkId)) return
    const before = this.#resting.get(networkId) ?? false
    this.#resting.set(networkId, resting)
    if (resting !== before) this.#deps.rooms.restAnew()
  }

  async #read(networkId: string): Promise<boolean> {
    const { directory, rooms } = this.#deps
    const gatheringId = (await directory.network(networkId))?.currentGatheringId ?? null
    if (gatheringId === null) return false
    const rest = await rooms.read(documentId('gathering', gatheringId), (doc) => boardsRest(openGatheringDocument(doc)))
    return rest ?? false
  }

  #rests(who: Who, document: string): boolean {
    if (who.role !== 'editor' || who.networkId === null) return false
    return document.startsWith('team:') && this.resting(who.networkId)
  }
}
