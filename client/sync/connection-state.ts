import type { ErrorCode } from '../../shared/errors.ts'
import type { Access } from './messages.ts'

/**
 * What is known about one document's way to the server.
 * connecting: not there yet, or gone for a moment · live: the server answers · offline: it does not ·
 * ended: it will not again before the page is loaded anew; `code` says why.
 */
export type ConnectionState = {
  readonly phase: 'connecting' | 'live' | 'offline' | 'ended'
  /** what the server let us do when it was last heard; null before that */
  readonly access: Access | null
  /** changes made here that the server has not said are on disk */
  readonly waiting: number
  /** the server's content has come over this socket */
  readonly synced: boolean
  readonly code: ErrorCode | null
  /** something made here was not taken, and why; until it is in order again */
  readonly refused: ErrorCode | null
  /** «Tavlene hviler»: read only for the time being; what is made here waits and is sent when they rest no more */
  readonly resting: boolean
  /** ms since 1970: when the net was lost; only while offline */
  readonly since?: number
}

export const firstState: ConnectionState = {
  phase: 'connecting',
  access: null,
  waiting: 0,
  synced: false,
  code: null,
  refused: null,
  resting: false,
}

/** The state with some fields changed; the same object if none is another. `since` goes with the phase. */
export function changedState(state: ConnectionState, change: Partial<ConnectionState>, now: number): ConnectionState {
  const next = { ...state, ...change }
  const keys = Object.keys(firstState) as (keyof ConnectionState)[]
  if (keys.every((key) => next[key] === state[key])) return state
  if (next.phase === 'offline') return { ...next, since: state.since ?? now }
  const { since: _since, ...rest } = next
  return rest
}
