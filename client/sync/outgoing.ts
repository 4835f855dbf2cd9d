import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { markerFrame, step2Frame, updateFrame } from './messages.ts'
import type { LocalChanges, LocalUpdate } from './local-changes.ts'

/** The server's own limit for one frame, bytes; it closes a socket that sends a larger one. */
export const maxFrameBytes = 1_000_000

/** The origin of taking back what is too large to be sent. */
export const tooLargeOrigin = Symbol('tooLarge')

/** The empty update: as the answer to what the server asked, it says that everything has been sent. */
const nothingMore = new Uint8Array([0, 0])

/** So many updates of one turn are sent as one frame; merging more takes longer than sending them. */
const mergedUpdates = 100

/**
 * What goes from this device to the server over one socket after another. Nothing is sent before the server
 * has asked for what it lacks: an update whose forerunners it never got would be dropped. Markers have
 * numbers of their own, so that an acknowledgement of something that was sent before the server asked again
 * is never taken for one of what was sent after.
 */
export class Outgoing {
  readonly #doc: Y.Doc
  readonly #changes: LocalChanges
  readonly #send: (frame: Uint8Array) => void
  readonly #refuse: () => void
  #open = false
  #queue: LocalUpdate[] = []
  #scheduled = false
  #markerId = 0
  #markers: { id: number; n: number }[] = []
  /** updates that are too large, by entry: the state before them, to tell the server what is left of them */
  readonly #tooLarge = new Map<LocalUpdate, Uint8Array>()

  constructor(args: { doc: Y.Doc; changes: LocalChanges; send: (frame: Uint8Array) => void; refuse: () => void }) {
    this.#doc = args.doc
    this.#changes = args.changes
    this.#send = args.send
    this.#refuse = args.refuse
    args.changes.listen({ added: (entry, transaction) => this.#added(entry, transaction) })
  }

  /** The server says what it has: it gets the rest, and from now on everything as it happens. */
  answer(serverStateVector: Uint8Array): void {
    this.#finishTakingBack()
    this.#queue = []
    this.#markers = []
    this.#open = true
    const frame = step2Frame(Y.encodeStateAsUpdate(this.#doc, serverStateVector))
    if (frame.length <= maxFrameBytes) this.#send(frame)
    else {
      this.#sendOneByOne(this.#changes.unacknowledged)
      this.#send(step2Frame(nothingMore))
    }
    this.#mark(this.#changes.count)
  }

  /** The socket is gone, or the server could not take what came: wait until it asks. */
  hold(): void {
    this.#open = false
    this.#queue = []
    this.#markers = []
  }

  /** True if the marker was one that counts. */
  acknowledged(id: number): boolean {
    const marker = this.#markers.find((candidate) => candidate.id === id)
    if (!marker) return false
    this.#markers = this.#markers.filter((candidate) => candidate.id > id)
    this.#changes.acknowledge(marker.n)
    return true
  }

  #added(entry: LocalUpdate, transaction: Y.Transaction): void {
    if (updateFrame(entry.update).length > maxFrameBytes) this.#takeBack(entry, transaction)
    this.#queue.push(entry)
    if (this.#scheduled) return
    this.#scheduled = true
    queueMicrotask(() => {
      this.#scheduled = false
      this.#flush()
    })
  }

  #flush(): void {
    this.#finishTakingBack()
    const queue = this.#queue
    this.#queue = []
    const last = queue.at(-1)
    if (!this.#open || !last) return
    for (let at = 0; at < queue.length; at += mergedUpdates) {
      const part = queue.slice(at, at + mergedUpdates)
      const frame = updateFrame(Y.mergeUpdates(part.map((entry) => entry.update)))
      if (frame.length <= maxFrameBytes) this.#send(frame)
      else this.#sendOneByOne(part)
    }
    this.#mark(last.n)
  }

  #sendOneByOne(entries: readonly LocalUpdate[]): void {
    for (const entry of entries) {
      const frame = updateFrame(entry.update)
      if (frame.length <= maxFrameBytes) this.#send(frame)
      else this.#refuse()
    }
  }

  #mark(n: number): void {
    this.#markerId += 1
    this.#markers.push({ id: this.#markerId, n })
    this.#send(markerFrame(this.#markerId))
  }

  /** Something pasted is larger than the server takes. It goes out of the document again, and the person is told. */
  #takeBack(entry: LocalUpdate, { beforeState, afterState }: Y.Transaction): void {
    const { clientID } = this.#doc
    const from = beforeState.get(clientID) ?? 0
    const length = (afterState.get(clientID) ?? from) - from
    this.#tooLarge.set(entry, Y.encodeStateVector(beforeState))
    Y.applyUpdate(this.#doc, deletionOf(clientID, from, length), tooLargeOrigin)
    this.#refuse()
  }

  /** By now the taken-back content is out of the document: what is left of the update is small. */
  #finishTakingBack(): void {
    for (const [entry, before] of this.#tooLarge) entry.update = Y.encodeStateAsUpdate(this.#doc, before)
    this.#tooLarge.clear()
  }
}

/** An update that deletes a stretch of what one client made, and nothing else: no structs, one deleted range. */
function deletionOf(clientId: number, clock: number, length: number): Uint8Array {
  return encoding.encode((encoder) => {
    for (const n of [0, 1, clientId, 1, clock, length]) encoding.writeVarUint(encoder, n)
  })
}
