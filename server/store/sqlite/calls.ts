import type { Directory, SignedIn, Secret, SessionRow } from '../directory.ts'
import type { HistoryPage, HistoryQuery, Rewrite, Store } from '../store.ts'

/** How far a removal came: it is done in slices, each in a commit of its own. */
export type Slice = { removed: number; more: boolean }

/** What the worker does otherwise than the interfaces say; mostly, the main thread's clock goes along. */
type WorkerCalls = {
  putSnapshot(
    documentId: string,
    epoch: string,
    sequence: number,
    snapshot: Uint8Array,
    stateVector: Uint8Array | null,
    at: number,
  ): Promise<void>
  setAside(documentId: string, at: number): Promise<void>
  sweepSome(before: number, most: number): Promise<Slice>
  pruneVersions(now: number, most: number): Promise<Slice>
  history(documentId: string, args: HistoryQuery & { most: number }): Promise<HistoryPage>
  /** Resolves to whether no trace is left. */
  purge(rewrites: Rewrite[], at: number): Promise<boolean>
  purges(): Promise<{ documentId: string; at: number; createdAt: number }[]>
  cleanUp(at: number): Promise<boolean>
  endSession(id: string, at: number): Promise<void>
  findSession(tokenHash: Uint8Array, now: number): Promise<SignedIn | null>
  sessionById(id: string, now: number): Promise<SignedIn | null>
  sessionsOf(personId: string, now: number): Promise<SessionRow[]>
  secrets(networkId: string, now: number): Promise<Secret[]>
}

type AsyncCalls = Omit<Store & Directory, keyof WorkerCalls | 'sweep' | 'backups' | 'close'> & WorkerCalls

export type CallName = keyof AsyncCalls
export type CallArgs = { [K in CallName]: Parameters<AsyncCalls[K]> }
export type CallResults = { [K in CallName]: Awaited<ReturnType<AsyncCalls[K]>> }

/** The same calls as the worker runs them: at once, and throwing. Each part of the worker gives some of them. */
export type SyncCalls = { [K in CallName]: (...args: CallArgs[K]) => CallResults[K] }

/** One call on its way to the worker. */
export type JobOf<K extends CallName> = { [N in K]: { id: number; name: N; args: CallArgs[N] } }[K]
export type Job = JobOf<CallName>

/**
 * Writes share a transaction; reads run between transactions, so they never see what is not yet durable. What must
 * run alone has its turn after the writes asked for before it, and makes its own transactions.
 */
export const callKinds: { readonly [K in CallName]: 'read' | 'write' | 'alone' } = {
  open: 'read',
  append: 'write',
  putSnapshot: 'write',
  markTidied: 'write',
  setAside: 'write',
  sweepSome: 'write',
  saveVersion: 'write',
  versions: 'read',
  readVersion: 'read',
  pruneVersions: 'write',
  history: 'read',
  purge: 'alone',
  purges: 'read',
  cleanUp: 'alone',
  probe: 'write',
  createNetwork: 'write',
  createGathering: 'write',
  createTeams: 'write',
  network: 'read',
  networksOf: 'read',
  gatherings: 'read',
  gathering: 'read',
  teams: 'read',
  team: 'read',
  members: 'read',
  networkCount: 'read',
  addSecret: 'write',
  findSecret: 'read',
  secret: 'read',
  secrets: 'read',
  endSecret: 'write',
  replaceCard: 'write',
  join: 'write',
  addSession: 'write',
  findSession: 'read',
  sessionById: 'read',
  sessionsOf: 'read',
  endSession: 'write',
  setSessionNetwork: 'write',
  person: 'read',
  changePerson: 'write',
  agree: 'write',
  appliedCommand: 'read',
  sweepCommands: 'write',
  agreements: 'read',
  comment: 'write',
  takeBackComment: 'write',
  settleComment: 'write',
  hideComment: 'write',
  rewriteComments: 'write',
  comments: 'read',
  ownComments: 'read',
  teamsCommentedBy: 'read',
  removedTeams: 'read',
  renameNetwork: 'write',
  changeTeam: 'write',
  removeTeam: 'write',
  restoreTeam: 'write',
  facilitators: 'read',
  commenters: 'read',
  movePerson: 'write',
  removePerson: 'write',
  replaceWayBack: 'write',
  setting: 'read',
  putSetting: 'write',
}

/** Runs one job by the part that knows it. */
export function runCall<K extends CallName>(calls: SyncCalls, job: JobOf<K>): CallResults[K] {
  const call: (...args: CallArgs[K]) => CallResults[K] = calls[job.name]
  return call(...job.args)
}
