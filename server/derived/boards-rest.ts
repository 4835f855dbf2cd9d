import { documentId, parseDocumentId } from '../../shared/document-id.ts'
import { openGatheringDocument } from '../../shared/schema/gathering.ts'
import { boardsRest } from '../../shared/select/gathering.ts'
import type { Directory } from '../store/directory.ts'
import type { Rooms } from '../sync/rooms.ts'
import type { Who } from '../sync/who.ts'

export type BoardsRestDependencies = { directory: Directory; rooms: Rooms; onError: (error: unknown) => void }

/**
 * «Tavlene hviler»: while the current gathering says so, nobody but facilitators writes on a team's board. Known in
 * memory by network, so that it can be asked of a session in the moment it is opened.
 */
export class BoardsRest {
  readonly #deps: BoardsRestDependencies
  readonly #resting = new Map<string, boolean>()
  /** counts what was read, so that an older answer never overrides a newer one */
  readonly #asked = new Map<string, number>()

  constructor(deps: BoardsRestDependencies) {
    this.#deps = deps
  }

  /** Begins to hold the sessions to it. */
  start(): void {
    const { rooms, directory, onError } = this.#deps
    rooms.restWhile((who, document) => this.#rests(who, document))
    rooms.onCommitted((id) => {
      const name = parseDocumentId(id)
      if (name?.kind !== 'gathering') return
      directory
        .gathering(name.key)
        .then((gathering) => (gathering ? this.refresh(gathering.networkId) : undefined))
        .catch(onError)
    })
  }

  /** Makes sure that it is known for a network, before somebody is let in. Rejects if it can't be read. */
  async know(networkId: string): Promise<void> {
    if (!this.#resting.has(networkId)) await this.refresh(networkId)
  }

  /** Reads it anew and tells the open sessions: the document changed, or another gathering is the current one. */
  async refresh(networkId: string): Promise<void> {
    const asked = (this.#asked.get(networkId) ?? 0) + 1
    this.#asked.set(networkId, asked)
    const resting = await this.#read(networkId)
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
    return document.startsWith('team:') && this.#resting.get(who.networkId) === true
  }
}
