import type { ServerLimits } from '../limits.ts'
import type { VersionRow } from './store.ts'

type Rule = Pick<
  ServerLimits,
  'versionsKeepAllMs' | 'versionsKeepDailyMs' | 'versionsKeepSafetyMs' | 'versionBytesPerDocument'
>

const dayMs = 24 * 60 * 60 * 1000

/**
 * Which of one document's versions may go at `now`; given and returned in any order. A named one never does. Those
 * made by the clock are all kept at first, then the last of each day, then the last of each week; those made before
 * a restore or a bulk delete are all kept a while longer. If those that may go take more room than a document
 * has, the oldest go first; the newest stays.
 */
export function staleVersions(versions: readonly VersionRow[], now: number, rule: Rule): number[] {
  const newestFirst = versions.filter(({ kind }) => kind !== 'named').toSorted((a, b) => b.at - a.at || b.id - a.id)
  const taken = new Set<string>()
  let bytes = 0
  return newestFirst.flatMap((version, index) => {
    const period = periodOf(version, now, rule)
    const isLast = period === null || !taken.has(period)
    if (period !== null) taken.add(period)
    if (isLast) bytes += version.bytes
    const stays = isLast && (index === 0 || bytes <= rule.versionBytesPerDocument)
    return stays ? [] : [version.id]
  })
}

/** The day or week of which one version is kept; null while all are. */
function periodOf({ kind, at }: VersionRow, now: number, rule: Rule): string | null {
  const age = now - at
  if (age <= (kind === 'auto' ? rule.versionsKeepAllMs : rule.versionsKeepSafetyMs)) return null
  return age <= rule.versionsKeepDailyMs ? `day ${Math.floor(at / dayMs)}` : `week ${Math.floor(at / (7 * dayMs))}`
}
