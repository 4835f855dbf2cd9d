import type * as Y from 'yjs'
import { AppError, type ErrorCode } from '../../shared/errors.ts'
import type { Incoming, LiveDocument } from './document.ts'
import type { Session } from './session.ts'
import { threadMs } from './thread-time.ts'

/** What a room does, in the order it came. */
export type Work =
  | ({ kind: 'update'; session: Session } & Incoming)
  /** `at`: when it came, ms */
  | { kind: 'marker'; session: Session; n: number; at: number }
  | { kind: 'step1'; session: Session; stateVector: Uint8Array }
  | { kind: 'ask'; session: Session }
  | { kind: 'change'; change: (doc: Y.Doc) => void; done: (error?: unknown) => void }
  | { kind: 'read'; read: (doc: Y.Doc) => void; fail: (error: unknown) => void }

/** What is answered without changing anything. */
export type Reading = Extract<Work, { kind: 'step1' | 'ask' | 'read' }>

export function isReading(work: Work): work is Reading {
  return work.kind === 'step1' || work.kind === 'ask' || work.kind === 'read'
}

export type Asked = Extract<Work, { kind: 'step1' }>
type Change = Extract<Work, { kind: 'change' }>

/** Changes by one author, waiting for the disk; null is the server itself. */
export type Written = { update: Uint8Array; author: Session | null }

/** How one update was taken: `owes` when part of it builds on what never came, `settles` when it was all that we asked for. */
export type Taken = { session: Session; owes: boolean; settles: boolean }

/** What a batch did. Of `kept` all is done or needs only the disk; `postponed` waits for the next batch. */
export type Applied = { written: Written[]; taken: Taken[]; kept: Work[]; postponed: Work[] }

/** What a room is told while a batch is applied. */
export type BatchListener = {
  /** whether something of theirs was taken before: then they don't wait behind somebody of whom nothing is known */
  isProven(session: Session): boolean
  /** Why a session's changes must not be applied; null if they may. */
  refusal(session: Session, incoming: readonly Incoming[]): ErrorCode | null
  /** they were not applied, and the document is as it was */
  refused(session: Session, code: ErrorCode): void
  /** they, or a change of the server's own, had to be thrown out of the document again */
  failed(author: Session | Change, error: unknown): void
  /** so much of the thread's time was theirs */
  spent(session: Session, ms: number): void
}

/**
 * Applies a batch's changes to the live document, author by author, so that each row on disk has one. When
 * one throws, the document is made again from what is on disk with only those before it: at most one an author's fault
 * makes everybody wait for. After that, and when `maxMs` of the thread's time are used, the rest is postponed.
 */
export function applyBatch(
  live: LiveDocument,
  batch: readonly Work[],
  maxMs: number,
  listener: BatchListener,
): Applied {
  live.prepare()
  const groups = provenFirst(byAuthor(batch), listener)
  const out = new Set<Session | Change>()
  let tried = groups
  for (;;) {
    const { written, taken, count, error } = applyAll(live, tried, maxMs, listener)
    const culprit = tried[count]
    if (error === null || !culprit) {
      const waiting = new Set(
        groups
          .slice(count)
          .map(authorOf)
          .filter((author) => !out.has(author)),
      )
      return { written, taken, ...divide(batch, out, waiting) }
    }
    live.drop()
    out.add(authorOf(culprit))
    listener.failed(authorOf(culprit), error)
    tried = tried.slice(0, count)
  }
}

/** All that one session sent in a batch. */
type Sent = { kind: 'sent'; session: Session; incoming: Incoming[] }
type Authored = Change | Sent

function authorOf(authored: Authored): Session | Change {
  return authored.kind === 'sent' ? authored.session : authored
}

/** What each session sent, and each change of the server's own, in the order in which they first came. */
function byAuthor(batch: readonly Work[]): Authored[] {
  const groups: Authored[] = []
  const of = new Map<Session, Sent>()
  for (const work of batch) {
    if (work.kind === 'change') groups.push(work)
    if (work.kind !== 'update') continue
    const known = of.get(work.session)
    if (known) {
      known.incoming.push(work)
      continue
    }
    const sent: Sent = { kind: 'sent', session: work.session, incoming: [work] }
    of.set(work.session, sent)
    groups.push(sent)
  }
  return groups
}

/** Each author's own order stays: nobody builds on what is not committed yet. */
function provenFirst(groups: readonly Authored[], listener: BatchListener): readonly Authored[] {
  const isNew = (authored: Authored): boolean => authored.kind === 'sent' && !listener.isProven(authored.session)
  return [...groups.filter((authored) => !isNew(authored)), ...groups.filter(isNew)]
}

type Attempt = { written: Written[]; taken: Taken[]; count: number; error: unknown }

/** Applies one after the other. `count`: so many are done; if `error` is not null the next one threw it. */
function applyAll(live: LiveDocument, groups: readonly Authored[], maxMs: number, listener: BatchListener): Attempt {
  const done: Attempt = { written: [], taken: [], count: 0, error: null }
  const until = threadMs() + maxMs
  for (const authored of groups) {
    if (done.count > 0 && threadMs() > until) return done
    try {
      if (authored.kind === 'change') {
        const update = live.apply(authored.change)
        if (update) done.written.push({ update, author: null })
      } else applySent(live, authored, done, listener)
    } catch (error) {
      const isOwn = authored.kind === 'change' || error instanceof AppError
      return { ...done, error: isOwn ? error : new AppError('malformed', {}, error) }
    }
    done.count += 1
  }
  return done
}

function applySent(live: LiveDocument, { session, incoming }: Sent, done: Attempt, listener: BatchListener): void {
  const refusal = listener.refusal(session, incoming)
  if (refusal !== null) return listener.refused(session, refusal)
  const from = threadMs()
  try {
    const { update, owes, settles } = live.applyUpdates(incoming)
    if (update) done.written.push({ update, author: session })
    done.taken.push({ session, owes, settles })
  } finally {
    listener.spent(session, threadMs() - from)
  }
}

/** The batch without what the ones who are `out` wrote, and with all that the `waiting` ones want put off: an ack must not come before its change. */
function divide(
  batch: readonly Work[],
  out: ReadonlySet<Session | Change>,
  waiting: ReadonlySet<Session | Change>,
): Pick<Applied, 'kept' | 'postponed'> {
  const kept: Work[] = []
  const postponed: Work[] = []
  for (const work of batch) {
    const author = work.kind === 'change' ? work : 'session' in work ? work.session : null
    if (author !== null && out.has(author) && (work.kind === 'update' || work.kind === 'change')) continue
    if (author !== null && waiting.has(author)) postponed.push(work)
    else kept.push(work)
  }
  return { kept, postponed }
}
