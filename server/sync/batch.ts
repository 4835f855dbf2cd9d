import type * as Y from 'yjs'
import { AppError } from '../../shared/errors.ts'
import type { LiveDocument } from './document.ts'
import type { Session } from './session.ts'

/** What a room does, in the order it came. */
export type Work =
  | { kind: 'update'; session: Session; update: Uint8Array; whole: boolean }
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

/** Changes by one author, waiting for the disk; null is the server itself. */
export type Written = { update: Uint8Array; author: Session | null }

/** How one update was taken: `owes` when part of it builds on what never came, `settles` when it was all that we asked for. */
export type Taken = { session: Session; owes: boolean; settles: boolean }

type Failure = { work: Extract<Work, { kind: 'update' | 'change' }>; error: unknown }

/**
 * Applies a batch's changes to the live document, author by author, so that each row on disk has one. When
 * one throws, the document is made again from what is on disk and the batch is applied without that author;
 * `onFailure` is told. Gives what was applied, what is left of the batch, and whose changes
 * were taken in whole or not.
 */
export function applyBatch(
  live: LiveDocument,
  batch: readonly Work[],
  onFailure: (failure: Failure) => void,
): { written: Written[]; kept: readonly Work[]; taken: Taken[] } {
  let kept = batch
  for (;;) {
    const written: Written[] = []
    const taken: Taken[] = []
    const failure = applyAll(live, kept, written, taken)
    if (!failure) return { written, kept, taken }
    live.drop()
    kept = kept.filter((work) => !sameAuthor(work, failure.work))
    onFailure(failure)
  }
}

/** All that one session sent in a batch; `whole` if a step 2 was among it. */
type Sent = { kind: 'sent'; first: Extract<Work, { kind: 'update' }>; updates: Uint8Array[]; whole: boolean }
type Authored = Extract<Work, { kind: 'change' }> | Sent

/** What each session sent, and each change of the server's own, in the order in which they first came. */
function byAuthor(batch: readonly Work[]): Authored[] {
  const groups: Authored[] = []
  const of = new Map<Session, Sent>()
  for (const work of batch) {
    if (work.kind === 'change') groups.push(work)
    if (work.kind !== 'update') continue
    const known = of.get(work.session)
    if (known) {
      known.updates.push(work.update)
      known.whole ||= work.whole
      continue
    }
    const sent: Sent = { kind: 'sent', first: work, updates: [work.update], whole: work.whole }
    of.set(work.session, sent)
    groups.push(sent)
  }
  return groups
}

function applyAll(live: LiveDocument, batch: readonly Work[], written: Written[], taken: Taken[]): Failure | null {
  for (const authored of byAuthor(batch)) {
    try {
      if (authored.kind === 'change') {
        const update = live.apply(authored.change)
        if (update) written.push({ update, author: null })
      } else {
        const { session } = authored.first
        const { update, whole } = live.applyUpdates(authored.updates)
        if (update) written.push({ update, author: session })
        taken.push({ session, owes: !whole, settles: whole && authored.whole })
      }
    } catch (error) {
      if (authored.kind === 'change') return { work: authored, error }
      return { work: authored.first, error: error instanceof AppError ? error : new AppError('malformed', {}, error) }
    }
  }
  return null
}

/** Whether two pieces of work come from the same session's writing; the server's own changes stand alone. */
function sameAuthor(a: Work, b: Work): boolean {
  return a === b || (a.kind === 'update' && b.kind === 'update' && a.session === b.session)
}
