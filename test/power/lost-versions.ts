import type { DatabaseSync } from 'node:sqlite'
import { gunzipSync } from 'node:zlib'
import { editsIn, editsOf } from './edits-in.ts'
import type { Promised } from './promised.ts'
import { ofKind } from './told.ts'

type Stored = { id: number; kind: string; bytes: Uint8Array }

/** What is not as it was told of versions, and of going back to them. */
export function lostVersions(db: DatabaseSync, { told }: Promised): string[] {
  const lost: string[] = []
  const byId = db.prepare('SELECT id, kind, bytes FROM versions WHERE id = ? AND document_id = ?')
  const purges = db.prepare('SELECT 1 FROM purges WHERE document_id = ? AND at >= ?')
  for (const { id, documentId, at, keys } of ofKind(told, 'version')) {
    const stored = byId.get(id, documentId) as Stored | undefined
    if (!stored) {
      if (!purges.get(documentId, at)) lost.push(`version ${id} of ${documentId} is lost`)
      continue
    }
    const there = contentOf(stored)
    const missing = keys.filter((key) => !there.has(key))
    if (missing.length > 0) lost.push(`version ${id} of ${documentId} lacks ${missing.length} edits, as ${missing[0]}`)
  }
  return [...lost, ...halfRestored(db, told)]
}

/** A restore takes back all or nothing, all once it was answered; and what it took back is kept as a version. */
function halfRestored(db: DatabaseSync, told: Promised['told']): string[] {
  const answered = ofKind(told, 'restored')
  return ofKind(told, 'askedRestore').flatMap(({ documentId, takesBack }) => {
    const asked = ofKind(told, 'askedRestore').filter((each) => each.documentId === documentId)
    const number = asked.findIndex((each) => each.takesBack[0] === takesBack[0])
    const isAnswered = answered.filter((each) => each.documentId === documentId).length > number
    const there = editsIn(db, documentId)
    const left = takesBack.filter((key) => there?.has(key))
    if (left.length === takesBack.length && !isAnswered) return []
    if (left.length > 0) return [`${documentId} is restored but for ${left.length} of ${takesBack.length} edits`]
    const before = db.prepare(`SELECT id, kind, bytes FROM versions WHERE document_id = ? AND kind = 'beforeRestore'`)
    const kept = (before.all(documentId) as Stored[]).some((version) => {
      const content = contentOf(version)
      return takesBack.every((key) => content.has(key))
    })
    return kept ? [] : [`${documentId} was restored, and how it stood before is nowhere`]
  })
}

function contentOf({ bytes }: Stored): Map<string, string> {
  return editsOf([gunzipSync(bytes)])
}
