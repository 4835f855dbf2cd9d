import { importances, type Importance } from '../schema/actor.ts'
import type { Disc } from './map-placing.ts'

const full = 2 * Math.PI
const leastSpan = (40 / 180) * Math.PI
/** How the disc's area is shared by three rings where nothing asks for more, innermost first. */
const usualShares: Record<Importance, number> = { 3: 0.2, 2: 0.33, 1: 0.47 }

/** A sector's angles, clockwise from the right in radians. */
export type Span = { id: string; start: number; end: number }

/** Shares the round by how many actors each sector has; the first stands with its middle at the top. */
export function spansOf(sectors: readonly { id: string }[], countOf: (id: string) => number): Span[] {
  const least = Math.min(leastSpan, full / Math.max(sectors.length, 1))
  const counts = sectors.map((sector) => countOf(sector.id))
  const all = counts.reduce((sum, count) => sum + count, 0)
  const spare = full - least * sectors.length
  const spans = counts.map((count) => least + (all === 0 ? spare / counts.length : (spare * count) / all))
  let start = -Math.PI / 2 - (spans[0] ?? 0) / 2
  return sectors.map((sector, index) => {
    const end = start + (spans[index] ?? 0)
    const placed = { id: sector.id, start, end }
    start = end
    return placed
  })
}

export type Ring = { importance: Importance; inner: number; outer: number }

/** How far out each ring reaches, innermost first: a ring with more in it is wider. */
export function ringsOf(
  shown: readonly Importance[],
  actors: readonly { actorId: string; importance: Importance }[],
  boxes: ReadonlyMap<string, { width: number; height: number }>,
  disc: Disc,
  personRadius: number,
  gap: number,
  more: ReadonlyMap<Importance, number>,
): Ring[] {
  const innermostFirst = importances.filter((importance) => shown.includes(importance)).toSorted((a, b) => b - a)
  const need = (importance: Importance) =>
    actors
      .filter((actor) => actor.importance === importance)
      .reduce((sum, actor) => {
        const box = boxes.get(actor.actorId)
        return sum + (box ? (box.width + gap) * (box.height + gap) : 0)
      }, 0) * (more.get(importance) ?? 1)
  const needs = innermostFirst.map(need)
  const allNeeds = needs.reduce((sum, each) => sum + each, 0)
  const usual = innermostFirst.reduce((sum, importance) => sum + usualShares[importance], 0)
  const discArea = disc.rx * disc.ry * Math.PI
  // The fuller the map, the more the rings follow what is in them.
  const follow = Math.min(0.85, (allNeeds / discArea) * 1.9)
  const person = ((personRadius + gap) ** 2 * Math.PI) / discArea
  let inner = 0
  let used = person
  return innermostFirst.map((importance, index) => {
    const share =
      (1 - follow) * (usualShares[importance] / usual) + (allNeeds > 0 ? (follow * (needs[index] ?? 0)) / allNeeds : 0)
    // A ring without actors still shows that it is there.
    used += (1 - person) * Math.max(share, allNeeds > 0 && needs[index] === 0 ? 0.08 : 0)
    const outer = index === innermostFirst.length - 1 ? 1 : Math.min(0.94, Math.sqrt(used))
    const ring = { importance, inner, outer }
    inner = outer
    return ring
  })
}
