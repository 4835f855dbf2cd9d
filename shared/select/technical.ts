import type { TechnicalView } from '../api.ts'
import type { ErrorCode } from '../errors.ts'

/** Green, yellow, red: nothing to do, somebody should look, do something now. */
export type Level = 'well' | 'look' | 'wrong'

/** How each part is, and why; the reason chooses the words, of what it is and of what to do. */
export type TechnicalState = {
  net: { level: Level; reason: 'well' | 'someLost' | 'manyLost' | 'unreachable' }
  disk: { level: Level; reason: 'well' | 'low' | 'damaged' | 'full' | 'notWritable' }
  backup: { level: Level; reason: 'fresh' | 'old' | 'veryOld' | 'none' }
  errors: { level: Level; reason: 'none' | 'some' | 'ours' }
}

const dayMs = 24 * 60 * 60 * 1000

/** These are the server's own; all others tell of somebody's net, code or old page. */
const ours: readonly ErrorCode[] = ['internal', 'storeFailed']
/** What happens every day and says nothing. */
const everyday: readonly ErrorCode[] = [
  'notSignedIn',
  'takenOver',
  'boardsRest',
  'notAllowed',
  'notFound',
  'gatheringChanged',
  'epochChanged',
  'secretUnknown',
  'stopping',
  'nameEmpty',
  'textEmpty',
]

/** What a facilitator is told of the server. A single phone that lost its net is not worth a word. */
export function technicalState({ now, startedAt, net, disk, people, backup, errors }: TechnicalView): TechnicalState {
  return {
    net: netState(net, people),
    disk: diskState(disk),
    backup: backupState(backup?.at ?? null, now, startedAt),
    errors: errorState(errors.map(({ code }) => code)),
  }
}

function netState(net: TechnicalView['net'], people: TechnicalView['people']): TechnicalState['net'] {
  if (!net.reachable) return { level: 'wrong', reason: 'unreachable' }
  const online = people.facilitators + people.editors + people.commenters + people.displays
  const share = net.lostPeople / Math.max(online, 1)
  if (net.lostPeople >= 10 && share >= 0.3) return { level: 'wrong', reason: 'manyLost' }
  if (net.lostPeople >= 3 && share >= 0.1) return { level: 'look', reason: 'someLost' }
  return { level: 'well', reason: 'well' }
}

function diskState({ writable, state, damaged }: TechnicalView['disk']): TechnicalState['disk'] {
  if (state === 'full') return { level: 'wrong', reason: 'full' }
  if (!writable) return { level: 'wrong', reason: 'notWritable' }
  if (damaged > 0) return { level: 'look', reason: 'damaged' }
  return state === 'low' ? { level: 'look', reason: 'low' } : { level: 'well', reason: 'well' }
}

function backupState(at: number | null, now: number, startedAt: number): TechnicalState['backup'] {
  // Whoever has just begun has nothing to lose yet.
  if (at === null) return { level: now - startedAt > dayMs ? 'wrong' : 'look', reason: 'none' }
  if (now - at > 7 * dayMs) return { level: 'wrong', reason: 'veryOld' }
  return now - at > dayMs ? { level: 'look', reason: 'old' } : { level: 'well', reason: 'fresh' }
}

function errorState(codes: readonly ErrorCode[]): TechnicalState['errors'] {
  if (codes.some((code) => ours.includes(code))) return { level: 'wrong', reason: 'ours' }
  const some = codes.some((code) => !everyday.includes(code))
  return some ? { level: 'look', reason: 'some' } : { level: 'well', reason: 'none' }
}
