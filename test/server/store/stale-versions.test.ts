import { expect, test } from 'vitest'
import { serverLimits } from '../../../server/limits.ts'
import { staleVersions } from '../../../server/store/stale-versions.ts'
import type { VersionKind, VersionRow } from '../../../server/store/store.ts'

const hour = 60 * 60 * 1000
const day = 24 * hour
const rule = {
  versionsKeepAllMs: 2 * day,
  versionsKeepDailyMs: 90 * day,
  versionsKeepSafetyMs: 30 * day,
  versionBytesPerDocument: 1_000,
}
const now = 700 * day

/** A version so many hours old; its id is its age. */
function version(hours: number, kind: VersionKind = 'auto', bytes = 1): VersionRow {
  const at = now - hours * hour
  return { id: hours, documentId: 'team:a', kind, name: null, personId: null, at, sequence: 1, bytes }
}

const hours = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)

function kept(versions: VersionRow[]): number[] {
  const stale = staleVersions(versions, now, rule)
  return versions.map(({ id }) => id).filter((id) => !stale.includes(id))
}

test('[ST24] by the clock: all for two days, then the last of each day, then of each week', () => {
  const ids = kept(hours(0, 200 * 24).map((hours) => version(hours)))
  expect(ids.filter((id) => id <= 48)).toEqual(hours(0, 49))
  // At midnight each day's last is an hour old.
  const daily = ids.filter((id) => id > 48 && id <= 90 * 24)
  expect(daily).toEqual(hours(2, 90).map((days) => days * 24 + 1))
  const weekly = ids.filter((id) => id > 90 * 24)
  // The last day of the daily ones was in the middle of a week.
  expect(weekly.slice(1)).toEqual(hours(0, 16).map((weeks) => 91 * 24 + 1 + weeks * 7 * 24))
})

test('[ST24] of before a restore or a bulk delete: all for thirty days', () => {
  const ids = kept(hours(0, 60 * 24).map((hours) => version(hours, hours % 2 ? 'beforeRestore' : 'beforeDelete')))
  expect(ids.filter((id) => id <= 30 * 24)).toHaveLength(30 * 24 + 1)
  expect(ids.filter((id) => id > 30 * 24)).toHaveLength(30)
})

test('[ST24] a named one stays for ever, and takes nobody’s place', () => {
  expect(kept([version(3_000, 'named', 5_000), version(3_001), version(9_999, 'named')])).toEqual([3_000, 3_001, 9_999])
})

test('[ST24] past a document’s room the oldest unnamed go, but never the newest', () => {
  expect(kept([version(3, 'auto', 400), version(1, 'auto', 400), version(2, 'auto', 400), version(4)])).toEqual([1, 2])
  expect(kept([version(1, 'auto', 5_000), version(2)])).toEqual([1])
})

test('[ST24] restores without end take at most half the room: those made by the clock stay', () => {
  const before = hours(60, 110).map((minutes) => version(minutes / 60, 'auto', 9))
  const flood = hours(0, 50).map((minutes) => version(minutes / 60, 'beforeRestore', 100))
  const ids = kept([...flood, ...before])
  expect(ids.filter((id) => id < 1)).toHaveLength(5)
  expect(ids.filter((id) => id >= 1)).toHaveLength(50)
})

test('[ST24] what stays now stays also when others have gone', () => {
  const versions = hours(0, 100 * 24).map((hours) => version(hours, hours % 5 ? 'auto' : 'beforeDelete', 4))
  const first = kept(versions)
  expect(kept(versions.filter(({ id }) => first.includes(id)))).toEqual(first)
})

test('[ST24] the rule that is used is the one that is told', () => {
  expect(serverLimits).toMatchObject({ versionsKeepAllMs: 2 * day, versionsKeepDailyMs: 90 * day })
})
