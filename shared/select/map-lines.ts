import type { LineKind, Relation } from '../schema/relation.ts'
import {
  edgeOf,
  overlapOf,
  pathOf,
  pointsAlong,
  touchesCircle,
  zigzagOf,
  type Box,
  type Point,
} from './map-geometry.ts'
import type { MapSizes } from './map-sizes.ts'

/** A line from the person to an actor. */
export type DrawnRelation = { actorId: string; relation: Relation; path: string; badge: Point | null }

/** A line between two actors. `arrow`: where it ends and which way it points in degrees, for «in turn». */
export type DrawnLine = {
  key: string
  from: string
  to: string
  kind: LineKind
  relation: Relation | null
  path: string
  badge: Point | null
  arrow: (Point & { degrees: number }) | null
}

type Node = Box & { actorId: string }
type Person = Point & { radius: number }

const badgeShares = [0.5, 0.45, 0.55, 0.4, 0.6, 0.34, 0.66, 0.28, 0.72, 0.22, 0.78, 0.16, 0.84, 0.1, 0.9, 0, 1]

/** A path in the way its relation is drawn: conflict is a zigzag, the others differ by their stroke. */
function pathFor(relation: Relation | null, from: Point, to: Point, bend: Point | null, sizes: MapSizes): string {
  if (relation !== 'conflict') return pathOf(from, to, bend)
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  return zigzagOf(pointsAlong(from, to, bend, Math.max(4, Math.round(length / (sizes.zigzag * 1.9)))), sizes.zigzag)
}

/** The first place along a line where its mark covers nothing, else the one where it covers least. */
function badgeOn(points: (share: number) => Point, taken: readonly Box[], sizes: MapSizes): Point {
  let best = points(0.5)
  let least = Infinity
  for (const share of badgeShares) {
    const point = points(share)
    const box = { ...point, width: sizes.badge, height: sizes.badge }
    const covered = taken.reduce((sum, other) => sum + overlapOf(box, other, 1), 0)
    if (covered === 0) return point
    if (covered < least) {
      least = covered
      best = point
    }
  }
  return best
}

/** Lines from the person, each with its mark where it covers no actor and no other mark. */
export function drawRelations(
  actors: readonly { actorId: string; relation: Relation | null }[],
  nodes: readonly Node[],
  person: Person,
  sizes: MapSizes,
): DrawnRelation[] {
  const taken: Box[] = [...nodes]
  return actors.flatMap(({ actorId, relation }) => {
    const node = nodes.find((each) => each.actorId === actorId)
    if (!node || relation === null) return []
    const length = Math.hypot(node.x - person.x, node.y - person.y) || 1
    const toward = (reach: number) => ({
      x: person.x + ((node.x - person.x) / length) * reach,
      y: person.y + ((node.y - person.y) / length) * reach,
    })
    const from = toward(person.radius - 1)
    const to = edgeOf(node, person)
    const along = (share: number) => ({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share })
    const badge = badgeOn(along, taken, sizes)
    taken.push({ ...badge, width: sizes.badge, height: sizes.badge })
    return [{ actorId, relation, path: pathFor(relation, from, to, null, sizes), badge }]
  })
}

const bends = [0.2, -0.2, 0.34, -0.34, 0.1, -0.1]

/** Curved lines between actors, bent past others where they can be. A second line of a pair bends another way. */
export function drawLines(
  lines: readonly { key: string; from: string; to: string; kind: LineKind; relation: Relation | null }[],
  nodes: readonly Node[],
  person: Person,
  sizes: MapSizes,
  relations: readonly DrawnRelation[],
): DrawnLine[] {
  const byId = new Map(nodes.map((node) => [node.actorId, node]))
  const badges: Box[] = relations.flatMap(({ badge }) =>
    badge ? [{ ...badge, width: sizes.badge, height: sizes.badge }] : [],
  )
  const used = new Map<string, number[]>()
  return lines.flatMap((line) => {
    const a = byId.get(line.from)
    const b = byId.get(line.to)
    if (!a || !b) return []
    const pair = [line.from, line.to].sort().join('|')
    const earlier = used.get(pair) ?? []
    const others = nodes.filter((node) => node !== a && node !== b)
    const outward = (a.x + b.x) / 2 - person.x
    const down = (a.y + b.y) / 2 - person.y
    let best: { bend: Point; share: number; cost: number } | null = null
    for (const share of bends) {
      const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
      const normal = { x: -(b.y - a.y), y: b.x - a.x }
      const away = normal.x * outward + normal.y * down >= 0 ? 1 : -1
      // The way the two are named must not decide which side is which.
      const bend = { x: middle.x + normal.x * share * away * 2, y: middle.y + normal.y * share * away * 2 }
      const points = pointsAlong(edgeOf(a, bend), edgeOf(b, bend), bend, 24)
      let cost = Math.abs(share) * 2 + (share < 0 ? 0.5 : 0) + (earlier.includes(share) ? 100 : 0)
      for (const point of points) {
        const dot = { ...point, width: 4, height: 4 }
        for (const other of others) if (overlapOf(dot, other, 0) > 0) cost += 1
        if (touchesCircle(dot, person, person.radius, 4)) cost += 3
      }
      if (!best || cost < best.cost) best = { bend, share, cost }
    }
    if (!best) return []
    used.set(pair, [...earlier, best.share])
    const { bend } = best
    const from = edgeOf(a, bend)
    const to = edgeOf(b, bend)
    const points = pointsAlong(from, to, bend, 100)
    const along = (share: number) => points[Math.round(share * 100)] ?? from
    const circle = { x: person.x, y: person.y, width: person.radius * 2, height: person.radius * 2 }
    const badge = badgeOn(along, [...nodes, ...badges, circle], sizes)
    badges.push({ ...badge, width: sizes.badge, height: sizes.badge })
    const degrees = (Math.atan2(to.y - bend.y, to.x - bend.x) * 180) / Math.PI
    return [
      {
        ...line,
        path: pathFor(line.relation, from, to, bend, sizes),
        badge: line.relation === null ? null : badge,
        arrow: line.kind === 'inTurn' ? { ...to, degrees } : null,
      },
    ]
  })
}
