import type { Clock } from '../../shared/clock.ts'
import type { Directory } from './directory.ts'
import { connect, type Connection } from './sqlite/connection.ts'
import type { Commit } from './sqlite/messages.ts'
import { sqliteStore } from './sqlite-store.ts'
import type { Store } from './store.ts'

export type OpenedSqlite = { store: Store; directory: Directory; close: () => Promise<void> }

/**
 * Opens the data folder, made if missing, in a worker thread that owns the only connection. Rejects with a
 * `StartFailure`. `onCommit` is told of every transaction, for the metrics. The two `close` are one.
 */
export async function openSqlite(args: {
  folder: string
  clock: Clock
  onCommit?: (commit: Commit) => void
}): Promise<OpenedSqlite> {
  const connection = await connect(args.folder, args.onCommit ?? (() => undefined))
  const store = sqliteStore(connection, args.folder, args.clock)
  return { store, directory: sqliteDirectory(connection, args.clock), close: () => store.close() }
}

export function sqliteDirectory({ call }: Connection, clock: Clock): Directory {
  return {
    createNetwork: (args) => call('createNetwork', args),
    createGathering: (args) => call('createGathering', args),
    createTeams: (args) => call('createTeams', args),
    network: (id) => call('network', id),
    networksOf: (personId) => call('networksOf', personId),
    gatherings: (networkId) => call('gatherings', networkId),
    gathering: (id) => call('gathering', id),
    teams: (networkId) => call('teams', networkId),
    team: (id) => call('team', id),
    members: (teamId) => call('members', teamId),
    networkCount: () => call('networkCount'),
    addSecret: (secret) => call('addSecret', secret),
    findSecret: (hash) => call('findSecret', hash),
    secret: (id) => call('secret', id),
    secrets: (networkId) => call('secrets', networkId, clock.now()),
    endSecret: (id, at) => call('endSecret', id, at),
    replaceCard: (teamId, secret, at) => call('replaceCard', teamId, secret, at),
    join: (args) => call('join', args),
    addSession: (session) => call('addSession', session),
    findSession: (tokenHash) => call('findSession', tokenHash, clock.now()),
    sessionById: (id) => call('sessionById', id, clock.now()),
    sessionsOf: (personId) => call('sessionsOf', personId, clock.now()),
    endSession: (id) => call('endSession', id, clock.now()),
    setSessionNetwork: (sessionId, networkId) => call('setSessionNetwork', sessionId, networkId),
    person: (id) => call('person', id),
    changePerson: (id, change) => call('changePerson', id, change),
    agree: (args) => call('agree', args),
    appliedCommand: (commandId) => call('appliedCommand', commandId),
    sweepCommands: (before) => call('sweepCommands', before),
    agreements: (teamId) => call('agreements', teamId),
    comment: (args) => call('comment', args),
    takeBackComment: (args) => call('takeBackComment', args),
    settleComment: (args) => call('settleComment', args),
    hideComment: (args) => call('hideComment', args),
    rewriteComments: (teamId, comments, at) => call('rewriteComments', teamId, comments, at),
    comments: (teamId) => call('comments', teamId),
    ownComments: (teamId, personId) => call('ownComments', teamId, personId),
    teamsCommentedBy: (personId) => call('teamsCommentedBy', personId),
    removedTeams: (networkId) => call('removedTeams', networkId),
    renameNetwork: (id, name) => call('renameNetwork', id, name),
    changeTeam: (id, change) => call('changeTeam', id, change),
    removeTeam: (id, at) => call('removeTeam', id, at),
    restoreTeam: (id, card) => call('restoreTeam', id, card),
    facilitators: (networkId) => call('facilitators', networkId),
    commenters: (networkId) => call('commenters', networkId),
    movePerson: (args) => call('movePerson', args),
    removePerson: (args) => call('removePerson', args),
    replaceWayBack: (personId, secret, at) => call('replaceWayBack', personId, secret, at),
    setting: (key) => call('setting', key),
    putSetting: (key, value) => call('putSetting', key, value),
  }
}
