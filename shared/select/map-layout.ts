import { importances, type Importance } from '../schema/actor.ts'
import { byOrder } from '../schema/order.ts'
import type { LineKind, Relation } from '../schema/relation.ts'
import { pointsAlong, type Box, type Point } from './map-geometry.ts'
import { drawLines, drawRelations, type DrawnLine, type DrawnRelation } from './map-lines.ts'
import { placeItems, onDisc, type Disc, type Item, type Room } from './map-placing.ts'
import { placeRingLabels, placeSectorLabels } from './map-labels.ts'
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
  nodes: (Box & { actorId: string })[]
  /** from the person to each actor whose relation is chosen */
  relations: DrawnRelation[]
  /** between two actors */
  lines: DrawnLine[]
}

const full = 2 * Math.PI
const leastSpan = (40 / 180) * Math.PI
const growth = 1.07
const mostGrowth = 40
/** Above this many actors more room is given sooner. */
const mostPatient = 45
const quickGrowth = 1.14
/** How full a part may be for its actors to find places without long search. */
const fullest = 0.55
const fullestOfMany = 0.25
/** How the disc's area is shared by three rings where nothing asks for more, innermost first. */
const usualShares: Record<Importance, number> = { 3: 0.2, 2: 0.33, 1: 0.47 }

/**
 * Draws an actor map: an ellipse that fills any shape of frame, sectors that widen with their number of actors
 * (at least 40° where there is room for it), the most important actors innermost. No two actors touch, none
 * covers the person in the middle, and all are inside the frame. Pure and deterministic: everyone who gives
 * the same sees the same. An actor in a sector that is not given is drawn in the last one.
 */
export function layoutMap(args: LayoutArgs): MapLayout {
  for (const sizes of args.sizes) {
    const layout = layoutIn(args, sizes, args.width, args.height)
    if (typeof layout !== 'number') return layout
  }
  const sizes = args.sizes.at(-1) ?? args.sizes[0]
  let { width, height } = args
  const first = Math.sqrt((boxArea(args, sizes) / (width * height)) * 3)
  const least = args.actors.length > mostPatient ? quickGrowth : growth
  let by = Math.max(least, first)
  for (let turn = 0; turn < mostGrowth; turn += 1) {
    width *= by
    height *= by
    const layout = layoutIn(args, sizes, Math.round(width), Math.round(height))
    if (typeof layout !== 'number') return layout
    by = Math.max(least, Math.min(1.8, Math.sqrt(layout / (least === growth ? fullest : fullestOfMany))))
  }
  throw new Error('An actor map found no room')
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
function layoutIn(args: LayoutArgs, sizes: MapSizes, width: number, height: number): MapLayout | number {
  // No use in looking for places that there can't be.
  const all = boxArea(args, sizes) / (width * height)
  if (all > 0.5) return all
  const more: Weights = { sectors: new Map(), rings: new Map(), fullest: 0 }
  const attempts = args.actors.length > mostPatient ? 3 : 8
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const layout = layoutWith(args, sizes, width, height, more)
    if (layout) return layout
  }
  return more.fullest
}

/** How much more of the disc crowded sectors and rings are given; 1 where nothing is said. Grows while it is tried. */
type Weights = { sectors: Map<string, number>; rings: Map<Importance, number>; fullest: number }

function layoutWith(args: LayoutArgs, sizes: MapSizes, width: number, height: number, more: Weights): MapLayout | null {
  const taken = width === args.width ? (args.taken ?? []) : []
  const sideMargin = Math.round(sizes.gap * 1.4)
  const topMargin = sizes.sectorHeight + Math.round(sizes.gap * 1.4)
  const disc: Disc = { cx: width / 2, cy: height / 2, rx: width / 2 - sideMargin, ry: height / 2 - topMargin }
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
  const rings = ringsOf(shown, actors, boxes, disc, personRadius, sizes.gap, more)
  const sectorLabels = placeSectorLabels(args.sectors, sectors, disc, width, height, sizes, taken)

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
    gap: sizes.gap,
    personGap: sizes.badge - 2,
    taken: [...sectorLabels, ...taken],
  }
  const placing = hopeless.length > 0 ? { crowded: hopeless } : placeItems([...items.values()], room)
  if ('crowded' in placing) {
    const crowded = placing.crowded.flatMap((index) => actors.find((actor) => actor.actorId === ids[index]) ?? [])
    for (const sector of new Set(crowded.map(sectorOf))) more.sectors.set(sector, (more.sectors.get(sector) ?? 1) * 1.2)
    for (const importance of new Set(crowded.map((actor) => actor.importance))) {
      more.rings.set(importance, (more.rings.get(importance) ?? 1) * 1.15)
    }
    return null
  }
  const nodes = placing.places.map(({ x, y, width: w, height: h }, index) => ({
    actorId: ids[index] ?? '',
    x: Math.round(x),
    y: Math.round(y),
    width: w,
    height: h,
  }))
  const person = { x: disc.cx, y: disc.cy, radius: personRadius }
  const relations = drawRelations(actors, nodes, person, sizes)
  const lines = drawLines(args.lines, nodes, person, sizes, relations)
  return {
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
          ...sectorLabels,
          ...badgesOf(relations, lines, sizes),
          ...strokesOf(relations, nodes, person),
          { x: person.x, y: person.y, width: person.radius * 2, height: person.radius * 2 },
        ])
      : [],
    nodes,
    relations,
    lines,
  }
}

