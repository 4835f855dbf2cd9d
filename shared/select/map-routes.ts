import { crosses, edgeOf, pathOf, pointsAlong, roundedOf, type Box, type Point } from './map-geometry.ts'
import type { Detours } from './map-detours.ts'
import { hasRoom, type Ground, type Node, type Person } from './map-ground.ts'

/** The way of a line: SVG path data, points that lie close along it, and the point from where it comes to its end. */
export type Route = { path: string; points: readonly Point[]; from: Point; to: Point; comesFrom: Point }

/** `under`: the actors whose boxes it passes under; `faults` counts them, names, the person, and a mark without room. */
export type Way = { route: Route; under: readonly string[]; faults: number }

/** How far to the side a line may be bent, as shares of its length, and in px for those that are very near. */
const shares = [0, 0.1, -0.1, 0.2, -0.2, 0.34, -0.34, 0.5, -0.5, 0.7, -0.7]
const aside = [34, -34, 60, -60, 100, -100]
/** Where along a line it is bent most, and to which part of a box's width it leads. */
const places = [0.5, 0.3, 0.72]
const aims = [0, 0.32, -0.32]
const pxBetween = 8
/** What passing under a box costs, and a name, and where no mark finds room; in px of a way round. */
const underBox = 1500
const underLabel = 900
const noMark = 1200
const besideLine = 6
/** What each point beside the ellipse costs. */
const offDisc = 8
const wideBow = 70

type Ends = { from: Person | Node; to: Node }
/** `quick`: few ways are tried. */
type How = { curved: boolean; marked: boolean; width: number; quick: boolean }

const isPerson = (end: Person | Node): end is Person => 'radius' in end

/** Remembers where lines are drawn, roughly. */
export class DrawnStrokes {
  readonly #cells = new Set<number>()

  add(points: readonly Point[]): void {
    // Where lines from the person begin they are near each other anyway.
    for (const point of points.slice(3)) this.#cells.add(cellOf(point))
  }

  /** How many points of a line lie where another one does. */
  beside(points: readonly Point[]): number {
    return points.slice(3).filter((point) => this.#cells.has(cellOf(point))).length
  }
}

const cellOf = ({ x, y }: Point) => Math.round(x / 9) * 10_000 + Math.round(y / 9)

/** Where a line leaves the person's circle. */
function leave({ x, y, radius }: Person, towards: Point): Point {
  const length = Math.hypot(towards.x - x, towards.y - y) || 1
  const reach = (radius - 1) / length
  return { x: x + (towards.x - x) * reach, y: y + (towards.y - y) * reach }
}

/** Where the way towards a point leaves a box, seen from a part of the box's width. */
function edgeFrom(box: Box, towards: Point, aim: number): Point {
  if (aim === 0) return edgeOf(box, towards)
  const part = { ...box, x: box.x + box.width * aim, width: box.width * (1 - Math.abs(aim) * 2) }
  return edgeOf(part, towards)
}

/** A straight line, or one that is bent once. */
function bentRoute({ from: start, to: end }: Ends, share: number, px: number, place: number, aim: number): Route {
  const a = isPerson(start) ? start : { x: start.x - start.width * aim, y: start.y }
  const b = { x: end.x + end.width * aim, y: end.y }
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
  const far = share * length * 2 + px
  const bend =
    far === 0
      ? null
      : {
          x: a.x + (b.x - a.x) * place - ((b.y - a.y) / length) * far,
          y: a.y + (b.y - a.y) * place + ((b.x - a.x) / length) * far,
        }
  const from = isPerson(start) ? leave(start, bend ?? b) : edgeFrom(start, bend ?? b, -aim)
  const to = edgeFrom(end, bend ?? a, aim)
  const count = Math.max(6, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / pxBetween))
  return { from, to, comesFrom: bend ?? from, points: pointsAlong(from, to, bend, count), path: pathOf(from, to, bend) }
}

/** Whether a way passes under a box that is `gap` px larger to every side. */
export function passesUnder(points: readonly Point[], box: Box, gap: number): boolean {
  const larger = { ...box, width: box.width + gap * 2, height: box.height + gap * 2 }
  return points.some((point, at) => at > 0 && crosses(points[at - 1] ?? point, point, larger))
}

/** The boxes that a way comes near. */
function nearTo<B extends Box>(points: readonly Point[], boxes: readonly B[], gap: number): B[] {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return boxes.filter(
    ({ x, y, width, height }) =>
      x + width / 2 + gap > left &&
      x - width / 2 - gap < right &&
      y + height / 2 + gap > top &&
      y - height / 2 - gap < bottom,
  )
}

function lengthOf(points: readonly Point[]): number {
  return points.reduce((sum, { x, y }, at) => {
    const before = points[at - 1]
    return before ? sum + Math.hypot(x - before.x, y - before.y) : 0
  }, 0)
}

function within(point: Point, box: Box): boolean {
  return Math.abs(point.x - box.x) * 2 < box.width - 2 && Math.abs(point.y - box.y) * 2 < box.height - 2
}

type Judged = Way & { cost: number }

