import { expect, test } from 'vitest'
import type { HistoryView } from '../../../shared/api.ts'
import { nothingRead, withPage, type HistoryPages } from '../../../client/features/console/historyPages.ts'

/** A page of entries, one a minute, from the newest down. */
const page = (newest: number, count: number, next: string | null): HistoryView => ({
  entries: Array.from({ length: count }, (_, at) => ({ at: newest - at, personId: 'p', name: 'Kari', changes: 1 })),
  next,
})
const times = ({ entries }: HistoryPages) => [...entries.values()].map(({ at }) => at).sort((a, b) => b - a)

test('[CO20] what has been read of a history stays when new entries push it out of the first page', () => {
  const first = withPage(nothingRead, page(10, 3, 'c8'), null)
  const older = withPage(first, page(7, 3, 'c5'), 'c8')
  expect(older.next).toBe('c5')
  const anew = withPage(older, page(12, 3, 'c10'), null)
  expect(times(anew)).toEqual([12, 11, 10, 9, 8, 7, 6, 5])
  expect(anew.next).toBe('c5')
})

test('[CO20] a history has no gap after a page that nobody looked at for hours', () => {
  const read = withPage(nothingRead, page(10, 3, 'c8'), null)
  const anew = withPage(read, page(100, 3, 'c98'), null)
  expect(times(anew)).toEqual([100, 99, 98])
  expect(anew.next).toBe('c98')
  expect(withPage(anew, page(7, 3, 'c5'), 'c8')).toBe(anew)
  const all = withPage(withPage(nothingRead, page(2, 1, null), null), page(9, 2, null), null)
  expect(times(all)).toEqual([9, 8, 2])
  expect(all.next).toBeNull()
})
