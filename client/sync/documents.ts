import type { Clock, TimerHandle } from '../../shared/clock.ts'
import type { NotSent, NotSentReason } from './not-sent.ts'
import { OpenedDocument, type OpenDocument } from './opened-document.ts'
import { SaveStatusTracker, type SaveStatus } from './save-status.ts'
import { ServerClock } from './server-clock.ts'
import { openBrowserSocket, type OpenSocket } from './socket.ts'
import type { Readable } from './state-store.ts'

/** A document stays open so long after the last who used it left: going to another page and back costs nothing, ms. */
const lingerMs = 30_000
/** So long it must look as if the right to write were gone, ms. */
const sureOfRightMs = 2_000
/** After a purge everyone opens the new document within so long, ms. */
const spreadMs = 500

export type DocumentsOptions = {
  /** whose session it is; local copies belong to this person */
  personId: string
  /** a display's session has a cookie of its own */
  as?: 'display' | undefined
  clock: Clock
  random: () => number
  /** as `ws://192.168.1.20:4321` */
  baseUrl: string
  openSocket?: OpenSocket
  /** null or left out: no copies on this device */
  indexedDB?: IDBFactory | null
  /** Keeps what was made here and can't be sent any more, for its person to see and copy; left out where nobody writes. */
  keepNotSent?: (made: NotSent) => Promise<void>
  /** how much waits that is in no document (the outbox) */
  outside?: Readable<number>
}

/** All documents that a page has open. Each is opened once, however many ask for it. */
export type Documents = {
  readonly personId: string
  /** Holds a document open until `release` is called for it as often. */
  acquire(documentId: string): void
  release(documentId: string): void
  /** The document if it is open; another object when something of it that hooks show has changed. */
  get(documentId: string): OpenDocument | null
  /** Follows `get(documentId)`. */
  subscribe(documentId: string, listener: () => void): () => void
  readonly saveStatus: Readable<SaveStatus>
  /** the server's time, ms since 1970, as near as it is known */
  serverNow(): number
  /** The net may have come or gone, or the page is looked at again: find out now. */
  check(): void
  /** Closes everything, also what has changes waiting: those stay in the local copies. For a change of person. */
  close(): Promise<void>
}

type Entry = {
  opened: OpenedDocument
  users: number
  timer: TimerHandle | null
  unfollow: () => void
  /** the check whether the right to write is gone, when that looked so */
  rightTimer: TimerHandle | null
}

