import type { DatabaseSync } from 'node:sqlite'
import { agreementCalls } from './agreements.ts'
import type { SyncCalls } from './calls.ts'
import { commandCalls } from './commands.ts'
import { commentCalls } from './comments.ts'
import { documentCalls } from './documents.ts'
import { historyCalls } from './history.ts'
import { networkCalls } from './networks.ts'
import { membershipCalls } from './membership.ts'
import { peopleCalls } from './people.ts'
import { purgeCalls } from './purge.ts'
import { query } from './query.ts'
import { secretCalls } from './secrets.ts'
import { sessionCalls } from './sessions.ts'
import { setAsideCalls } from './set-aside.ts'
import { sweepCalls } from './sweep.ts'
import { versionCalls } from './versions.ts'
import { snapshotWriter } from './write-snapshot.ts'

/** Every call of the store and the directory, on one connection, so that each can share a transaction with the others. */
export function allCalls(db: DatabaseSync): SyncCalls {
  const writeSnapshot = snapshotWriter(db)
  const documents = documentCalls(db, writeSnapshot)
  const { removeRows, ...sweeping } = sweepCalls(db)
  const { endWayBack, ...secrets } = secretCalls(db)
  const { endSessionsOf, ...sessions } = sessionCalls(db, (id) => people.person(id))
  const people = peopleCalls(db, secrets.take, sessions.addSession)
  const { once, ...commands } = commandCalls(db)
  return {
    ...documents,
    ...setAsideCalls(db, writeSnapshot),
    ...sweeping,
    ...versionCalls(db),
    ...historyCalls(db),
    ...purgeCalls(db, { writeSnapshot, removeRows }),
    ...networkCalls(db, documents.create, secrets.addSecret),
    ...secrets,
    ...people,
    ...membershipCalls(db, { endSessionsOf, endWayBack }),
    ...sessions,
    ...commands,
    ...agreementCalls(db, once),
    ...commentCalls(db, once),
    ...settingCalls(db),
  }
}

function settingCalls(db: DatabaseSync): Pick<SyncCalls, 'setting' | 'putSetting'> {
  const find = query<[string], { value: string }>(db, 'SELECT value FROM settings WHERE key = ?')
  const put = query<[string, string]>(db, 'INSERT OR REPLACE INTO settings VALUES (?, ?)')
  return {
    setting: (key) => find.get(key)?.value ?? null,
    putSetting(key, value) {
      put.run(key, value)
    },
  }
}
