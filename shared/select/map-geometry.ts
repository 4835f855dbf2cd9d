/** A point in px of the frame. */
export type Point = { x: number; y: number }

/** A box by its middle. */
export type Box = Point & { width: number; height: number }

/** Whether two boxes come closer than `gap`. */
export function touches(a: Box, b: Box, gap: number): boolean {
  return (
    Math.abs(a.x - b.x) * 2 < a.width + b.width + 2 * gap && Math.abs(a.y - b.y) * 2 < a.height + b.height + 2 * gap
  )
}

/** By how many square px two boxes with `gap` round them lie over each other. */
export function overlapOf(a: Box, b: Box, gap: number): number {
  const over = (distance: number, sum: number) => sum / 2 + gap - Math.abs(distance)
  const x = over(a.x - b.x, a.width + b.width)
  const y = over(a.y - b.y, a.height + b.height)
  return x > 0 && y > 0 ? x * y : 0
}

/** Whether a box comes closer than `gap` to a circle. */
export function touchesCircle(box: Box, centre: Point, radius: number, gap: number): boolean {
  const dx = Math.max(Math.abs(box.x - centre.x) - box.width / 2, 0)
  const dy = Math.max(Math.abs(box.y - centre.y) - box.height / 2, 0)
  return Math.hypot(dx, dy) < radius + gap
}

/** Where the way from a box's middle towards a point leaves the box. */
export function edgeOf(box: Box, towards: Point): Point {
  const dx = towards.x - box.x
  const dy = towards.y - box.y
  if (dx === 0 && dy === 0) return { x: box.x, y: box.y }
  const share = Math.min(
    dx === 0 ? Infinity : box.width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : box.height / 2 / Math.abs(dy),
  )
  return { x: box.x + dx * share, y: box.y + dy * share }
}

/** Whether a straight line passes over a box. */
export function crosses(from: Point, to: Point, box: Box): boolean {
  let low = 0
  let high = 1
  for (const [start, end, middle, size] of [
    [from.x, to.x, box.x, box.width],
    [from.y, to.y, box.y, box.height],
  ] as const) {
    const delta = end - start
    const least = middle - size / 2
    const most = middle + size / 2
    if (delta === 0) {
      if (start < least || start > most) return false
      continue
    }
    const [a, b] = [(least - start) / delta, (most - start) / delta]
    low = Math.max(low, Math.min(a, b))
    high = Math.min(high, Math.max(a, b))
    if (low > high) return false
  }
  return true
}

const round = (value: number) => Math.round(value * 10) / 10

/** A straight or curved line as points along it; `bend` is where it is drawn to, or null for a straight one. */
export function pointsAlong(from: Point, to: Point, bend: Point | null, count: number): Point[] {
  return Array.from({ length: count + 1 }, (_, index) => {
    const t = index / count
    if (!bend) return { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t }
    const mix = (a: number, b: number, c: number) => (1 - t) * (1 - t) * a + 2 * t * (1 - t) * b + t * t * c
    return { x: mix(from.x, bend.x, to.x), y: mix(from.y, bend.y, to.y) }
  })
}

/** The same as SVG path data. */
export function pathOf(from: Point, to: Point, bend: Point | null): string {
  const start = `M${round(from.x)} ${round(from.y)}`
  const end = `${round(to.x)} ${round(to.y)}`
  return bend ? `${start}Q${round(bend.x)} ${round(bend.y)} ${end}` : `${start}L${end}`
}

/** Corners of a zigzag along points, `size` px to each side. */
export function zigzagOf(points: readonly Point[], size: number): Point[] {
  return points.map((point, index) => {
    const before = points[index - 1]
    const after = points[index + 1]
    if (!before || !after) return point
    const dx = after.x - before.x
    const dy = after.y - before.y
    const length = Math.hypot(dx, dy) || 1
    const side = index % 2 === 0 ? size : -size
    return { x: point.x - (dy / length) * side, y: point.y + (dx / length) * side }
  })
}

/** Path data of straight pieces from point to point. */
export function polylineOf(points: readonly Point[]): string {
  return points.map((point, index) => `${index === 0 ? 'M' : 'L'}${round(point.x)} ${round(point.y)}`).join('')
}

/** A way from corner to corner, each rounded off by at most `radius` px: as SVG path data, and as points at most `px` apart. */
export function roundedOf(corners: readonly Point[], radius: number, px: number): { path: string; points: Point[] } {
  const [first] = corners
  if (!first) return { path: '', points: [] }
  let path = `M${round(first.x)} ${round(first.y)}`
  const points: Point[] = [first]
  const goTo = (to: Point, bend: Point | null) => {
    const from = points.at(-1) ?? first
    const count = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / (bend ? 2 : px)))
    points.push(...pointsAlong(from, to, bend, count).slice(1))
    path += pathOf(from, to, bend).replace(/^M[^LQ]*/u, '')
  }
  const towards = (from: Point, to: Point): Point => {
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
    const reach = Math.min(radius, length / 2) / length
    return { x: from.x + (to.x - from.x) * reach, y: from.y + (to.y - from.y) * reach }
  }
  for (const [at, corner] of corners.entries()) {
    const before = corners[at - 1]
    const after = corners[at + 1]
    if (!before) continue
    if (!after) goTo(corner, null)
    else {
      goTo(towards(corner, before), null)
      goTo(towards(corner, after), corner)
    }
  }
  return { path, points }
}

/** Points at equal distances along a way, its ends among them. */
export function evenly(points: readonly Point[], count: number): Point[] {
  const far = points.map(() => 0)
  for (const [at, { x, y }] of points.entries()) {
    const before = points[at - 1]
    far[at] = before ? (far[at - 1] ?? 0) + Math.hypot(x - before.x, y - before.y) : 0
  }
  const all = far.at(-1) ?? 0
  let at = 1
  return Array.from({ length: count + 1 }, (_, index) => {
    const wanted = (all * index) / count
    while (at < points.length - 1 && (far[at] ?? 0) < wanted) at += 1
    const [a, b] = [points[at - 1], points[at]]
    if (!a || !b) return points[0] ?? { x: 0, y: 0 }
    const [from, to] = [far[at - 1] ?? 0, far[at] ?? 0]
    const share = to === from ? 0 : (wanted - from) / (to - from)
    return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }
  })
}