/** Opens documents for one session. One a page; a change of person needs a new one. */
export function createDocuments(options: DocumentsOptions): Documents {
  const { clock, personId } = options
  const entries = new Map<string, Entry>()
  const listeners = new Map<string, Set<() => void>>()
  const tracker = new SaveStatusTracker(clock)
  const serverClock = new ServerClock(clock)
  // Another tab may sign somebody else in, and the cookie is shared: the server then turns this page away.
  const query = `?person=${encodeURIComponent(personId)}${options.as === 'display' ? '&as=display' : ''}`
  const base = options.baseUrl.replace(/\/+$/, '')
  const openSocket = options.openSocket ?? ((id: string) => openBrowserSocket(`${base}/sync/${id}${query}`))

  function track(): void {
    tracker.update(
      [...entries.values()].map(({ opened }) => opened.saved()),
      options.outside?.get(),
    )
  }
  const untrack = options.outside?.subscribe(track)

  function tell(documentId: string): void {
    track()
    for (const listener of [...(listeners.get(documentId) ?? [])]) listener()
    const entry = entries.get(documentId)
    if (!entry) return
    setAsideWhenLost(documentId, entry)
    closeWhenUnused(documentId, entry)
  }

  /** What can't be sent any more is taken out for its person, and the board goes on with what the server has. */
  function setAsideWhenLost(documentId: string, entry: Entry): void {
    const { opened } = entry
    const { code, phase, synced, access, resting, waiting } = opened.saved().state
    if (phase === 'ended' && code === 'epochChanged') return renew(documentId, entry, 'purged')
    if (phase === 'ended' && code === 'notAllowed') {
      if (opened.givenUp) return
      void setAside(documentId, opened, 'noRight')
      return track()
    }
    const looksSo = phase === 'live' && synced && access === 'read' && !resting && waiting > 0
    if (!looksSo || entry.rightTimer) return
    // Where the boards only rest, the next word says so.
    entry.rightTimer = clock.setTimeout(() => {
      entry.rightTimer = null
      const state = entry.opened.saved().state
      const still = entry.opened === opened && state.synced && state.access === 'read' && !state.resting
      if (still && state.waiting > 0) renew(documentId, entry, 'noRight')
    }, sureOfRightMs)
  }

  async function setAside(documentId: string, opened: OpenedDocument, reason: NotSentReason): Promise<void> {
    const { epoch, items } = await opened.giveUp()
    const made = { id: `${documentId} ${epoch}`, documentId, reason, at: clock.now(), items }
    if (items.length > 0) await options.keepNotSent?.(made)
    await opened.putAway()
  }

  /** Another document under the same name takes its place, for all who have it open, once the old one is put away. */
  function renew(documentId: string, entry: Entry, reason: NotSentReason): void {
    const { opened } = entry
    entry.unfollow()
    if (entry.timer) clock.clearTimeout(entry.timer)
    entry.timer = null
    const inPlaceOf = setAside(documentId, opened, reason).then(async () => {
      // The whole hall comes back at once.
      await new Promise<void>((resolve) => clock.setTimeout(resolve, options.random() * spreadMs))
    })
    entry.opened = make(documentId, inPlaceOf)
    entry.unfollow = entry.opened.follow(() => tell(documentId))
    tell(documentId)
  }

  function closeWhenUnused(documentId: string, entry: Entry): void {
    if (entry.users > 0 || entry.timer || entry.opened.hasWaiting()) return
    // One that has ended has nothing more to come, and must not speak for what is open now: «Stoppet».
    const ended = entry.opened.saved().state.phase === 'ended'
    entry.timer = clock.setTimeout(
      () => {
        entry.timer = null
        // Nobody may have come back, but something may have been undone meanwhile: then the next change of state asks again.
        if (entry.users > 0 || entry.opened.hasWaiting()) return
        entries.delete(documentId)
        entry.unfollow()
        void entry.opened.close()
        tell(documentId)
      },
      ended ? 0 : lingerMs,
    )
  }

  function make(documentId: string, inPlaceOf: Promise<void> | null = null): OpenedDocument {
    return new OpenedDocument({
      documentId,
      personId,
      openSocket,
      clock,
      random: options.random,
      factory: options.indexedDB ?? null,
      onServerTime: (time, roundTrip) => serverClock.measured(time, roundTrip),
      inPlaceOf,
    })
  }

  function open(documentId: string): Entry {
    const opened = make(documentId)
    const entry = { opened, users: 0, timer: null, rightTimer: null, unfollow: opened.follow(() => tell(documentId)) }
    entries.set(documentId, entry)
    return entry
  }

  return {
    personId,
    acquire(documentId) {
      const entry = entries.get(documentId) ?? open(documentId)
      entry.users += 1
      if (entry.timer) clock.clearTimeout(entry.timer)
      entry.timer = null
      if (entry.users === 1) tell(documentId)
    },
    release(documentId) {
      const entry = entries.get(documentId)
      if (!entry) return
      entry.users = Math.max(0, entry.users - 1)
      closeWhenUnused(documentId, entry)
    },
    get: (documentId) => entries.get(documentId)?.opened.view() ?? null,
    subscribe(documentId, listener) {
      const followers = listeners.get(documentId) ?? new Set()
      listeners.set(documentId, followers)
      followers.add(listener)
      return () => followers.delete(listener)
    },
    saveStatus: tracker.status,
    serverNow: () => serverClock.now(),
    check: () => entries.forEach(({ opened }) => opened.check()),
    async close() {
      const all = [...entries.values()]
      entries.clear()
      untrack?.()
      tracker.stop()
      for (const { timer, rightTimer, unfollow } of all) {
        for (const each of [timer, rightTimer]) if (each) clock.clearTimeout(each)
        unfollow()
      }
      await Promise.all(all.map(({ opened }) => opened.close()))
    },
  }
}
