import type { Importance } from '../schema/actor.ts'
import { byOrder } from '../schema/order.ts'
import type { Point } from './map-geometry.ts'
import type { LayoutActor, MapLayout } from './map-layout.ts'

const full = 2 * Math.PI

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
