import { touchesCircle, type Point } from './map-geometry.ts'
import { hasRoom, tickOf, type Ground } from './map-ground.ts'
import type { Route } from './map-routes.ts'

const mostTurns = 12

type Spot = Point & { cost: number }

/**
 * Where each line's mark stands: on its own line, beside every box, name and other mark, on no other line where that
 * can be, and near the middle. Null for lines without one. `homeless` (by index) found no room apart from everything
 * and stand where they cover least.
 */
export function placeMarks(
  lines: readonly { route: Route; marked: boolean }[],
  ground: Ground,
): { marks: (Point | null)[]; homeless: number[] } {
  const { badge } = ground.sizes
  const routes = lines.map(({ route }) => route)
  const strokesAt = countStrokes(routes, badge)
  const spots = lines.map(({ route, marked }) => (marked ? spotsOf(route, strokesAt, ground) : []))
  const marks: (Spot | null)[] = lines.map(() => null)
  const weights = lines.map(() => 1)
  // Those with fewest places choose first; who is pushed away chooses again, and weighs more.
  const waiting = lines
    .flatMap(({ marked }, index) => (marked ? [index] : []))
    .sort((a, b) => (spots[a]?.length ?? 0) - (spots[b]?.length ?? 0))
  const most = waiting.length * mostTurns
  for (let turn = 0; turn < most && waiting.length > 0; turn += 1) {
    const index = waiting.shift() ?? 0
    const best = leastOf(spots[index] ?? [], marks, weights, badge)
    for (const [at, mark] of marks.entries()) {
      if (!mark || !best || !overlaps(mark, best, badge)) continue
      marks[at] = null
      waiting.push(at)
    }
    weights[index] = (weights[index] ?? 1) + 1
    marks[index] = best
  }
  const homeless = lines.flatMap(({ marked }, index) => {
    const mark = marks[index]
    return marked && (!mark || mark.cost >= hidden) ? [index] : []
  })
  for (const index of waiting) marks[index] = leastOf(spots[index] ?? [], marks, weights, badge)
  return { marks: marks.map((mark) => mark && { x: mark.x, y: mark.y }), homeless }
}

const hidden = 1000

function overlaps(a: Point, b: Point, badge: number): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) < badge + 1
}

function leastOf(spots: readonly Spot[], marks: readonly (Point | null)[], weights: readonly number[], badge: number) {
  let best: Spot | null = null
  let least = Infinity
  for (const spot of spots) {
    let cost = spot.cost
    for (let at = 0; at < marks.length && cost < least; at += 1) {
      const mark = marks[at]
      if (mark && overlaps(mark, spot, badge)) cost += 20 * (weights[at] ?? 1)
    }
    if (cost < least) {
      least = cost
      best = spot
    }
  }
  return best
}

/** How many lines pass through each part of the map. */
function countStrokes(routes: readonly Route[], size: number): (point: Point) => number {
  const counts = new Map<string, number>()
  const cell = ({ x, y }: Point) => `${Math.floor(x / size)} ${Math.floor(y / size)}`
  for (const { points } of routes) {
    const cells = new Set<string>()
    for (const point of points) cells.add(cell(point))
    for (const each of cells) counts.set(each, (counts.get(each) ?? 0) + 1)
  }
  return (point) => counts.get(cell(point)) ?? 0
}

/** The places on a line where its mark could stand, each with how far it is from the best one. */
function spotsOf({ points }: Route, strokesAt: (point: Point) => number, ground: Ground): Spot[] {
  const free = points.filter((point) => hasRoom(point, ground))
  if (free.length === 0) return points.map((point) => ({ ...point, cost: hidden + coveredAt(point, ground) }))
  const last = points.length - 1
  const { nodes, sizes } = ground
  const ticks = nodes.map((node) => tickOf(node, sizes))
  return points.flatMap((point, at) => {
    if (!free.includes(point)) return []
    const ticked = ticks.some((tick) => touchesCircle(tick, point, sizes.badge / 2, 0)) ? 6 : 0
    return [{ ...point, cost: Math.abs(at / last - 0.5) * 4 + (strokesAt(point) - 1) * 1.5 + ticked }]
  })
}

/** How much of a mark would be hidden. */
function coveredAt(point: Point, { nodes, person, sizes }: Ground): number {
  const radius = sizes.badge / 2
  let covered = Math.max(0, person.radius + radius - Math.hypot(point.x - person.x, point.y - person.y))
  for (const node of nodes) {
    const dx = Math.max(Math.abs(node.x - point.x) - node.width / 2, 0)
    const dy = Math.max(Math.abs(node.y - point.y) - node.height / 2, 0)
    covered += Math.max(0, radius - Math.hypot(dx, dy))
  }
  return covered
}
