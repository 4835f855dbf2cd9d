import type { Importance } from '../schema/actor.ts'
import { overlapOf, type Box } from './map-geometry.ts'
import { onDisc, type Disc } from './map-placing.ts'
import { textWidth, type MapSizes } from './map-sizes.ts'

const samples = 33
const turns = 6

/** How deep a box reaches into the ellipse: 0 outside, 1 over the middle. */
function depthIn(box: Box, disc: Disc): number {
  const dx = Math.max(Math.abs(box.x - disc.cx) - box.width / 2, 0) / disc.rx
  const dy = Math.max(Math.abs(box.y - disc.cy) - box.height / 2, 0) / disc.ry
  return Math.max(0, 1 - Math.hypot(dx, dy))
}

type Label = Box & { id: string; label: string }
type Span = { id: string; start: number; end: number }

/** The boxes that a name can be written in: on one line, and a name of several words also on two. */
export function shapesOf(label: string, width: number, sizes: MapSizes): { width: number; height: number }[] {
  const wide = (text: string) => textWidth(text, sizes.sectorFont) + sizes.aroundSector
  const most = width * 0.42
  const words = label.trim().split(/\s+/u)
  const half = Math.min(
    ...words
      .slice(1)
      .map((_, at) => Math.max(wide(words.slice(0, at + 1).join(' ')), wide(words.slice(at + 1).join(' ')))),
  )
  // A word can't be broken: it may take more of a narrow map.
  if (words.length === 1) return [{ width: Math.min(wide(label), width * 0.7), height: sizes.sectorHeight }]
  const one = { width: wide(label), height: sizes.sectorHeight }
  const two = { width: Math.min(half, most), height: sizes.sectorHeight * 2 }
  return wide(label) > most ? [two] : [one, two]
}

/**
 * Puts each sector's name outside the ellipse, as near the sector's middle as there is room for it. Each is placed
 * again when all are there, so that one that was early gives way to one that has no other place; and where two still
 * lie on each other, others begin.
 */
export function placeSectorLabels(
  sectors: readonly { id: string; label: string }[],
  spans: readonly Span[],
  disc: Disc,
  width: number,
  height: number,
  sizes: MapSizes,
  taken: readonly Box[],
): Label[] {
  const named = spans.map((span) => ({ span, label: sectors.find(({ id }) => id === span.id)?.label ?? '' }))
  const narrowFirst = named.toSorted((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))
  let best: Label[] = []
  let least = Infinity
  for (const order of [named, named.toReversed(), narrowFirst]) {
    const placed = new Map<string, Label>()
    for (let turn = 0; turn < turns; turn += 1) {
      let moved = false
      for (const { span, label } of order) {
        const others = [...placed.values()].filter(({ id }) => id !== span.id)
        const box = bestPlace(label, span, disc, width, height, sizes, [...others, ...taken], turn)
        const before = placed.get(span.id)
        if (before?.x !== box.x || before.y !== box.y) moved = true
        placed.set(span.id, { ...box, id: span.id, label })
      }
      if (!moved) break
    }
    const labels = named.flatMap(({ span }) => placed.get(span.id) ?? [])
    const covered = coveredBy(labels, taken)
    if (covered < least) {
      least = covered
      best = labels
    }
    if (covered === 0) break
  }
  return best
}

/** By how many square px names lie on each other, and on what else stands there. */
function coveredBy(labels: readonly Box[], taken: readonly Box[]): number {
  return labels.reduce(
    (sum, label, at) =>
      [...labels.slice(at + 1), ...taken].reduce((inner, other) => inner + overlapOf(label, other, 0), sum),
    0,
  )
}

/** How many names lie on each other, or on what else stands there. */
export function countCovered(labels: readonly Box[], taken: readonly Box[]): number {
  return labels.filter((label, at) =>
    [...labels.slice(at + 1), ...taken].some((other) => overlapOf(label, other, 0) > 0),
  ).length
}

function bestPlace(
  label: string,
  span: Span,
  disc: Disc,
  width: number,
  height: number,
  sizes: MapSizes,
  others: readonly Box[],
  turn: number,
): Box {
  const clamp = (value: number, half: number, size: number) => Math.min(Math.max(value, half + 2), size - half - 2)
  let best: Box = { x: 0, y: 0, width: 0, height: 0 }
  let least = Infinity
  for (const shape of shapesOf(label, width, sizes)) {
    for (let at = 0; at < samples; at += 1) {
      const share = (at + 0.5) / samples
      const angle = span.start + (span.end - span.start) * share
      const edge = onDisc(disc, angle, 1)
      const [nx, ny] = [Math.cos(angle) / disc.rx, Math.sin(angle) / disc.ry]
      const length = Math.hypot(nx, ny)
      const out = (Math.abs(nx) * shape.width + Math.abs(ny) * shape.height) / 2 / length + 4
      const box = {
        x: clamp(edge.x + (nx / length) * out, shape.width / 2, width),
        y: clamp(edge.y + (ny / length) * out, shape.height / 2, height),
        ...shape,
      }
      // Lying on each other costs more from turn to turn, so that two don't push each other for ever.
      const over = others.reduce((sum, other) => sum + overlapOf(box, other, 6), 0) * (1 + turn)
      const twoLines = shape.height > sizes.sectorHeight ? 0.25 : 0
      const cost = Math.abs(share - 0.5) + depthIn(box, disc) * 8 + over / 20 + twoLines
      if (cost < least) {
        least = cost
        best = box
      }
    }
  }
  return best
}

/** Puts each ring's name just inside its edge where nothing else is, towards the lower left; left out where there is no such place. */
export function placeRingLabels(
  rings: readonly { importance: Importance; outer: number }[],
  names: Readonly<Record<Importance, string>>,
  disc: Disc,
  sizes: MapSizes,
  taken: readonly Box[],
): (Box & { importance: Importance; label: string })[] {
  const placed: Box[] = []
  return rings.flatMap(({ importance, outer }) => {
    const label = names[importance]
    const width = textWidth(label, sizes.ringFont)
    const height = sizes.ringFont * 1.2
    // From about seven o'clock, to both sides in turn.
    for (let at = 0; at < 144; at += 1) {
      const angle = 2 * Math.PI * (1 / 3) + ((at % 2 === 0 ? 1 : -1) * Math.ceil(at / 2) * Math.PI) / 72
      const edge = onDisc(disc, angle, outer)
      const box = {
        x: edge.x - Math.cos(angle) * (width / 2 + 8),
        y: edge.y - Math.sin(angle) * (height / 2 + 8),
        width,
        height,
      }
      if ([...taken, ...placed].some((other) => overlapOf(box, other, 3) > 0)) continue
      placed.push(box)
      return [{ ...box, importance, label }]
    }
    return []
  })
}
