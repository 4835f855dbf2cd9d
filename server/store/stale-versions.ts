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
 * has, the oldest go first; the newest stays. Of that room half is for those made by the clock: whoever restores without end
 * would else leave nothing of how the board was before.
 */
export function staleVersions(versions: readonly VersionRow[], now: number, rule: Rule): number[] {
  const newestFirst = versions.filter(({ kind }) => kind !== 'named').toSorted((a, b) => b.at - a.at || b.id - a.id)
  const taken = new Set<string>()
  const last = newestFirst.filter((version) => {
    const period = periodOf(version, now, rule)
    const isLast = period === null || !taken.has(period)
    if (period !== null) taken.add(period)
    return isLast
  })
  const room = rule.versionBytesPerDocument
  const ofClock = last.reduce((sum, { kind, bytes }) => sum + (kind === 'auto' ? bytes : 0), 0)
  const safetyRoom = Math.max(room / 2, room - ofClock)
  let bytes = 0
  let safetyBytes = 0
  const stay = last.filter((version, index) => {
    if (version.kind !== 'auto') safetyBytes += version.bytes
    const hasRoom = version.kind === 'auto' || safetyBytes <= safetyRoom
    if (hasRoom) bytes += version.bytes
    return index === 0 || (hasRoom && bytes <= room)
  })
  const staying = new Set(stay.map(({ id }) => id))
  return newestFirst.map(({ id }) => id).filter((id) => !staying.has(id))
}

/** The day or week of which one version is kept; null while all are. */
function periodOf({ kind, at }: VersionRow, now: number, rule: Rule): string | null {
  const age = now - at
  if (age <= (kind === 'auto' ? rule.versionsKeepAllMs : rule.versionsKeepSafetyMs)) return null
  return age <= rule.versionsKeepDailyMs ? `day ${Math.floor(at / dayMs)}` : `week ${Math.floor(at / (7 * dayMs))}`
}
