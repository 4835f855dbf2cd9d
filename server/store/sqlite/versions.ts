import type { DatabaseSync } from 'node:sqlite'
import { AppError } from '../../../shared/errors.ts'
import { serverLimits } from '../../limits.ts'
import { staleVersions } from '../stale-versions.ts'
import type { VersionKind, VersionRow } from '../store.ts'
import type { SyncCalls } from './calls.ts'
import { rowChecksum } from './checksum.ts'
import { headSql, isIntact, unzipped, type Head } from './kept.ts'
import { query } from './query.ts'

type VersionCalls = Pick<SyncCalls, 'saveVersion' | 'versions' | 'readVersion' | 'pruneVersions'>

type VersionSql = Omit<VersionRow, 'kind'> & { kind: VersionKind }

const columns = `id, document_id AS documentId, kind, name, person_id AS personId, at, sequence, length(bytes) AS bytes`

/** Versions. `saveVersion` is given its state compressed already: that takes too long to do inside a transaction. */
export function versionCalls(db: DatabaseSync): VersionCalls {
  const head = query<[string], Head>(db, headSql)
  const add = query<[string, string, string | null, string | null, number, number, Uint8Array, number], { id: number }>(
    db,
    `INSERT INTO versions (document_id, kind, name, person_id, at, sequence, bytes, checksum)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
  )
  const list = query<[string], VersionSql>(
    db,
    `SELECT ${columns} FROM versions WHERE document_id = ? ORDER BY at DESC, id DESC`,
  )
  const byId = query<[number], VersionSql>(db, `SELECT ${columns} FROM versions WHERE id = ?`)
  const bytesOf = query<[number], { bytes: Uint8Array; checksum: number }>(
    db,
    'SELECT bytes, checksum FROM versions WHERE id = ?',
  )
  const remove = query<[number]>(db, 'DELETE FROM versions WHERE id = ?')
  const documentsWithVersions = query<[], { id: string }>(db, 'SELECT DISTINCT document_id AS id FROM versions')

  return {
    saveVersion(documentId, { epoch, kind, name, personId, at, sequence, state }) {
      const found = head.get(documentId)
      if (!found) throw new AppError('notFound', { documentId })
      if (found.epoch !== epoch) throw new AppError('epochChanged', { documentId })
      if (sequence > found.lastSequence) throw new AppError('storeFailed', { documentId, sequence })
      const before = list.all(documentId)
      const newest = before[0]
      // Nothing has changed since.
      if (kind === 'auto' && newest?.sequence === sequence) return newest.id
      const named = before.filter((version) => version.kind === 'named').length
      if (kind === 'named' && named >= serverLimits.namedVersionsPerDocument) throw new AppError('tooMany')
      const added = add.get(
        ...([documentId, kind, name, personId] as const),
        ...([at, sequence, state, rowChecksum(documentId, sequence, state)] as const),
      )
      if (!added) throw new AppError('storeFailed', { documentId })
      return added.id
    },

    versions: (documentId) => list.all(documentId),

    readVersion(id) {
      const version = byId.get(id)
      const stored = bytesOf.get(id)
      if (!version || !stored) return null
      const { documentId, sequence } = version
      if (!isIntact(documentId, { ...stored, sequence })) {
        throw new AppError('storeFailed', { documentId, part: 'version', sequence })
      }
      return { ...version, state: unzipped(stored.bytes) }
    },

    pruneVersions(now, most) {
      let removed = 0
      for (const { id } of documentsWithVersions.all()) {
        for (const stale of staleVersions(list.all(id), now, serverLimits)) {
          if (removed === most) return { removed, more: true }
          removed += remove.run(stale)
        }
      }
      return { removed, more: false }
    },
  }
}
