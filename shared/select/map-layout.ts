import { importances, type Importance } from '../schema/actor.ts'
import { byOrder } from '../schema/order.ts'
import type { LineKind, Relation } from '../schema/relation.ts'
import { type Box, type Point } from './map-geometry.ts'
import { tickOf, type Ground } from './map-ground.ts'
import { drawLines, drawRelations, findWays, wantedLines, type DrawnLine, type DrawnRelation } from './map-lines.ts'
import { placeItems, onDisc, type Disc, type Item, type Room } from './map-placing.ts'
import { ringsOf, spansOf } from './map-parts.ts'
import { countCovered, placeRingLabels, placeSectorLabels, shapesOf } from './map-labels.ts'
import { boxOf, type MapSizes } from './map-sizes.ts'

/** What of an actor decides how the map is drawn. `name` is what stands in its box. */
export type LayoutActor = {
  actorId: string
  name: string
  sector: string
  importance: Importance
  relation: Relation | null
  order: string
}
export type LayoutSector = { id: string; label: string }
export type LayoutLine = { key: string; from: string; to: string; kind: LineKind; relation: Relation | null }

export type LayoutArgs = {
  actors: readonly LayoutActor[]
  /** in order round the map; the first is at the top */
  sectors: readonly LayoutSector[]
  lines: readonly LayoutLine[]
  /** the place there is, in px */
  width: number
  height: number
  /** tried in turn; with the last the frame grows until everything has room */
  sizes: readonly [MapSizes, ...MapSizes[]]
  /** the rings that are drawn, by importance; all three where it is left out */
  rings?: readonly Importance[]
  /** what else stands in the frame as it is asked for: nothing is laid out under it */
  taken?: readonly Box[]
  /** the words for the rings; none are placed where it is left out */
  ringNames?: Readonly<Record<Importance, string>>
}

/** Everything in px of the frame; boxes and labels are given by their middle. */
export type MapLayout = {
  /** the frame: as asked for, or larger where that could not hold everything */
  width: number
  height: number
  sizes: MapSizes
  person: Point & { radius: number }
  /** the rings, outermost first, so that each is drawn over the one before */
  ellipses: (Disc & { importance: Importance })[]
  spokes: { from: Point; to: Point }[]
  /** each sector's angles, clockwise from the right in radians */
  sectors: { id: string; start: number; end: number }[]
  sectorLabels: (Box & { id: string; label: string })[]
  ringLabels: (Box & { importance: Importance; label: string })[]
  nodes: readonly (Box & { actorId: string })[]
  /** from the person to each actor whose relation is chosen */
  relations: DrawnRelation[]
  /** between two actors */
  lines: DrawnLine[]
}

const growth = 1.07
const mostGrowth = 40
/** Above this many actors more room is given sooner. */
const mostPatient = 45
const quickGrowth = 1.14
/** By how much a frame in which something lies over something else grows: names stay as large as they can. */
const growthForLines = 1.03
/** How many times the lines of a map with few of them may be drawn in search of a place for everything. */
const drawsForFew = 10
/** How long a place with room for marks between the boxes is looked for. */
const sweepsForAir = 6
/** How full a part may be for its actors to find places without long search. */
const fullest = 0.55
const fullestOfMany = 0.25
/** How many times a frame in which everybody has a place grows once more, so that nothing lies over anything. */
const mostForLines = 9
/** Least px between a sector's name and the foot of what is seen of the map: there a bar may begin. */
const airBelow = 9

/**
 * Draws an actor map: an ellipse that fills any shape of frame, sectors that widen with their number of actors
 * (at least 40° where there is room for it), the most important actors innermost. No two actors touch, none
 * covers the person in the middle, and all are inside the frame. Pure and deterministic: everyone who gives
 * the same sees the same. An actor in a sector that is not given is drawn in the last one.
 */
