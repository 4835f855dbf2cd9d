import * as Y from 'yjs'
import type { Taken, Work, Written } from './batch.ts'
import { encodeAck, encodeUpdate } from './codec.ts'
import { mayHear } from './presence-teller.ts'
import type { Session } from './session.ts'

/*
 * What sessions are told once a batch is on disk.
 */

/**
 * One message to everyone, whoever wrote; a lone author need not hear it again. `presence` is news of who is here, which goes
 * along in the same write.
 */
export function relay(sessions: Iterable<Session>, written: readonly Written[], presence: Uint8Array | null): void {
  const [first, ...more] = written
  if (!first) return
  const lone = more.every(({ author }) => author === first.author) ? first.author : null
  const update = more.length === 0 ? first.update : Y.mergeUpdates(written.map((each) => each.update))
  const frame = encodeUpdate(update)
  for (const session of sessions) {
    if (!session.joined) continue
    const heard = presence !== null && mayHear(session) ? presence : null
    if (session !== lone) session.send(frame, heard)
    else if (heard) session.send(heard)
  }
}

/** Takes it down whose changes built on what never came, and gives them: they are to be asked for everything that we lack. */
export function settleDebts(taken: readonly Taken[]): ReadonlySet<Session> {
  const asked = new Set<Session>()
  for (const { session, owes, settles } of taken) {
    if (settles) {
      session.owes = false
      session.answered = true
    }
    if (!owes) continue
    session.owes = true
    asked.add(session)
  }
  return asked
}

/** Answers each session's last marker. `acknowledged` is told when each marker came. */
export function acknowledge(batch: readonly Work[], acknowledged: (cameAt: number) => void): void {
  const last = new Map<Session, number>()
  for (const work of batch) {
    const { kind } = work
    // A reader's changes are never taken, so there is nothing of theirs to acknowledge.
    if (kind !== 'marker' || work.session.owes || work.session.access === 'read') continue
    last.set(work.session, work.n)
    acknowledged(work.at)
  }
  for (const [session, n] of last) if (session.extended) session.send(encodeAck(n))
}
