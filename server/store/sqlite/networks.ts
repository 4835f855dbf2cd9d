import type { DatabaseSync } from 'node:sqlite'
import { AppError } from '../../../shared/errors.ts'
import type { Gathering, NewDocument, NewSecret, Team } from '../directory.ts'
import type { SyncCalls } from './calls.ts'
import { query, toList } from './query.ts'

type NetworkCalls = Pick<
  SyncCalls,
  | 'createNetwork'
  | 'createGathering'
  | 'createTeams'
  | 'network'
  | 'networksOf'
  | 'gatherings'
  | 'gathering'
  | 'teams'
  | 'team'
  | 'networkCount'
  | 'removedTeams'
  | 'renameNetwork'
  | 'changeTeam'
  | 'restoreTeam'
>

type NetworkSql = { id: string; name: string; currentGatheringId: string | null }
type GatheringSql = Omit<Gathering, 'days'> & { days: string }
type TeamSql = Omit<Team, 'municipalities'> & { municipalities: string }

const networkColumns = 'id, name, current_gathering_id AS currentGatheringId'
const gatheringColumns = 'id, network_id AS networkId, name, place, days, day_count AS dayCount'
const teamColumns = 'id, network_id AS networkId, number, name, municipalities'

/** The networks that a person reaches: a facilitator's are listed, everyone else has the one they joined. */
export const networksOfPerson = `
  SELECT network_id FROM network_facilitators WHERE person_id = ?1
  UNION SELECT network_id FROM people WHERE id = ?1 AND role <> 'facilitator' AND network_id IS NOT NULL
    AND removed_at IS NULL`

/** Networks, gatherings and teams, each created together with its documents and its card. */
export function networkCalls(
  db: DatabaseSync,
  create: (documents: readonly NewDocument[], at: number) => void,
  addSecret: (secret: NewSecret) => void,
): NetworkCalls {
  const addNetwork = query<[string, string, number]>(db, 'INSERT INTO networks VALUES (?, ?, NULL, 0, ?)')
  const addFacilitator = query<[string, string, number]>(db, 'INSERT INTO network_facilitators VALUES (?, ?, ?)')
  const settleFacilitator = query<[string, string]>(
    db,
    'UPDATE people SET network_id = ? WHERE id = ? AND network_id IS NULL',
  )
  const addGathering = query<[string, string, string, string, string, number, number]>(
    db,
    'INSERT INTO gatherings VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const makeCurrent = query<[string, string]>(db, 'UPDATE networks SET current_gathering_id = ? WHERE id = ?')
  const nextNumber = query<[string], { number: number }>(
    db,
    'UPDATE networks SET last_team_number = last_team_number + 1 WHERE id = ? RETURNING last_team_number AS number',
  )
  const addTeam = query<[string, string, number, string, string, number]>(
    db,
    'INSERT INTO teams (id, network_id, number, name, municipalities, created_at) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const networkById = query<[string], NetworkSql>(db, `SELECT ${networkColumns} FROM networks WHERE id = ?`)
  const networksByPerson = query<[string], NetworkSql>(
    db,
    `SELECT ${networkColumns} FROM networks WHERE id IN (${networksOfPerson}) ORDER BY created_at, rowid`,
  )
  const gatheringById = query<[string], GatheringSql>(db, `SELECT ${gatheringColumns} FROM gatherings WHERE id = ?`)
  const gatheringsByNetwork = query<[string], GatheringSql>(
    db,
    `SELECT ${gatheringColumns} FROM gatherings WHERE network_id = ? ORDER BY created_at, rowid`,
  )
  const teamById = query<[string], TeamSql>(db, `SELECT ${teamColumns} FROM teams WHERE id = ? AND removed_at IS NULL`)
  const teamsByNetwork = query<[string], TeamSql>(
    db,
    `SELECT ${teamColumns} FROM teams WHERE network_id = ? AND removed_at IS NULL ORDER BY number`,
  )
  const removedByNetwork = query<[string], TeamSql>(
    db,
    `SELECT ${teamColumns} FROM teams WHERE network_id = ? AND removed_at IS NOT NULL ORDER BY number`,
  )
  const nameNetwork = query<[string, string]>(db, 'UPDATE networks SET name = ? WHERE id = ?')
  const nameTeam = query<[string, string]>(db, 'UPDATE teams SET name = ? WHERE id = ?')
  const setMunicipalities = query<[string, string]>(db, 'UPDATE teams SET municipalities = ? WHERE id = ?')
  const restore = query<[string]>(db, 'UPDATE teams SET removed_at = NULL WHERE id = ? AND removed_at IS NOT NULL')
  const countNetworks = query<[], { count: number }>(db, 'SELECT count(*) AS count FROM networks')

  return {
    createNetwork({ id, name, facilitatorId, at, documents }) {
      addNetwork.run(id, name, at)
      if (facilitatorId !== null) {
        addFacilitator.run(id, facilitatorId, at)
        settleFacilitator.run(id, facilitatorId)
      }
      create(documents, at)
    },

    createGathering({ id, networkId, name, place, days, dayCount, at, documents }) {
      addGathering.run(id, networkId, name, place, JSON.stringify(days), dayCount, at)
      makeCurrent.run(id, networkId)
      create(documents, at)
    },

    createTeams({ networkId, at, teams }) {
      if (!networkById.get(networkId)) throw new AppError('notFound', { networkId })
      return teams.map(({ id, name, municipalities, secret, documents }): Team => {
        const { number } = nextNumber.get(networkId) ?? { number: 1 }
        addTeam.run(id, networkId, number, name, JSON.stringify(municipalities), at)
        addSecret(secret)
        create(documents, at)
        return { id, networkId, number, name, municipalities }
      })
    },

    network: (id) => networkById.get(id),
    networksOf: (personId) => networksByPerson.all(personId),
    gatherings: (networkId) => gatheringsByNetwork.all(networkId).map(toGathering),
    gathering(id) {
      const row = gatheringById.get(id)
      return row && toGathering(row)
    },
    teams: (networkId) => teamsByNetwork.all(networkId).map(toTeam),
    team(id) {
      const row = teamById.get(id)
      return row && toTeam(row)
    },
    removedTeams: (networkId) => removedByNetwork.all(networkId).map(toTeam),
    renameNetwork(id, name) {
      if (nameNetwork.run(name, id) === 0) throw new AppError('notFound')
    },
    changeTeam(id, { name, municipalities }) {
      if (!teamById.get(id)) throw new AppError('notFound')
      if (name !== undefined) nameTeam.run(name, id)
      if (municipalities !== undefined) setMunicipalities.run(JSON.stringify(municipalities), id)
    },
    restoreTeam(id, card) {
      if (restore.run(id) === 0) throw new AppError('notFound')
      addSecret(card)
    },
    networkCount: () => countNetworks.get()?.count ?? 0,
  }
}

function toGathering(row: GatheringSql): Gathering {
  return { ...row, days: toList(row.days) }
}

function toTeam(row: TeamSql): Team {
  return { ...row, municipalities: toList(row.municipalities) }
}
