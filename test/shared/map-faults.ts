import { crosses, overlapOf, touchesCircle, type Box, type Point } from '../../shared/select/map-geometry.ts'
import type { MapLayout } from '../../shared/select/map-layout.ts'
import { textWidth } from '../../shared/select/map-sizes.ts'

type Named = Box & { name: string }

/** What of a drawn map lies over something else, or under the legend's button, in words; nothing is as it should be. */
export function faultsOf(layout: MapLayout, legend: Box[] = []): string[] {
  const { nodes, person, sizes } = layout
  const boxes: Named[] = nodes.map((node) => ({ ...node, name: node.actorId }))
  const labels: Named[] = [
    ...layout.sectorLabels.map((label) => ({ ...label, name: label.label })),
    ...layout.ringLabels.map((label) => ({ ...label, name: label.label })),
  ]
  const marks: (Point & { name: string })[] = [
    ...layout.relations.flatMap(({ actorId, badge }) => (badge ? [{ ...badge, name: `mark of ${actorId}` }] : [])),
    ...layout.lines.flatMap(({ from, to, badge }) => (badge ? [{ ...badge, name: `mark of ${from}–${to}` }] : [])),
  ]
  const all = [...boxes, ...labels, ...legend.map((box) => ({ ...box, name: 'the legend' }))]
  const over = [
    ...all.flatMap((one, at) => [
      ...all.slice(at + 1).flatMap((other) => (overlapOf(one, other, -0.5) > 0 ? [`${one.name} × ${other.name}`] : [])),
      ...(touchesCircle(one, person, person.radius, -1.5) ? [`${one.name} × the person`] : []),
    ]),
    ...marks.flatMap((one, at) => [
      ...marks
        .slice(at + 1)
        .flatMap((other) =>
          Math.hypot(one.x - other.x, one.y - other.y) < sizes.badge - 1 ? [`${one.name} × ${other.name}`] : [],
        ),
      ...all.flatMap((box) => (touchesCircle(box, one, sizes.badge / 2, -1) ? [`${box.name} × ${one.name}`] : [])),
      ...(Math.hypot(one.x - person.x, one.y - person.y) < person.radius + sizes.badge / 2 - 1
        ? [`${one.name} × the person`]
        : []),
    ]),
  ]
  const cut = layout.sectorLabels
    .filter(({ label, width }) =>
      label.split(/\s+/u).some((word) => textWidth(word, sizes.sectorFont) + sizes.aroundSector > width + 1),
    )
    .map(({ label }) => `${label} is cut`)
  const strokes = [
    ...layout.relations.map(({ actorId, path }) => ({ name: `line to ${actorId}`, ends: [actorId], path })),
    ...layout.lines.map(({ from, to, path }) => ({ name: `line ${from}–${to}`, ends: [from, to], path })),
  ]
  const under = strokes.flatMap(({ name, ends, path }) => {
    const points = pointsOf(path)
    return [...boxes.filter((box) => !ends.includes(box.name)), ...labels]
      .filter((box) => points.some((point, at) => at > 0 && crosses(points[at - 1] ?? point, point, inner(box))))
      .map((box) => `${name} under ${box.name}`)
  })
  return [...over, ...under, ...cut]
}

/** Without its border, and what its rounded corners leave. */
function inner(box: Box): Box {
  return { ...box, width: box.width - 4, height: box.height - 4 }
}

/** A path of M, L and Q as points that lie close. */
function pointsOf(path: string): Point[] {
  const points: Point[] = []
  for (const [, command, rest = ''] of path.matchAll(/([MLQ])([^MLQ]*)/gu)) {
    const [a = 0, b = 0, c = 0, d = 0] = rest.trim().split(/[ ,]+/u).map(Number)
    const from = points.at(-1)
    if (command !== 'Q' || !from) points.push({ x: a, y: b })
    else {
      for (let step = 1; step <= 40; step += 1) {
        const t = step / 40
        const mix = (one: number, bend: number, other: number) =>
          (1 - t) ** 2 * one + 2 * t * (1 - t) * bend + t * t * other
        points.push({ x: mix(from.x, a, c), y: mix(from.y, b, d) })
      }
    }
  }
  return points
}
