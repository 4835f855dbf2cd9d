import type { Importance } from '../schema/actor.ts'
import { overlapOf, type Box } from './map-geometry.ts'
import { onDisc, type Disc } from './map-placing.ts'
import { textWidth, type MapSizes } from './map-sizes.ts'

const samples = 33

/** How deep a box reaches into the ellipse: 0 outside, 1 over the middle. */
function depthIn(box: Box, disc: Disc): number {
  const dx = Math.max(Math.abs(box.x - disc.cx) - box.width / 2, 0) / disc.rx
  const dy = Math.max(Math.abs(box.y - disc.cy) - box.height / 2, 0) / disc.ry
  return Math.max(0, 1 - Math.hypot(dx, dy))
}

/** Puts each sector's name outside the ellipse, as near the sector's middle as there is room for it. */
export function placeSectorLabels(
  sectors: readonly { id: string; label: string }[],
  spans: readonly { id: string; start: number; end: number }[],
  disc: Disc,
  width: number,
  height: number,
  sizes: MapSizes,
  taken: readonly Box[],
): (Box & { id: string; label: string })[] {
  const placed: (Box & { id: string; label: string })[] = []
  const clamp = (value: number, half: number, size: number) => Math.min(Math.max(value, half + 2), size - half - 2)
  for (const span of spans) {
    const label = sectors.find(({ id }) => id === span.id)?.label ?? ''
    const words = textWidth(label, sizes.sectorFont) + sizes.aroundSector
    const w = Math.min(words, width * 0.42)
    // A long name of several words takes two lines where the map is narrow.
    const h = sizes.sectorHeight * (words > w && /\S\s+\S/u.test(label) ? 2 : 1)
    let best: Box | null = null
    let least = Infinity
    for (let at = 0; at < samples; at += 1) {
      const share = (at + 0.5) / samples
      const angle = span.start + (span.end - span.start) * share
      const edge = onDisc(disc, angle, 1)
      const [nx, ny] = [Math.cos(angle) / disc.rx, Math.sin(angle) / disc.ry]
      const length = Math.hypot(nx, ny)
      const out = (Math.abs(nx) * w + Math.abs(ny) * h) / 2 / length + 4
      const box = {
        x: clamp(edge.x + (nx / length) * out, w / 2, width),
        y: clamp(edge.y + (ny / length) * out, h / 2, height),
        width: w,
        height: h,
      }
      const over = [...placed, ...taken].reduce((sum, other) => sum + overlapOf(box, other, 6), 0)
      const cost = Math.abs(share - 0.5) + depthIn(box, disc) * 8 + over / 50
      if (cost < least) {
        least = cost
        best = box
      }
    }
    if (best) placed.push({ ...best, id: span.id, label })
  }
  return placed
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
    for (let at = 0; at < 72; at += 1) {
      const angle = 2 * Math.PI * (1 / 3) + ((at % 2 === 0 ? 1 : -1) * Math.ceil(at / 2) * Math.PI) / 36
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
