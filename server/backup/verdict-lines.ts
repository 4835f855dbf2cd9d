import type { DatabaseSync } from 'node:sqlite'
import { rows } from './read-database.ts'
import type { DocumentReport } from './verify-document.ts'
import { isWhole, type KeyState, type Verdict } from './verify.ts'

/**
 * A table with a line a document, then what else there is to say, then `N documents, N damaged` as the last line. Names of
 * teams and gatherings are for the person at the terminal, who has to know which board it is.
 */
export function verdictLines(verdict: Verdict, names: ReadonlyMap<string, string>): string[] {
  const { documents, tables, key } = verdict
  const table = [
    ['Document', 'Of', 'Changes', 'Versions', 'Size', 'Set aside', 'State'],
    ...documents.map((each) => [
      each.id,
      names.get(each.id.split(':')[1] ?? '') ?? '',
      String(each.rows),
      String(each.versions),
      sizeInWords(each.bytes),
      String(each.setAside),
      each.faults.length === 0 ? 'whole' : `DAMAGED: ${shortened(each.faults)}`,
    ]),
  ]
  const damaged = documents.filter(({ faults }) => faults.length > 0).length
  const setAside = documents.reduce((sum, each) => sum + each.setAside, 0)
  const more = tables.length > 10 ? [`The database itself: and ${tables.length - 10} more.`] : []
  return [
    ...inColumns(table),
    '',
    ...tables.slice(0, 10).map((fault) => `The database itself: ${fault}.`),
    ...more,
    ...(setAside > 0
      ? [`Set aside as damaged at some time: ${setAside} (in the table damaged). Nothing reads it any more.`]
      : []),
    keySentences[key],
    ...(isWhole(verdict) || damaged > 0 ? [] : ['Every document is whole, but not everything around them.']),
    `${documents.length} documents, ${damaged} damaged`,
  ]
}

const keySentences: Readonly<Record<KeyState, string>> = {
  right: 'The key belongs to the data: cards and links can be printed again.',
  wrong: 'The key does NOT belong to the data: no card or link can be used. Put the right one back from a backup.',
  lost: 'The key is missing: the boards are all there, but every card and link must be made again.',
  none: 'There is no key yet.',
}

/** What the documents are of, by the second half of their ids. What can't be read has no name. */
export function documentNames(db: DatabaseSync): Map<string, string> {
  try {
    const named = rows<{ id: string; name: string }>(
      db,
      `SELECT id, 'Team ' || number || ' ' || name AS name FROM teams
       UNION ALL SELECT id, name FROM gatherings UNION ALL SELECT id, name FROM networks`,
    )
    return new Map(named.map(({ id, name }) => [id, name]))
  } catch {
    return new Map()
  }
}

/** `482 bytes`, `3.4 kB`, `12 MB`. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`
  const [unit, size] = bytes < 1_000_000 ? ['kB', bytes / 1_000] : ['MB', bytes / 1_000_000]
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${unit}`
}

function shortened(faults: DocumentReport['faults']): string {
  const shown = faults.slice(0, 3).join('; ')
  return faults.length > 3 ? `${shown}; and ${faults.length - 3} more` : shown
}

/** Columns that hold numbers: they end below each other. */
const numbers = new Set([2, 3, 5])

function inColumns(table: string[][]): string[] {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  const line = (row: string[]) =>
    row.map((cell, column) =>
      numbers.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
    )
  return table.map((row) => line(row).join('  ').trimEnd())
}