/** What is wrong with a way and how dear it is; null as soon as it is dearer than `limit`. */
function judge(
  route: Route,
  begin: number,
  { from, to }: Ends,
  { marked, width }: How,
  surroundings: { ground: Ground; strokes: DrawnStrokes; marks: readonly Point[] },
  limit: number,
): Judged | null {
  const { ground, strokes, marks } = surroundings
  const { person } = ground
  const { points } = route
  let cost = begin + lengthOf(points) * 0.35
  if (cost >= limit) return null
  const clear = width / 2 + 2
  const under: string[] = []
  for (const node of nearTo(points, ground.nodes, clear)) {
    if (node === from || node === to || !passesUnder(points, node, clear)) continue
    const isUnder = passesUnder(points, node, -1)
    if (isUnder) under.push(node.actorId)
    cost += isUnder ? underBox : underBox / 15
    if (cost >= limit) return null
  }
  let faults = under.length
  for (const label of nearTo(points, ground.labels, 1)) {
    if (!passesUnder(points, label, 0)) continue
    faults += 1
    cost += underLabel
  }
  if (points.some(({ x, y }) => x < 3 || y < 3 || x > ground.width - 3 || y > ground.height - 3)) {
    faults += 1
    cost += underLabel
  }
  const { cx, cy, rx, ry } = ground.disc
  cost += points.filter(({ x, y }) => Math.hypot((x - cx) / rx, (y - cy) / ry) > 1).length * offDisc
  if (!isPerson(from) && points.some(({ x, y }) => Math.hypot(x - person.x, y - person.y) < person.radius)) {
    faults += 1
    cost += underBox
  }
  // Its own boxes are left by the nearest way.
  const own = points.slice(1, -1).filter((point) => within(point, to) || (!isPerson(from) && within(point, from)))
  cost += own.length * 40
  if (cost >= limit) return null
  if (marked && !points.some((point) => hasRoom(point, ground, marks))) {
    faults += 1
    cost += noMark
  }
  if (cost >= limit) return null
  cost += strokes.beside(points) * besideLine
  return cost < limit ? { route, under, faults, cost } : null
}

/**
 * The best way for a line: beside boxes and names where it can be, with room for its mark beside other `marks`, as
 * straight as that allows; `curved` ones are never quite straight. Where one bend is not enough it goes round boxes.
 */
export function findRoute(
  ends: Ends,
  how: How,
  surroundings: { ground: Ground; strokes: DrawnStrokes; marks: readonly Point[]; detours: Detours | null },
): Way {
  const { detours } = surroundings
  let best: Judged | null = null
  const consider = (share: number, px: number, place: number, aim: number) => {
    const begin = Math.abs(share) * 60 + Math.abs(px) * 0.3 + Math.abs(aim) * 24
    best = judge(bentRoute(ends, share, px, place, aim), begin, ends, how, surroundings, best?.cost ?? Infinity) ?? best
  }
  for (const share of how.quick ? shares.slice(0, 5) : shares) {
    if (how.curved && share === 0) continue
    for (const place of share === 0 || how.quick ? [0.5] : places) {
      for (const aim of how.quick ? [0] : aims) consider(share, 0, place, aim)
    }
  }
  for (const px of how.quick ? [] : aside) for (const aim of aims) consider(0, px, 0.5, aim)
  const bent = best as Judged | null
  // A wide bow is followed badly: the way round the boxes may be shorter.
  const straight = Math.hypot(ends.to.x - ends.from.x, ends.to.y - ends.from.y)
  if (bent?.faults === 0 && bent.cost < straight * 0.35 + wideBow) return bent
  let found = bent
  for (const route of detours ? roundRoutes(ends, how, surroundings, detours) : []) {
    const judged = judge(route, 40, ends, how, surroundings, Infinity)
    if (!judged) continue
    if (!found || judged.faults < found.faults || (judged.faults === found.faults && judged.cost < found.cost)) {
      found = judged
    }
    if (judged.faults === 0) break
  }
  return found ?? { route: bentRoute(ends, 0.2, 0, 0.5, 0), faults: 1, under: [] }
}

const rounding = 9

/** Where a line could come to a box, or leave it: along its edges, `out` px from them. */
function placesAround(box: Box, out: number): Point[] {
  const [x, y] = [box.width / 2 + out, box.height / 2 + out]
  return [
    ...[-0.36, -0.18, 0, 0.18, 0.36].flatMap((share) =>
      [-y, y].map((side) => ({ x: box.x + box.width * share, y: box.y + side })),
    ),
    { x: box.x - x, y: box.y },
    { x: box.x + x, y: box.y },
  ]
}

/** The way round boxes, with its corners rounded; then the one that passes where its mark has room beside the actor. */
function* roundRoutes(
  ends: Ends,
  { marked }: How,
  { ground, marks }: { ground: Ground; marks: readonly Point[] },
  detours: Detours,
): Generator<Route> {
  const shortest = roundRoute(ends, detours, placesAround(ends.to, 0))
  if (shortest) yield shortest
  const rooms = marked
    ? placesAround(ends.to, ground.sizes.badge / 2 + 2).filter((spot) => hasRoom(spot, ground, marks))
    : []
  const roomy = rooms.length > 0 ? roundRoute(ends, detours, rooms) : null
  if (roomy) yield roomy
}

function roundRoute({ from, to }: Ends, detours: Detours, through: readonly Point[]): Route | null {
  const own = isPerson(from) ? [to] : [from, to]
  const starts = isPerson(from) ? [from] : placesAround(from, 0)
  const [first, second, ...rest] = detours.find(starts, through, own, isPerson(from)) ?? []
  if (!first || !second) return null
  const last = rest.at(-1) ?? second
  const corners = [isPerson(from) ? leave(from, second) : first, second, ...rest]
  const end = nearest(to, last)
  if (Math.hypot(end.x - last.x, end.y - last.y) > 1) corners.push(end)
  const { path, points } = roundedOf(corners, rounding, pxBetween)
  return {
    path,
    points,
    from: corners[0] ?? first,
    to: corners.at(-1) ?? last,
    comesFrom: corners.at(-2) ?? first,
  }
}

/** The point of a box that is nearest. */
function nearest(box: Box, { x, y }: Point): Point {
  const within = (value: number, middle: number, size: number) =>
    Math.min(Math.max(value, middle - size / 2), middle + size / 2)
  return { x: within(x, box.x, box.width), y: within(y, box.y, box.height) }
}
