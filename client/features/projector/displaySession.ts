import type { Clock, TimerHandle } from '../../../shared/clock.ts'
import type { SessionView } from '../../../shared/api.ts'

/**
 * What a display knows about itself. `paired` stays, with the last session, while the net is gone: the hall keeps
 * its picture. `unpaired` is only what the server has said.
 */
export type DisplayState =
  | { kind: 'starting' }
  | { kind: 'noContact' }
  | { kind: 'unpaired'; reason: 'new' | 'ended' }
  | { kind: 'paired'; session: SessionView }

/** What came of asking the server who this display is. */
export type DisplayAnswer = { kind: 'session'; session: SessionView } | { kind: 'notPaired' } | { kind: 'noContact' }

export type DisplaySession = {
  get(): DisplayState
  subscribe(listener: () => void): () => void
  /** Asks again now: after a close by the server, when the net comes back, when a code was typed. */
  refresh(): void
  stop(): void
}

const firstRetryMs = 1_000
const longestRetryMs = 10_000
/** A network without a gathering: the facilitator is still filling in the form. */
const noGatheringMs = 5_000

/** Finds out who this display is, and keeps asking by itself until it knows. */
export function createDisplaySession(ask: () => Promise<DisplayAnswer>, clock: Clock): DisplaySession {
  let state: DisplayState = { kind: 'starting' }
  let wasPaired = false
  let failures = 0
  let stopped = false
  let asking = false
  let askAgain = false
  let timer: TimerHandle | null = null
  const listeners = new Set<() => void>()

  const become = (next: DisplayState) => {
    if (JSON.stringify(next) === JSON.stringify(state)) return
    state = next
    for (const listener of listeners) listener()
  }
  const later = (delayMs: number) => {
    timer = clock.setTimeout(run, delayMs)
  }
  const take = (answer: DisplayAnswer) => {
    if (answer.kind === 'noContact') {
      if (state.kind === 'starting') become({ kind: 'noContact' })
      later(Math.min(firstRetryMs * 2 ** failures, longestRetryMs))
      failures += 1
      return
    }
    failures = 0
    if (answer.kind === 'notPaired') {
      if (state.kind !== 'unpaired') become({ kind: 'unpaired', reason: wasPaired ? 'ended' : 'new' })
      wasPaired = false
      return
    }
    wasPaired = true
    become({ kind: 'paired', session: answer.session })
    if (!answer.session.documents.stage) later(noGatheringMs)
  }
  function run(): void {
    if (stopped) return
    if (timer) clock.clearTimeout(timer)
    timer = null
    if (asking) {
      askAgain = true
      return
    }
    asking = true
    void ask()
      .catch((): DisplayAnswer => ({ kind: 'noContact' }))
      .then((answer) => {
        asking = false
        if (stopped) return
        take(answer)
        if (askAgain) {
          askAgain = false
          run()
        }
      })
  }

  run()
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refresh: run,
    stop() {
      stopped = true
      if (timer) clock.clearTimeout(timer)
    },
  }
}
