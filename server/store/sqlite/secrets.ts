import type { DatabaseSync } from 'node:sqlite'
import { AppError } from '../../../shared/errors.ts'
import type { Role } from '../../../shared/roles.ts'
import type { Secret } from '../directory.ts'
import type { SyncCalls } from './calls.ts'
import { query, toList } from './query.ts'

type SecretCalls = Pick<
  SyncCalls,
  'addSecret' | 'findSecret' | 'secret' | 'secrets' | 'endSecret' | 'replaceCard' | 'removeTeam' | 'replaceWayBack'
> & {
  /** Ends a person's own way back, if there is one. */
  endWayBack: (personId: string, at: number) => void
  /**
   * For joining: makes sure, in the transaction that joins, that the secret still opens anything, and uses it
   * up if it is a one-time one. What was looked up before may have been ended or used meanwhile.
   */
  take: (id: string, at: number) => Secret
}

type SecretSql = Omit<Secret, 'teamIds' | 'oneTime' | 'role'> & { role: Role; teamIds: string; oneTime: number }

const columns = `id, network_id AS networkId, role, team_id AS teamId, team_ids AS teamIds, code_cipher AS codeCipher,
  token_cipher AS tokenCipher, created_at AS createdAt, expires_at AS expiresAt, ended_at AS endedAt,
  used_at AS usedAt, one_time AS oneTime, person_id AS personId`

/** Cards and links. */
export function secretCalls(db: DatabaseSync): SecretCalls {
  const add = query<
    [
      ...[string, string | null, string, string | null, string],
      ...[Uint8Array | null, Uint8Array, Uint8Array, Uint8Array],
      ...[number, number, number, string | null],
    ]
  >(
    db,
    `INSERT INTO secrets (id, network_id, role, team_id, team_ids, code_hash, token_hash, code_cipher, token_cipher,
     created_at, expires_at, one_time, person_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const byHash = query<[Uint8Array], SecretSql>(
    db,
    `SELECT ${columns} FROM secrets WHERE code_hash = ?1 OR token_hash = ?1`,
  )
  const byId = query<[string], SecretSql>(db, `SELECT ${columns} FROM secrets WHERE id = ?`)
  const live = query<[string, number], SecretSql>(
    db,
    `SELECT ${columns} FROM secrets WHERE network_id = ? AND ended_at IS NULL AND expires_at > ?
     AND (one_time = 0 OR used_at IS NULL) ORDER BY created_at, rowid`,
  )
  const end = query<[number, string]>(db, 'UPDATE secrets SET ended_at = ? WHERE id = ? AND ended_at IS NULL')
  const endCards = query<[number, string]>(db, 'UPDATE secrets SET ended_at = ? WHERE team_id = ? AND ended_at IS NULL')
  const endPersonal = query<[number, string]>(
    db,
    'UPDATE secrets SET ended_at = ? WHERE person_id = ? AND ended_at IS NULL',
  )
  const hideTeam = query<[number, string]>(db, 'UPDATE teams SET removed_at = ? WHERE id = ? AND removed_at IS NULL')
  const endDisplays = query<[number, string], { id: string }>(
    db,
    `UPDATE sessions SET ended_at = ? WHERE ended_at IS NULL
     AND id IN (SELECT session_id FROM displays WHERE secret_id = ?) RETURNING id`,
  )
  const use = query<[number, string]>(db, 'UPDATE secrets SET used_at = ? WHERE id = ?')

  const addSecret: SyncCalls['addSecret'] = (secret) => {
    add.run(
      secret.id,
      secret.networkId,
      secret.role,
      secret.teamId,
      JSON.stringify(secret.teamIds),
      secret.codeHash,
      secret.tokenHash,
      secret.codeCipher,
      secret.tokenCipher,
      secret.createdAt,
      secret.expiresAt,
      secret.oneTime ? 1 : 0,
      secret.personId ?? null,
    )
  }

  return {
    addSecret,
    findSecret(hash) {
      const row = byHash.get(hash)
      return row && toSecret(row)
    },
    secret(id) {
      const row = byId.get(id)
      return row && toSecret(row)
    },
    secrets: (networkId, now) => live.all(networkId, now).map(toSecret),
    // Ending twice is no error: two facilitators may press the same button.
    endSecret(id, at) {
      end.run(at, id)
      return endDisplays.all(at, id).map((display) => display.id)
    },
    replaceCard(teamId, secret, at) {
      endCards.run(at, teamId)
      addSecret(secret)
    },
    removeTeam(id, at) {
      hideTeam.run(at, id)
      endCards.run(at, id)
    },
    replaceWayBack(personId, secret, at) {
      endPersonal.run(at, personId)
      addSecret(secret)
    },
    endWayBack(personId, at) {
      endPersonal.run(at, personId)
    },

    take(id, at) {
      const row = byId.get(id)
      if (!row) throw new AppError('secretUnknown')
      if (row.endedAt !== null) throw new AppError('secretEnded')
      if (row.expiresAt <= at) throw new AppError('secretExpired')
      if (row.oneTime === 1) {
        if (row.usedAt !== null) throw new AppError('secretUsed')
        use.run(at, id)
      }
      return toSecret(row)
    },
  }
}

function toSecret(row: SecretSql): Secret {
  return { ...row, teamIds: toList(row.teamIds), oneTime: row.oneTime === 1 }
}