export function layoutMap(args: LayoutArgs): MapLayout {
  let best: Found | null = null
  const search: Search = { draws: drawsFor(args) }
  for (const sizes of args.sizes) {
    const found = layoutIn(args, sizes, args.width, args.height, search)
    if (typeof found === 'number') continue
    if (found.faults === 0) return found.layout
    if (!best || found.faults < best.faults) best = found
    if (search.draws <= 0) break
  }
  const few = args.actors.length <= mostPatient
  // One page of a wall is divided sooner than drawn smaller, and where much is drawn a fault costs less than the time.
  if (best && (!few || args.rings || drawsFor(args) < drawsForFew)) return best.layout
  const sizes = args.sizes.at(-1) ?? args.sizes[0]
  let { width, height } = args
  const first = Math.sqrt((boxArea(args, sizes) / (width * height)) * 3)
  const least = few ? growth : quickGrowth
  let by = best ? growthForLines : Math.max(least, first)
  let more = few ? mostForLines : 0
  if (best) search.draws = drawsForFew
  for (let turn = 0; turn < mostGrowth; turn += 1) {
    width *= by
    height *= by
    const found = layoutIn(args, sizes, Math.round(width), Math.round(height), search)
    if (typeof found === 'number') {
      by = Math.max(least, Math.min(1.8, Math.sqrt(found / (least === growth ? fullest : fullestOfMany))))
      continue
    }
    if (!best || found.faults < best.faults) best = found
    if (best.faults === 0 || more === 0 || search.draws <= 0) return best.layout
    more -= 1
    by = growthForLines
  }
  if (best) return best.layout
  throw new Error('An actor map found no room')
}

/** A layout, and how many names lie over others, lines pass under something, or marks have no room. */
type Found = { layout: MapLayout; faults: number }

/** The more lines there are, the longer it takes to draw them, and the sooner it must do. */
function drawsFor({ actors, lines }: LayoutArgs): number {
  const count = actors.length + lines.length
  return count > 50 ? 2 : count > 30 ? 5 : drawsForFew
}

/** How many square px the boxes of all actors cover. */
function boxArea(args: LayoutArgs, sizes: MapSizes): number {
  return args.actors
    .filter((actor) => !args.rings || args.rings.includes(actor.importance))
    .map((actor) => boxOf(actor.name, sizes))
    .reduce((sum, box) => sum + box.width * box.height, 0)
}

/**
 * Tries the usual sectors and rings first, then gives those that are crowded more and more of the disc. Without
 * success: how full the fullest part is, 1 being filled to the last px.
 */
function layoutIn(args: LayoutArgs, sizes: MapSizes, width: number, height: number, search: Search): Found | number {
  // No use in looking for places that there can't be.
  const all = boxArea(args, sizes) / (width * height)
  if (all > 0.5) return all
  const more: Weights = { sectors: new Map(), rings: new Map(), fullest: 0 }
  const attempts = args.actors.length > mostPatient ? 3 : 8
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = layoutWith(args, sizes, width, height, more, search)
    if (found) return found
  }
  return more.fullest
}

/** How much more of the disc crowded sectors and rings are given; 1 where nothing is said. Grows while it is tried. */
type Weights = { sectors: Map<string, number>; rings: Map<Importance, number>; fullest: number }

/** How many more times the lines may be drawn in search of a place for everything. */
type Search = { draws: number }

