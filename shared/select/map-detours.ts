import { crosses, type Box, type Point } from './map-geometry.ts'
import type { Ground } from './map-ground.ts'

type Corner = Point & { seen: Map<number, boolean> }

/**
 * The shortest ways round what stands on a map, from corner to corner of the boxes. Between any two boxes there is
 * room for a line, so that there nearly always is one. Made once for a map as it stands: what was seen is remembered.
 */
export class Detours {
  readonly #boxes: readonly Box[]
  readonly #corners: Corner[]
  readonly #ground: Ground

  constructor(ground: Ground) {
    const out = Math.max(1, ground.sizes.gap / 2 - 0.75)
    const grown = (box: Box, by: number): Box => ({ ...box, width: box.width + 2 * by, height: box.height + 2 * by })
    this.#ground = ground
    const all = [...ground.nodes, ...ground.labels]
    this.#boxes = all.map((box) => grown(box, out - 0.5))
    const { person, width, height } = ground
    this.#corners = all
      .flatMap((box) => {
        const [x, y] = [box.width / 2 + out, box.height / 2 + out]
        return [
          { x: box.x - x, y: box.y - y },
          { x: box.x + x, y: box.y - y },
          { x: box.x - x, y: box.y + y },
          { x: box.x + x, y: box.y + y },
        ]
      })
      .filter(({ x, y }) => x > 3 && y > 3 && x < width - 3 && y < height - 3)
      .filter((point) => Math.hypot(point.x - person.x, point.y - person.y) > person.radius + 2)
      .filter((point) => !this.#boxes.some((box) => inside(point, box)))
      .map((point) => ({ ...point, seen: new Map<number, boolean>() }))
  }

  /** The shortest way from one of some points to one of others, by its corners; `own` are the boxes at its ends. Null: there is none. */
  find(starts: readonly Point[], ends: readonly Point[], own: readonly Box[], fromPerson: boolean): Point[] | null {
    const { nodes } = this.#ground
    const others = this.#boxes.filter((_, index) => !own.some((box) => box === nodes[index]))
    const sees = (a: Point, b: Point, boxes: readonly Box[]) =>
      !boxes.some((box) => crosses(a, b, box)) && (fromPerson || !this.#throughPerson(a, b))
    const least = new Map<number, number>()
    /** the corner before each, or where it began */
    const before = new Map<number, number | Point>()
    const done = new Set<number>()
    const open = new Set<number>()
    const ahead = (point: Point) => Math.min(...ends.map((end) => apart(point, end)))
    let best: { length: number; last: number | Point; end: Point } | null = null
    const finish = (point: Point, length: number, last: number | Point) => {
      for (const end of ends) {
        const all = length + apart(point, end)
        if ((best && all >= best.length) || !sees(point, end, others)) continue
        best = { length: all, last, end }
      }
    }
    for (const start of starts) {
      finish(start, 0, start)
      for (const [index, corner] of this.#corners.entries()) {
        const length = apart(start, corner)
        if (length >= (least.get(index) ?? Infinity) || !sees(start, corner, others)) continue
        least.set(index, length)
        before.set(index, start)
        open.add(index)
      }
    }
    while (open.size > 0) {
      let next = -1
      let nearest = Infinity
      for (const index of open) {
        const corner = this.#corners[index]
        const reach = (least.get(index) ?? 0) + (corner ? ahead(corner) : 0)
        if (reach < nearest) {
          nearest = reach
          next = index
        }
      }
      const found = best as { length: number } | null
      if (found && nearest >= found.length) break
      const corner = this.#corners[next]
      open.delete(next)
      done.add(next)
      if (!corner) continue
      const length = least.get(next) ?? 0
      finish(corner, length, next)
      for (const [index, other] of this.#corners.entries()) {
        if (done.has(index)) continue
        // Each turn costs a little, so that ways with few of them are preferred.
        const all = length + apart(corner, other) + 6
        if (all >= (least.get(index) ?? Infinity)) continue
        if (!this.#sees(next, index, corner, other)) continue
        if (!fromPerson && this.#throughPerson(corner, other)) continue
        least.set(index, all)
        before.set(index, next)
        open.add(index)
      }
    }
    const found = best as { last: number | Point; end: Point } | null
    if (!found) return null
    const way: Point[] = [found.end]
    let last: number | Point | undefined = found.last
    while (typeof last === 'number') {
      const corner: Corner | undefined = this.#corners[last]
      if (corner) way.unshift({ x: corner.x, y: corner.y })
      last = before.get(last)
    }
    return last ? [last, ...way] : null
  }

  #sees(index: number, other: number, a: Corner, b: Corner): boolean {
    const [low, high] = index < other ? [a, other] : [b, index]
    const known = low.seen.get(high)
    if (known !== undefined) return known
    const seen = !this.#boxes.some((box) => crosses(a, b, box))
    low.seen.set(high, seen)
    return seen
  }

  #throughPerson(a: Point, b: Point): boolean {
    const { person } = this.#ground
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    const share = Math.max(0, Math.min(1, ((person.x - a.x) * dx + (person.y - a.y) * dy) / (dx * dx + dy * dy || 1)))
    return Math.hypot(a.x + dx * share - person.x, a.y + dy * share - person.y) < person.radius + 1
  }
}

function apart(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

function inside(point: Point, box: Box): boolean {
  return Math.abs(point.x - box.x) * 2 < box.width && Math.abs(point.y - box.y) * 2 < box.height
}
