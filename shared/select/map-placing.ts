import { crosses, overlapOf, touches, touchesCircle, type Box, type Point } from './map-geometry.ts'

/** Part of the disc: angles clockwise from the right in radians, distances from the middle as a share of the whole. */
export type Cell = { start: number; end: number; inner: number; outer: number }

/** The ellipse that the disc is drawn as, in px. */
export type Disc = { cx: number; cy: number; rx: number; ry: number }

export type Item = { width: number; height: number; cell: Cell; ideal: { angle: number; distance: number } }

export type Room = {
  width: number
  height: number
  /** nothing comes closer to the frame's edge */
  margin: number
  disc: Disc
  /** the person in the middle, whom nothing may cover */
  radius: number
  /** least space between the person and a box: the mark of their relation stands there */
  personGap: number
  /** what else nothing may cover */
  taken: readonly Box[]
}

/** A point of the disc in px. */
export function onDisc(disc: Disc, angle: number, distance: number): Point {
  return { x: disc.cx + disc.rx * distance * Math.cos(angle), y: disc.cy + disc.ry * distance * Math.sin(angle) }
}

const steps = { angle: 17, distance: 9 }
const sweeps = 24
const sweepsForMany = 12
/** Above this many the last touch, which looks at every pair for every place, is left out. */
const mostPolished = 45

type Candidate = Box & { far: number }

/** Places in the order of the items, or the items (by index) that found none. */
export type Placing = { places: Box[] } | { crowded: number[] }

/**
 * Finds a place for each item in its own cell so that no two come closer than a gap. Deterministic: the same items
 * give the same places on every device. Tells which ones found none; then the caller gives those more room.
 */
export function placeItems(items: readonly Item[], room: Room): (gap: number, sweeps?: number) => Placing {
  const candidates = items.map((item) => candidatesOf(item, room))
  const homeless = candidates.flatMap((list, index) => (list.length === 0 ? [index] : []))
  return (gap, most = items.length > mostPolished ? sweepsForMany : sweeps) => {
    if (homeless.length > 0) return { crowded: homeless }
    const places = candidates.map((list) => list[0] as Box)
    const crowded = separate(candidates, places, gap, most)
    if (crowded.length > 0) return { crowded }
    if (items.length <= mostPolished) polish(candidates, places, room, gap)
    return { places }
  }
}

/** More steps over a longer way, so that they lie about `px` apart; never so many that looking takes long. */
function stepsFor(length: number, px: number, least: number): number {
  return Math.max(least, Math.min(least * 3, Math.ceil(length / px)))
}

/** Where an item could stand if it were alone, nearest to its ideal place first. */
function candidatesOf(item: Item, room: Room): Candidate[] {
  const { cell, ideal } = item
  const want = onDisc(room.disc, ideal.angle, ideal.distance)
  const found: Candidate[] = []
  const add = (angle: number, distance: number) => {
    const { x, y } = onDisc(room.disc, angle, distance)
    const box = { x, y, width: item.width, height: item.height }
    const inside =
      x - box.width / 2 >= room.margin &&
      x + box.width / 2 <= room.width - room.margin &&
      y - box.height / 2 >= room.margin &&
      y + box.height / 2 <= room.height - room.margin
    if (!inside || touchesCircle(box, { x: room.disc.cx, y: room.disc.cy }, room.radius, room.personGap)) return
    if (room.taken.some((other) => touches(box, other, 2))) return
    found.push({ ...box, far: Math.hypot(x - want.x, y - want.y) })
  }
  add(ideal.angle, ideal.distance)
  const inset = 0.03
  const { rx, ry } = room.disc
  const span = cell.end - cell.start
  const depth = cell.outer - cell.inner
  const angles = stepsFor((span * (cell.inner + cell.outer) * (rx + ry)) / 4, 45, steps.angle)
  const distances = stepsFor((depth * (rx + ry)) / 2, 24, steps.distance)
  for (let a = 0; a < angles; a += 1) {
    const angle = cell.start + span * (inset + ((1 - 2 * inset) * a) / (angles - 1))
    for (let d = 0; d < distances; d += 1) add(angle, cell.inner + depth * (0.04 + (0.92 * d) / (distances - 1)))
  }
  return found.sort((a, b) => a.far - b.far)
}

/**
 * Moves items that touch others to where they touch least, again and again. Those that keep touching weigh more
 * and more, so that their neighbours give way. Returns the ones that still touch at the end: none is success.
 */
function separate(candidates: readonly Candidate[][], places: Box[], gap: number, most: number): number[] {
  const weights = places.map(() => 1)
  let crowded: number[] = []
  for (let sweep = 0; sweep < most; sweep += 1) {
    crowded = []
    for (const [index, list] of candidates.entries()) {
      const own = places[index] as Box
      if (!places.some((other, at) => at !== index && touches(own, other, gap))) continue
      crowded.push(index)
      weights[index] = (weights[index] ?? 1) + 0.4
      places[index] = leastOverlap(list, places, weights, index, gap, sweep < 3 ? 4 : 0.05)
    }
    if (crowded.length === 0) return crowded
  }
  return crowded
}

function leastOverlap(
  list: readonly Candidate[],
  places: readonly Box[],
  weights: readonly number[],
  own: number,
  gap: number,
  nearness: number,
): Box {
  let best = list[0] as Candidate
  let least = Infinity
  for (const candidate of list) {
    let cost = candidate.far * nearness
    for (let at = 0; at < places.length && cost < least; at += 1) {
      if (at !== own) cost += overlapOf(candidate, places[at] as Box, gap) * (weights[at] ?? 1)
    }
    if (cost < least) {
      least = cost
      best = candidate
    }
  }
  return best
}

/** With everything apart: moves items so that the lines from the person pass beside others and not under them. */
function polish(candidates: readonly Candidate[][], places: Box[], room: Room, gap: number): void {
  const middle = { x: room.disc.cx, y: room.disc.cy }
  for (let sweep = 0; sweep < 2; sweep += 1) {
    for (const [index, list] of candidates.entries()) {
      let best = places[index] as Box
      const want = list[0] as Candidate
      let least = costAt(best, Math.hypot(best.x - want.x, best.y - want.y), places, index, middle, Infinity)
      for (const candidate of list) {
        if (candidate.far > least) break
        const cost = costAt(candidate, candidate.far, places, index, middle, least, gap)
        if (cost < least) {
          least = cost
          best = candidate
        }
      }
      places[index] = best
    }
  }
}

function costAt(
  box: Box,
  far: number,
  places: readonly Box[],
  own: number,
  middle: Point,
  least: number,
  gap?: number,
): number {
  let cost = far
  for (let at = 0; at < places.length; at += 1) {
    if (at === own) continue
    const other = places[at] as Box
    if (gap !== undefined && touches(box, other, gap)) return Infinity
    if (crosses(middle, box, other)) cost += 90
    if (crosses(middle, other, box)) cost += 90
    const near = Math.hypot(box.x - other.x, (box.y - other.y) * 1.6)
    if (near < 130) cost += (130 - near) * 0.2
    if (cost >= least) return Infinity
  }
  return cost
}
