import type { DatabaseSync } from 'node:sqlite'
import { AppError } from '../../../shared/errors.ts'
import type { Person, Secret, SessionRow } from '../directory.ts'
import type { SyncCalls } from './calls.ts'
import { query } from './query.ts'

type PeopleCalls = Pick<SyncCalls, 'join' | 'members' | 'person' | 'changePerson' | 'facilitators' | 'commenters'>

export type PersonSql = Omit<Person, 'mayMakeNetworks'> & { mayMakeNetworks: number }

const columns = `people.id, people.network_id AS networkId, people.name, people.title, people.role, people.language,
  people.may_make_networks AS mayMakeNetworks`

/** People, the teams they reach and the networks they run. */
export function peopleCalls(
  db: DatabaseSync,
  takeSecret: (id: string, at: number) => Secret,
  addSession: (session: SessionRow & { tokenHash: Uint8Array }) => void,
): PeopleCalls {
  const add = query<[string, string | null, string, string | null, string, string, number, number]>(
    db,
    `INSERT INTO people (id, network_id, name, title, role, language, may_make_networks, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const addMember = query<[string, string, number]>(
    db,
    'INSERT INTO team_members VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const addFacilitator = query<[string, string, number]>(
    db,
    'INSERT INTO network_facilitators VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const addToAllNetworks = query<[string, number]>(
    db,
    'INSERT INTO network_facilitators SELECT id, ?1, ?2 FROM networks WHERE true ON CONFLICT DO NOTHING',
  )
  const addDisplay = query<[string, string]>(db, 'INSERT INTO displays VALUES (?, ?)')
  const byId = query<[string], PersonSql>(db, `SELECT ${columns} FROM people WHERE id = ?`)
  const editorsOf = query<[string], PersonSql>(
    db,
    `SELECT ${columns} FROM team_members JOIN people ON people.id = person_id
     WHERE team_id = ? AND people.role = 'editor' AND people.removed_at IS NULL ORDER BY team_members.at, team_members.rowid`,
  )
  const facilitatorsOf = query<[string], PersonSql>(
    db,
    `SELECT ${columns} FROM network_facilitators AS f JOIN people ON people.id = f.person_id
     WHERE f.network_id = ? AND people.removed_at IS NULL ORDER BY f.at, people.rowid`,
  )
  const commentersOf = query<[string], PersonSql>(
    db,
    `SELECT ${columns} FROM people WHERE network_id = ? AND role = 'commenter' AND removed_at IS NULL
     ORDER BY created_at, rowid`,
  )
  const teamsOf = query<[string], { id: string }>(
    db,
    'SELECT team_id AS id FROM team_members WHERE person_id = ? ORDER BY at, rowid',
  )
  const rename = query<[string, string]>(db, 'UPDATE people SET name = ? WHERE id = ?')
  const setTitle = query<[string | null, string]>(db, 'UPDATE people SET title = ? WHERE id = ?')
  const setLanguage = query<[string, string]>(db, 'UPDATE people SET language = ? WHERE id = ?')

  function letIn(person: Person, secret: Secret, at: number): void {
    if (secret.networkId !== null) addFacilitator.run(secret.networkId, person.id, at)
    // Only the link from the terminal belongs to no network.
    else addToAllNetworks.run(person.id, at)
  }

  return {
    join({ person, teamIds, session, secretId, at }) {
      const secret = takeSecret(secretId, at)
      const { id, networkId, name, title, role, language } = person
      add.run(id, networkId, name, title, role, language, person.mayMakeNetworks ? 1 : 0, at)
      for (const teamId of teamIds) addMember.run(teamId, id, at)
      if (role === 'facilitator') letIn(person, secret, at)
      addSession(session)
      if (role === 'display') addDisplay.run(secretId, session.id)
    },

    members: (teamId) => editorsOf.all(teamId).map(toPerson),
    facilitators: (networkId) => facilitatorsOf.all(networkId).map(toPerson),
    commenters: (networkId) =>
      commentersOf
        .all(networkId)
        .map((row) => ({ ...toPerson(row), teamIds: teamsOf.all(row.id).map(({ id }) => id) })),
    person(id) {
      const row = byId.get(id)
      return row && toPerson(row)
    },
    changePerson(id, { name, title, language }) {
      if (!byId.get(id)) throw new AppError('notFound')
      if (name !== undefined) rename.run(name, id)
      if (title !== undefined) setTitle.run(title, id)
      if (language !== undefined) setLanguage.run(language, id)
    },
  }
}

/** SQLite knows no booleans. */
export function toPerson(row: PersonSql): Person {
  return { ...row, mayMakeNetworks: row.mayMakeNetworks === 1 }
}
