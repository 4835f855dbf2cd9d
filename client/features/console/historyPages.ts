import type { HistoryView } from '../../../shared/api.ts'

export type HistoryEntry = HistoryView['entries'][number]

/** What has been read of a history. `next`: where what is older begins; null when that was all, undefined before anything was read. */
export type HistoryPages = { entries: ReadonlyMap<string, HistoryEntry>; next: string | null | undefined }

export const nothingRead: HistoryPages = { entries: new Map(), next: undefined }

export const historyKey = ({ at, personId }: Pick<HistoryEntry, 'at' | 'personId'>) => `${at} ${personId ?? ''}`

/**
 * With one more page, the one at `cursor` or (null) the newest anew. What has been read stays, also what new entries push out of
 * the first page; but where so many have come that there may be others between, it begins anew: a line that is not there
 * would say that nobody did anything.
 */
export function withPage(before: HistoryPages, { entries, next }: HistoryView, cursor: string | null): HistoryPages {
  // It was asked for before all began anew.
  if (cursor !== null && cursor !== before.next) return before
  const read = entries.map((entry): [string, HistoryEntry] => [historyKey(entry), entry])
  const oldest = read.at(-1)?.[0] ?? ''
  const meets = next === null || before.entries.has(oldest)
  if (cursor === null && !meets) return { entries: new Map(read), next }
  const keeps = cursor === null && before.next !== undefined
  return { entries: new Map([...before.entries, ...read]), next: keeps ? before.next : next }
}
