import { onTestFinished } from 'vitest'
import type { Clock } from '../../../shared/clock.ts'
import { systemClock } from '../../../server/clock.ts'
import { openSqlite, type OpenedSqlite } from '../../../server/store/sqlite.ts'
import type { Commit } from '../../../server/store/sqlite/messages.ts'

/** Opens SQLite and closes it after the test, if the test has not. */
export async function openInTest(
  folder: string,
  { clock = systemClock, onCommit }: { clock?: Clock; onCommit?: (commit: Commit) => void } = {},
): Promise<OpenedSqlite> {
  const opened = await openSqlite({ folder, clock, ...(onCommit && { onCommit }) })
  onTestFinished(() => opened.close())
  return opened
}
