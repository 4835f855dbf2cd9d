import { touchesCircle, type Box, type Point } from './map-geometry.ts'
import type { Disc } from './map-placing.ts'
import type { MapSizes } from './map-sizes.ts'

export type Node = Box & { actorId: string }
export type Person = Point & { radius: number }

/** What stands on a map already: lines pass beside it, and marks cover none of it. */
export type Ground = {
  nodes: readonly Node[]
  /** names of sectors, and what else stands in the frame */
  labels: readonly Box[]
  person: Person
  /** the ellipse: lines had better stay on it */
  disc: Disc
  sizes: MapSizes
  width: number
  height: number
}

/** Whether a point has room for a mark: beside every box and name, the person, and other marks. */
export function hasRoom(point: Point, ground: Ground, marks: readonly Point[] = []): boolean {
  const { nodes, labels, person, sizes, width, height } = ground
  const radius = sizes.badge / 2
  return (
    point.x >= radius &&
    point.y >= radius &&
    point.x <= width - radius &&
    point.y <= height - radius &&
    Math.hypot(point.x - person.x, point.y - person.y) >= person.radius + radius &&
    !marks.some(({ x, y }) => Math.hypot(x - point.x, y - point.y) < sizes.badge + 1) &&
    !nodes.some((node) => touchesCircle(node, point, radius, 0)) &&
    !labels.some((label) => touchesCircle(label, point, radius, 0))
  )
}

/** Where «er med» is ticked off, at the upper right corner of an actor's box. */
export function tickOf({ x, y, width, height }: Box, { badge }: MapSizes): Box {
  return { x: x + width / 2, y: y - height / 2, width: badge * 1.1, height: badge * 1.1 }
}
