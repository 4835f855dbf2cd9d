import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readDatabase } from '../../server/backup/read-database.ts'
import { lookAt } from '../../server/backup/look-at.ts'
import { isWhole } from '../../server/backup/verify.ts'
import { editsIn } from './edits-in.ts'
import type { Promised } from './promised.ts'
import { ofKind } from './told.ts'

/** A backup is never written in again: one that was found whole need not be looked through at every cut. */
const whole = new Map<string, Buffer>()

/** What is not as it was told of backups in the folder. One that has its name is whole, told or not. */
export function lostBackups(folder: string, { told }: Promised): string[] {
  const names = readdirSync(folder).filter((name) => /^backup-[^.]*$/u.test(name))
  const broken = names.filter((name) => !isSound(join(folder, name), name)).map((name) => `${name} is not whole`)
  const list = names.length > 0 ? readList(folder) : ''
  return [
    ...broken,
    ...ofKind(told, 'backedUp').flatMap(({ name, documentId, keys }) => {
      if (!names.includes(name)) return [`the backup ${name} is lost`]
      if (!list.includes(name)) return [`the backup ${name} is not in the list`]
      const db = readDatabase(join(folder, name))
      const there = editsIn(db, documentId)
      db.close()
      return keys.every((key) => there?.has(key)) ? [] : [`the backup ${name} lacks edits`]
    }),
  ]
}

function isSound(path: string, name: string): boolean {
  const bytes = readFileSync(path)
  if (whole.get(name)?.equals(bytes)) return true
  try {
    const { verdict } = lookAt(path)
    if (!isWhole(verdict) || verdict.key !== 'right') return false
  } catch {
    return false // it is no database
  }
  whole.set(name, bytes)
  return true
}

function readList(folder: string): string {
  return readdirSync(folder).includes('backups.jsonl') ? readFileSync(join(folder, 'backups.jsonl'), 'utf8') : ''
}