function layoutWith(
  args: LayoutArgs,
  sizes: MapSizes,
  width: number,
  height: number,
  more: Weights,
  search: Search,
): Found | null {
  // A larger frame is seen whole when it is drawn smaller: what stands before it takes more of it then.
  const by = width / args.width
  const taken = (args.taken ?? []).map((box) => ({
    x: box.x * by,
    y: box.y * by,
    width: box.width * by,
    height: box.height * by,
  }))
  const sideMargin = Math.round(sizes.gap * 1.4)
  const foot = height - airBelow * by
  const bottomMargin = sizes.sectorHeight + Math.max(sideMargin, (airBelow + 6) * by)
  // The first sector's name stands above the ellipse, on two lines where the map is narrow.
  const shapes = shapesOf(args.sectors[0]?.label ?? '', width, sizes)
  const topMargin = sideMargin + (shapes[0]?.height ?? sizes.sectorHeight)
  const ry = (height - topMargin - bottomMargin) / 2
  const disc: Disc = { cx: width / 2, cy: topMargin + ry, rx: width / 2 - sideMargin, ry }
  if (disc.rx < sizes.person * 1.5 || disc.ry < sizes.person * 1.5) return null
  const shown = args.rings ?? importances
  const actors = args.actors.filter((actor) => shown.includes(actor.importance))
  const boxes = new Map(actors.map((actor) => [actor.actorId, boxOf(actor.name, sizes)]))
  const sectorOf = (actor: LayoutActor) =>
    args.sectors.some((sector) => sector.id === actor.sector) ? actor.sector : (args.sectors.at(-1)?.id ?? '')
  const sectors = spansOf(
    args.sectors,
    (id) => actors.filter((actor) => sectorOf(actor) === id).length * (more.sectors.get(id) ?? 1),
  )
  const personRadius = Math.min(sizes.person, disc.rx / 3, disc.ry / 3)
  const rings = ringsOf(shown, actors, boxes, disc, personRadius, sizes.gap, more.rings)
  const sectorLabels = placeSectorLabels(args.sectors, sectors, disc, width, foot, sizes, taken)

  const items = new Map<string, Item>()
  const overfull = new Set<string>()
  more.fullest = 0
  for (const sector of sectors) {
    for (const ring of rings) {
      const here = actors
        .filter((actor) => sectorOf(actor) === sector.id && actor.importance === ring.importance)
        .sort((a, b) => byOrder({ id: a.actorId, order: a.order }, { id: b.actorId, order: b.order }))
      const cell = { start: sector.start, end: sector.end, inner: ring.inner, outer: ring.outer }
      const span = cell.end - cell.start
      const needed = here.reduce((sum, actor) => sum + (boxes.get(actor.actorId)?.width ?? 0) + sizes.gap, 0)
      const arc = (span * (ring.inner + ring.outer) * (disc.rx + disc.ry)) / 4
      const depth = ((ring.outer - ring.inner) * (disc.rx + disc.ry)) / 2
      const mostRows = Math.max(4, Math.floor(depth / (sizes.heights[0] + sizes.gap)))
      const rows = Math.max(1, Math.min(mostRows, Math.ceil(needed / Math.max(arc, 1))))
      const room =
        (span / 2) * (ring.outer ** 2 - Math.max(ring.inner, personRadius / disc.rx) ** 2) * disc.rx * disc.ry
      const filled = here.reduce((sum, actor) => {
        const box = boxes.get(actor.actorId)
        return sum + (box ? (box.width + sizes.gap) * (box.height + sizes.gap) : 0)
      }, 0)
      // A few may stick out of a small part; many can't.
      if (here.length > 3) {
        more.fullest = Math.max(more.fullest, filled / room)
        if (filled > room) for (const actor of here) overfull.add(actor.actorId)
      }
      for (const [index, actor] of here.entries()) {
        const distance = cell.inner + (cell.outer - cell.inner) * (((index % rows) + 0.55) / rows)
        const angle = cell.start + (span * (index + 0.5)) / here.length
        const box = boxes.get(actor.actorId) ?? { width: 0, height: 0 }
        items.set(actor.actorId, { ...box, cell, ideal: { angle, distance } })
      }
    }
  }
  const ids = [...items.keys()]
  const hopeless = ids.flatMap((id, index) => (overfull.has(id) ? [index] : []))
  const room: Room = {
    width,
    height,
    margin: sideMargin,
    disc,
    radius: personRadius,
    personGap: sizes.badge - 2,
    taken: [...sectorLabels, ...taken],
  }
  const person = { x: disc.cx, y: disc.cy, radius: personRadius }
  const ground = { labels: [...sectorLabels, ...taken], person, disc, sizes, width, height }
  const placing = hopeless.length > 0 ? { crowded: hopeless } : drawPlaced(args, actors, items, room, ground, search)
  if ('crowded' in placing) {
    const crowded = placing.crowded.flatMap((index) => actors.find((actor) => actor.actorId === ids[index]) ?? [])
    for (const sector of new Set(crowded.map(sectorOf))) more.sectors.set(sector, (more.sectors.get(sector) ?? 1) * 1.2)
    for (const importance of new Set(crowded.map((actor) => actor.importance))) {
      more.rings.set(importance, (more.rings.get(importance) ?? 1) * 1.15)
    }
    return null
  }
  const { nodes, relations, lines } = placing
  const faults = placing.faults + countCovered(sectorLabels, taken)
  const layout: MapLayout = {
    width,
    height,
    sizes,
    person,
    ellipses: rings
      .map(({ importance, outer }) => ({ ...disc, rx: disc.rx * outer, ry: disc.ry * outer, importance }))
      .reverse(),
    spokes: sectors.map(({ start }) => ({ from: { x: disc.cx, y: disc.cy }, to: onDisc(disc, start, 1) })),
    sectors,
    sectorLabels,
    ringLabels: args.ringNames
      ? placeRingLabels(rings, args.ringNames, disc, sizes, [
          ...nodes,
          ...nodes.map((node) => tickOf(node, sizes)),
          ...sectorLabels,
          ...taken,
          ...badgesOf(relations, lines, sizes),
          ...strokesOf(relations, lines, sizes),
          { x: person.x, y: person.y, width: person.radius * 2, height: person.radius * 2 },
        ])
      : [],
    nodes,
    relations,
    lines,
  }
  return { layout, faults }
}

