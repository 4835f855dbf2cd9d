import { lineKinds, type LineKind, type Relation } from '../schema/relation.ts'
import { crosses, polylineOf, zigzagOf, type Box, type Point } from './map-geometry.ts'
import { placeMarks } from './map-marks.ts'
import { Detours } from './map-detours.ts'
import type { Ground, Node } from './map-ground.ts'
import { DrawnStrokes, findRoute, type Route } from './map-routes.ts'

/** A line from the person to an actor; `points` lie close along it. */
export type DrawnRelation = {
  actorId: string
  relation: Relation
  path: string
  badge: Point
  points: readonly Point[]
}

type Line = { key: string; from: string; to: string; kind: LineKind; relation: Relation | null }

/** A line between two actors. `arrow`: where it ends and which way it points in degrees, for «in turn». */
export type DrawnLine = Line & {
  path: string
  badge: Point | null
  arrow: (Point & { degrees: number }) | null
  points: readonly Point[]
}

/** A line that is to be drawn: from the person where `from` is null. */
export type Wanted = { from: Node | null; to: Node; relation: Relation | null; line: Line | null }
/** The way that was found for it. `faults`: boxes and names that it passes under, and 1 where its mark has no room. */
export type Drawn = Wanted & { route: Route; mark: Point | null; under: readonly string[]; faults: number }

/** About how wide each stroke is drawn on a screen, px. */
const widthOf = (relation: Relation | null) => (relation === 'strong' ? 6 : relation === 'conflict' ? 5 : 3)
const mostRounds = 3
/** Above this many actors lines are bent past others, and no more. */
const mostRound = 45

/** Every line of a map, whatever order they are given in: relations by their actors' places, then lines between actors. */
export function wantedLines(
  actors: readonly { actorId: string; relation: Relation | null }[],
  lines: readonly Line[],
  nodes: readonly Node[],
): Wanted[] {
  const at = new Map(nodes.map((node, index) => [node.actorId, index]))
  const relationOf = new Map(actors.map(({ actorId, relation }) => [actorId, relation]))
  const relations = nodes.flatMap((to) => {
    const relation = relationOf.get(to.actorId) ?? null
    return relation === null ? [] : [{ from: null, to, relation, line: null }]
  })
  const place = (id: string) => at.get(id) ?? 0
  const kind = (line: Line) => lineKinds.indexOf(line.kind)
  const between = lines
    .toSorted((a, b) => place(a.from) - place(b.from) || place(a.to) - place(b.to) || kind(a) - kind(b))
    .flatMap((line) => {
      const [from, to] = [nodes[at.get(line.from) ?? -1], nodes[at.get(line.to) ?? -1]]
      return from && to ? [{ from, to, relation: line.relation, line }] : []
    })
  return [...relations, ...between]
}

type Surroundings = { ground: Ground; strokes: DrawnStrokes; marks: readonly Point[]; detours: Detours | null }

/** Looks for a way for one line, beside what stands on the map. */
function findWay({ from, to, relation }: Wanted, surroundings: Surroundings) {
  const how = {
    curved: from !== null,
    marked: relation !== null,
    width: widthOf(relation),
    quick: surroundings.detours === null,
  }
  return findRoute({ from: from ?? surroundings.ground.person, to }, how, surroundings)
}

/** Finds ways for lines and places for their marks. The nearest to the person have least choice and begin. */
export function findWays(wanted: readonly Wanted[], ground: Ground): Drawn[] {
  const strokes = new DrawnStrokes()
  const detours = ground.nodes.length > mostRound ? null : new Detours(ground)
  const { person } = ground
  const far = ({ from, to }: Wanted) => (from ? Infinity : Math.hypot(to.x - person.x, to.y - person.y))
  const drawn = wanted.map((): Drawn | null => null)
  const order = wanted.map((_, index) => index)
  const farOf = wanted.map(far)
  order.sort((a, b) => (farOf[a] === farOf[b] ? a - b : (farOf[a] ?? 0) - (farOf[b] ?? 0)))
  for (const index of order) {
    const each = wanted[index]
    if (!each) continue
    const way = findWay(each, { ground, strokes, marks: [], detours })
    strokes.add(way.route.points)
    drawn[index] = { ...each, ...way, mark: null }
  }
  return markAll(
    drawn.filter((each) => each !== null),
    ground,
    detours,
  )
}

/** Gives each line its mark; where two are in each other's way, one of the lines goes another way. */
function markAll(drawn: Drawn[], ground: Ground, detours: Detours | null): Drawn[] {
  let best: Drawn[] = drawn
  let least = Infinity
  let lines = drawn
  for (let round = 0; round < mostRounds; round += 1) {
    const placed = placeMarks(
      lines.map(({ route, relation }) => ({ route, marked: relation !== null })),
      ground,
    )
    const faulty = new Set(placed.homeless)
    const marked = lines.map((each, index) => ({ ...each, mark: placed.marks[index] ?? null }))
    if (faulty.size < least) {
      least = faulty.size
      best = marked.map((each, index) => (faulty.has(index) ? { ...each, faults: each.faults + 1 } : each))
    }
    if (faulty.size === 0) break
    const strokes = new DrawnStrokes()
    for (const { route } of lines) strokes.add(route.points)
    lines = marked.map((each, index) => {
      if (!faulty.has(index)) return each
      const marks = marked.flatMap(({ mark }, at) => (mark && at !== index ? [mark] : []))
      const way = findWay(each, { ground, strokes, marks, detours })
      return way.faults > each.faults ? each : { ...each, ...way }
    })
  }
  return best
}

/** Lines from the person, as they are drawn. */
export function drawRelations(lines: readonly Drawn[], ground: Ground): DrawnRelation[] {
  return lines.flatMap(({ from, to, relation, route, mark }) =>
    from || !relation || !mark
      ? []
      : [
          {
            actorId: to.actorId,
            relation,
            path: pathFor(relation, route, ground, [to]),
            badge: mark,
            points: route.points,
          },
        ],
  )
}

/** Lines between actors, as they are drawn. */
export function drawLines(lines: readonly Drawn[], ground: Ground): DrawnLine[] {
  return lines.flatMap(({ line, from, to, relation, route, mark }) => {
    if (!line || !from) return []
    const { to: end, comesFrom } = route
    const degrees = (Math.atan2(end.y - comesFrom.y, end.x - comesFrom.x) * 180) / Math.PI
    return [
      {
        ...line,
        path: pathFor(relation, route, ground, [from, to]),
        badge: mark,
        arrow: line.kind === 'inTurn' ? { ...end, degrees } : null,
        points: route.points,
      },
    ]
  })
}

/** A path as its relation is drawn: conflict is a zigzag, flatter where it is narrow; the others differ by their stroke. */
function pathFor(relation: Relation | null, { path, points }: Route, ground: Ground, own: readonly Node[]): string {
  if (relation !== 'conflict') return path
  const { zigzag } = ground.sizes
  const others: Box[] = [...ground.nodes.filter((node) => !own.includes(node)), ...ground.labels]
  const isFree = (from: Point, to: Point) => !others.some((box) => crosses(from, to, box))
  return polylineOf(zigzagOf(points, zigzag, zigzag * 1.9, isFree))
}
