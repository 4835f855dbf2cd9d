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

/**
 * Corners of a zigzag along points that lie close, `size` px to each side and a corner every `step` px; flatter where
 * `isFree` says of a piece that something is in its way.
 */
export function zigzagOf(
  points: readonly Point[],
  size: number,
  step: number,
  isFree: (from: Point, to: Point) => boolean,
): Point[] {
  const [first] = points
  if (!first) return []
  const corners: Point[] = [first]
  /** the points since the last corner: the way itself is free */
  let passed: Point[] = []
  /** where the last corner would be without its zigzag */
  let way = first
  let far = 0
  let side = size
  const goTo = (...choices: Point[]) => {
    const from = corners.at(-1) ?? first
    const to = choices.find((choice) => isFree(from, choice))
    if (to) corners.push(to)
    else {
      // From the corner before, too, the way may be free only where the line itself goes.
      if (corners.length > 1) corners.splice(-1, 1, way)
      corners.push(...passed)
    }
    way = passed.at(-1) ?? way
    passed = []
    far = 0
    side = -side
  }
  for (const [at, point] of points.entries()) {
    const before = points[at - 1]
    const after = points[at + 1]
    if (!before) continue
    const length = Math.hypot(point.x - before.x, point.y - before.y)
    far += length
    passed.push(point)
    if (!after) goTo(point)
    else if (far >= step && length > 0) {
      const [dx, dy] = [(point.x - before.x) / length, (point.y - before.y) / length]
      goTo(
        ...[1, 0.7, 0.45, 0.25, 0].map((share) => ({ x: point.x - dy * side * share, y: point.y + dx * side * share })),
      )
    }
  }
  return corners
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