type Placed = Pick<MapLayout, 'nodes' | 'relations' | 'lines'> & { faults: number }

/** Places the actors with room for marks between them where there is some, and draws the lines past them. */
function drawPlaced(
  args: LayoutArgs,
  actors: readonly LayoutActor[],
  items: ReadonlyMap<string, Item>,
  room: Room,
  stand: Omit<Ground, 'nodes'>,
  search: Search,
): Placed | { crowded: number[] } {
  const { gap, badge } = stand.sizes
  const ids = [...items.keys()]
  const place = placeItems([...items.values()], room)
  const close = place(gap)
  if ('crowded' in close) return close
  const airy = items.size > mostPatient ? [] : [badge + 6, badge, (badge + gap) / 2, gap * 1.5]
  let best: Placed | null = null
  for (const each of search.draws > 0 ? [...airy, gap] : [gap]) {
    const placing = each === gap ? close : place(each, sweepsForAir)
    if ('crowded' in placing) continue
    const nodes = placing.places.map(({ x, y, width, height }, index) => ({
      actorId: ids[index] ?? '',
      x: Math.round(x),
      y: Math.round(y),
      width,
      height,
    }))
    const ground = { ...stand, nodes }
    search.draws -= 1
    const ways = findWays(wantedLines(actors, args.lines, nodes), ground)
    const faults = ways.reduce((sum, way) => sum + way.faults, 0)
    if (!best || faults < best.faults) {
      best = { nodes, relations: drawRelations(ways, ground), lines: drawLines(ways, ground), faults }
    }
    if (faults === 0 || search.draws <= 0) break
  }
  return best ?? { crowded: [] }
}

function badgesOf(relations: readonly DrawnRelation[], lines: readonly DrawnLine[], sizes: MapSizes): Box[] {
  return [...relations, ...lines].flatMap(({ badge }) =>
    badge ? [{ ...badge, width: sizes.badge, height: sizes.badge }] : [],
  )
}

/** Small boxes along the lines: words must not stand on them. */
function strokesOf(relations: readonly DrawnRelation[], lines: readonly DrawnLine[], { zigzag }: MapSizes): Box[] {
  return [...relations, ...lines].flatMap(({ points, relation }) => {
    const size = relation === 'conflict' ? Math.max(10, zigzag * 2) : 10
    return points.map((point) => ({ ...point, width: size, height: size }))
  })
}
