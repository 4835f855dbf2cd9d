import { AppError } from '../../shared/errors.ts'
import type { HistoryQuery } from '../store/store.ts'
import { readCursor } from '../versions/version-views.ts'

/** Without `from`, so far back; who changed what is not shown for longer than anybody needs it. */
const withoutFromMs = 30 * 24 * 60 * 60 * 1000

/** The query of a history, from an address. Throws `badRequest` for what makes no sense. */
export function historyQuery(query: Readonly<Record<string, string>>, now: number): HistoryQuery {
  const to = readTime(query['to']) ?? now + 60_000
  const from = readTime(query['from']) ?? to - withoutFromMs
  const { personId, cursor } = query
  if (personId !== undefined && !/^[A-Za-z0-9_-]{1,64}$/u.test(personId)) throw new AppError('badRequest')
  const before = cursor === undefined ? undefined : readCursor(cursor)
  if (before === null) throw new AppError('badRequest')
  return { from, to, ...(personId === undefined ? {} : { personId }), ...(before === undefined ? {} : { before }) }
}

function readTime(text: string | undefined): number | null {
  if (text === undefined) return null
  if (!/^\d{1,15}$/u.test(text)) throw new AppError('badRequest')
  return Number(text)
}
