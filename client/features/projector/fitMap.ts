import type { Importance } from '../../../shared/schema/actor.ts'
import {
  layoutMap,
  type LayoutActor,
  type LayoutLine,
  type LayoutSector,
  type MapLayout,
} from '../../../shared/select/map-layout.ts'
import { boxOf, projectorSizes, textWidth, type MapSizes } from '../../../shared/select/map-sizes.ts'

/** One page of a map: the rings that it shows. `layout` may be larger than the frame; then it is drawn smaller. */
export type MapPage = { rings: Importance[]; layout: MapLayout }

export type MapParts = {
  actors: readonly LayoutActor[]
  sectors: readonly LayoutSector[]
  lines: readonly LayoutLine[]
  ringNames: Readonly<Record<Importance, string>>
}

/** In px at 1920 × 1080, as `projectorSizes`. */
export type Frame = { width: number; height: number }

const scaled = (sizes: MapSizes, by: number): MapSizes => {
  const times = (value: number) => Math.round(value * by)
  const entries = Object.entries(sizes).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.map(times) : times(value as number),
  ])
  return Object.fromEntries(entries) as MapSizes
}

/** Where there is a name that two lines can't hold, every box may be wider. */
function sizesFor(actors: readonly LayoutActor[]): MapSizes {
  const longest = Math.max(0, ...actors.map((actor) => textWidth(actor.name, projectorSizes.font)))
  const maxWords = Math.max(projectorSizes.maxWords, Math.ceil(longest / 1.8))
  return { ...projectorSizes, maxWords }
}

/** Of these the first that fits is used: everything at once, else the inner rings first. */
const divisions: Importance[][][] = [[[3, 2, 1]], [[3, 2], [1]], [[3], [2, 1]], [[3], [2], [1]]]
/** A map of few actors is written larger. */
const largest = 1.15
/** More of the frame than this can't be covered by boxes. */
const mostCovered = 0.4

/**
 * The pages that a map needs in this frame, so that nobody is left out and every name can be read from afar: all
 * rings when they fit, else the inner rings first. One ring that is too much for a screen is drawn smaller.
 */
export function fitMap(map: MapParts, frame: Frame): MapPage[] {
  const sizes = sizesFor(map.actors)
  const inRings = (rings: readonly Importance[]) => map.actors.filter(({ importance }) => rings.includes(importance))
  const lay = (rings: Importance[], tried: readonly [MapSizes, ...MapSizes[]]): MapLayout => {
    const { actors, sectors, lines, ringNames } = map
    return layoutMap({ actors, sectors, lines, ringNames, rings, ...frame, sizes: tried })
  }
  const fits = (rings: Importance[], tried: readonly [MapSizes, ...MapSizes[]]): MapLayout | null => {
    const covered = inRings(rings).reduce((sum, actor) => {
      const box = boxOf(actor.name, sizes)
      return sum + box.width * box.height
    }, 0)
    if (covered > frame.width * frame.height * mostCovered) return null
    const layout = lay(rings, tried)
    return layout.width <= frame.width + 1 && layout.height <= frame.height + 1 ? layout : null
  }
  for (const division of divisions) {
    const groups = division.filter((rings) => division.length === 1 || inRings(rings).length > 0)
    if (division.length > 1 && groups.length === 1) continue
    const pages: MapPage[] = []
    for (const rings of groups) {
      const layout = fits(rings, division.length === 1 ? [scaled(sizes, largest), sizes] : [sizes])
      if (!layout) break
      pages.push({ rings, layout })
    }
    if (pages.length === groups.length) return pages
  }
  return ([[3], [2], [1]] as Importance[][])
    .filter((rings) => inRings(rings).length > 0)
    .map((rings) => ({ rings, layout: lay(rings, [sizes]) }))
}

/** Which page to show: round and round from the first, or from the one that has the actor in focus. */
export function mapPageAt(pages: readonly MapPage[], page: number, focus: string | null): number {
  const first = pages.findIndex(({ layout }) => layout.nodes.some(({ actorId }) => actorId === focus))
  return pages.length > 0 ? (Math.max(first, 0) + page) % pages.length : 0
}
