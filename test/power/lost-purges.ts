import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { gunzipSync } from 'node:zlib'
import { editsIn } from './edits-in.ts'
import type { Promised } from './promised.ts'
import { ofKind } from './told.ts'

/** A text, and the backups that may hold it still. */
type Purge = { text: string; backups: string[] }

/** What is not as it was told of purges; and those that happened, answered or not. */
export function lostPurges(db: DatabaseSync, { told }: Promised): { lost: string[]; happened: Purge[] } {
  const lost: string[] = []
  const happened: Purge[] = []
  const between = db.prepare('SELECT 1 FROM purges WHERE document_id = ? AND at BETWEEN ? AND ?')
  const asked = ofKind(told, 'askedPurge')
  const answered = new Set(ofKind(told, 'purged').map(({ text }) => text))
  for (const [index, { documentIds, text, keys, at, backups }] of asked.entries()) {
    const next = asked[index + 1]?.at ?? Number.MAX_SAFE_INTEGER
    const rewritten = documentIds.filter((id) => between.get(id, at, next - 1))
    const isPart = rewritten.length > 0 && rewritten.length < documentIds.length
    if (isPart) lost.push(`of a purge only ${rewritten.join(', ')} happened`)
    if (answered.has(text) && rewritten.length === 0) lost.push(`a purge that was answered did not happen`)
    const edits = editsIn(db, documentIds[0] ?? '')
    const saying = keys.filter((key) => edits?.get(key)?.includes(text))
    if (rewritten.length === 0) {
      if (saying.length < keys.length) lost.push(`a purge that did not happen left ${saying.length} of ${keys.length}`)
      continue
    }
    happened.push({ text, backups })
    if (saying.length > 0 || isInVersion(db, text)) lost.push('a purged text can still be read')
  }
  return { lost, happened }
}

/** They are compressed: looking for bytes would not find it. */
function isInVersion(db: DatabaseSync, text: string): boolean {
  const versions = db.prepare('SELECT bytes FROM versions').all() as { bytes: Uint8Array }[]
  return versions.some(({ bytes }) => gunzipSync(bytes).includes(text))
}

/** Files of a folder that hold a byte of what was purged. */
export function tracesLeft(folder: string, purges: readonly Purge[]): string[] {
  if (purges.length === 0) return []
  const files = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
  return purges.flatMap(({ text, backups }) =>
    files
      // What is left of a backup that was cut short has its name with something after it.
      .filter(({ name, bytes }) => !backups.some((backup) => name.startsWith(backup)) && bytes.includes(text))
      .map(({ name }) => `${name} has a trace of what was purged`),
  )
}
