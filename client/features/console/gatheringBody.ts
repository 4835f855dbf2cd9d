import { isDate } from '../../../shared/schema/date.ts'
import type { GatheringDraft } from './GatheringFields.tsx'

/** What `POST …/gatherings` takes: the days in a row from the first, or only how many while no date is set. */
export function gatheringBody(draft: GatheringDraft): { name: string; place: string; days: number | string[] } {
  const { firstDay, dayCount } = draft
  const days = firstDay !== null && isDate(firstDay) ? daysFrom(firstDay, dayCount) : dayCount
  return { name: draft.name.trim(), place: draft.place.trim(), days }
}

function daysFrom(first: string, count: number): string[] {
  const start = Date.parse(`${first}T00:00:00Z`)
  return Array.from({ length: count }, (_, index) => new Date(start + index * dayMs).toISOString().slice(0, 10))
}

const dayMs = 24 * 60 * 60 * 1000