function badgesOf(relations: readonly DrawnRelation[], lines: readonly DrawnLine[], sizes: MapSizes): Box[] {
  return [...relations, ...lines].flatMap(({ badge }) =>
    badge ? [{ ...badge, width: sizes.badge, height: sizes.badge }] : [],
  )
}

/** Small boxes along the lines from the person: words must not stand on them. */
function strokesOf(relations: readonly DrawnRelation[], nodes: readonly (Box & { actorId: string })[], person: Point) {
  return relations.flatMap(({ actorId }) => {
    const node = nodes.find((each) => each.actorId === actorId)
    return node ? pointsAlong(person, node, null, 24).map((point) => ({ ...point, width: 10, height: 10 })) : []
  })
}

/** Shares the round by how many actors each sector has; the first stands with its middle at the top. */
function spansOf(sectors: readonly LayoutSector[], countOf: (id: string) => number): MapLayout['sectors'] {
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

type Ring = { importance: Importance; inner: number; outer: number }

/** How far out each ring reaches, innermost first: a ring with more in it is wider. */
function ringsOf(
  shown: readonly Importance[],
  actors: readonly LayoutActor[],
  boxes: ReadonlyMap<string, { width: number; height: number }>,
  disc: Disc,
  personRadius: number,
  gap: number,
  more: Weights,
): Ring[] {
  const innermostFirst = importances.filter((importance) => shown.includes(importance)).toSorted((a, b) => b - a)
  const need = (importance: Importance) =>
    actors
      .filter((actor) => actor.importance === importance)
      .reduce((sum, actor) => {
        const box = boxes.get(actor.actorId)
        return sum + (box ? (box.width + gap) * (box.height + gap) : 0)
      }, 0) * (more.rings.get(importance) ?? 1)
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

/** Where on the map a point is: what a drop or a tap there means. */
export type MapPlace = { sector: string; importance: Importance; afterActorId: string | null }

/**
 * The sector, ring and place among its actors of a point in the frame. `actors` as they were laid out; the one
 * that moves is left out of the reckoning. Outside the outermost ring counts as in it; null without sectors.
 */
export function placeAtPoint(
  layout: MapLayout,
  actors: readonly LayoutActor[],
  point: Point,
  movingId: string | null,
): MapPlace | null {
  const outermost = layout.ellipses[0]
  if (!outermost || layout.sectors.length === 0) return null
  const { cx, cy } = outermost
  const angleOf = (at: Point) => Math.atan2((at.y - cy) / outermost.ry, (at.x - cx) / outermost.rx)
  const into = (angle: number, start: number) => (((angle - start) % full) + full) % full
  const angle = angleOf(point)
  const sector = layout.sectors.find(({ start, end }) => into(angle, start) < end - start) ?? layout.sectors[0]
  const ring = layout.ellipses.findLast(({ rx, ry }) => Math.hypot((point.x - cx) / rx, (point.y - cy) / ry) <= 1)
  if (!sector) return null
  const importance = (ring ?? outermost).importance
  const known = new Set(layout.sectors.map(({ id }) => id))
  const last = layout.sectors.at(-1)?.id
  const before = actors
    .filter((actor) => actor.actorId !== movingId && actor.importance === importance)
    .filter((actor) => (known.has(actor.sector) ? actor.sector : last) === sector.id)
    .sort((a, b) => byOrder({ id: a.actorId, order: a.order }, { id: b.actorId, order: b.order }))
    .filter((actor) => {
      const node = layout.nodes.find(({ actorId }) => actorId === actor.actorId)
      return node && into(angleOf(node), sector.start) < into(angle, sector.start)
    })
  return { sector: sector.id, importance, afterActorId: before.at(-1)?.actorId ?? null }
}
