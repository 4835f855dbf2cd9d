import type { Clock, TimerHandle } from '../../shared/clock.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import type { ConnectionState } from './connection-state.ts'
import { StateStore, type Readable } from './state-store.ts'

/**
 * What the top bar says about all open documents together. `saved` only when every change made here is on the
 * server's disk and the server answers; not before it has answered for the first time. `waiting` is a number of
 * changes as people count them.
 */
export type SaveStatus = {
  readonly kind: 'saved' | 'saving' | 'offline' | 'resting' | 'readonly' | 'ended'
  readonly waiting: number
  /** why it ended, or why something was not taken */
  readonly code: ErrorCode | null
  /** false: this device keeps no copy, so unsent changes would not survive a reload */
  readonly localCopy: boolean
  /** for a few seconds after the net came back and what had waited is saved */
  readonly backOnline: { readonly sent: number } | null
}

/** One open document, as far as saving is concerned. */
export type SavedDocument = {
  readonly documentId: string
  readonly state: ConnectionState
  readonly localCopy: boolean
}

const backOnlineMs = 8_000

function kindOf(documents: readonly SavedDocument[], waiting: number): SaveStatus['kind'] {
  const phases = documents.map(({ state }) => state.phase)
  if (phases.includes('ended')) return 'ended'
  if (phases.includes('offline')) return 'offline'
  // Theirs to write on, but not now: what waits is sent when the facilitator opens the boards again.
  if (documents.some(({ state }) => state.resting)) return 'resting'
  // A board that one may only read. Documents that only the server or the facilitators write say nothing of that.
  if (documents.some(({ documentId, state }) => documentId.startsWith('team:') && state.access === 'read')) {
    return 'readonly'
  }
  return waiting > 0 || phases.includes('connecting') ? 'saving' : 'saved'
}

/** The status of these documents. `outside`: what waits and is in no document, as comments do. */
export function saveStatusOf(
  documents: readonly SavedDocument[],
  backOnline: SaveStatus['backOnline'] = null,
  outside: number = 0,
): SaveStatus {
  const waiting = documents.reduce((sum, { state }) => sum + state.waiting, outside)
  const ended = documents.find(({ state }) => state.phase === 'ended')
  const refused = documents.find(({ state }) => state.refused !== null)
  return {
    kind: kindOf(documents, waiting),
    waiting,
    code: ended?.state.code ?? refused?.state.refused ?? null,
    localCopy: documents.every(({ localCopy }) => localCopy),
    backOnline,
  }
}

/** Follows the documents' states, and knows what was sent when the net came back. */
export class SaveStatusTracker {
  readonly status: Readable<SaveStatus>
  readonly #status = new StateStore<SaveStatus>({ ...saveStatusOf([]), kind: 'saving' })
  readonly #clock: Clock
  #wasOffline = false
  #answered = false
  #toSend = 0
  #timer: TimerHandle | null = null

  constructor(clock: Clock) {
    this.#clock = clock
    this.status = this.#status
  }

  /** Something may have changed in one of the documents. */
  update(documents: readonly SavedDocument[], outside: number = 0): void {
    const before = this.#status.get()
    const next = saveStatusOf(documents, before.backOnline, outside)
    // One document may be let go before its server has answered, as by a page that is drawn twice.
    this.#answered ||= documents.some(({ state }) => state.phase === 'live')
    if (!this.#answered && next.kind === 'saved') return this.#show({ ...next, kind: 'saving' })
    if (next.kind === 'offline') this.#wasOffline = true
    // What was made while it was being sent counts too; an acknowledgement of some of it takes none away.
    if (this.#wasOffline) this.#toSend = Math.max(this.#toSend, next.waiting)
    if (next.kind === 'offline') return this.#show({ ...next, backOnline: null })
    if (next.kind === 'saving') return this.#show(next)
    const sent = this.#wasOffline && next.kind === 'saved' ? this.#toSend : 0
    this.#wasOffline = false
    this.#toSend = 0
    if (sent === 0) return this.#show(next)
    this.#show({ ...next, backOnline: { sent } })
    this.#timer = this.#clock.setTimeout(() => {
      this.#timer = null
      this.#show({ ...this.#status.get(), backOnline: null })
    }, backOnlineMs)
  }

  stop(): void {
    if (this.#timer) this.#clock.clearTimeout(this.#timer)
    this.#timer = null
  }

  #show(next: SaveStatus): void {
    const before = this.#status.get()
    if (next.backOnline !== before.backOnline) this.stop()
    const same = (Object.keys(next) as (keyof SaveStatus)[]).every((key) => next[key] === before[key])
    if (!same) this.#status.set(next)
  }
}
