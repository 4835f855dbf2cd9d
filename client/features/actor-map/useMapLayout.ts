import { useDeferredValue, useMemo, useRef } from 'react'
import { layoutMap, type LayoutActor, type MapLayout } from '../../../shared/select/map-layout.ts'
import type { Box } from '../../../shared/select/map-geometry.ts'
import { compactSizes, screenSizes, tightSizes } from '../../../shared/select/map-sizes.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { reuse } from '../../sync/reuse.ts'
import type { ShownMap } from './ActorMapContext.ts'

export type DrawnMap = { layout: MapLayout; actors: readonly LayoutActor[] }

/** The map as it is drawn in a frame of this size; laid out again only when something that is drawn changed. */
export function useMapLayout(shown: ShownMap, frame: { width: number; height: number }, corner: Box): DrawnMap {
  const { map: m } = useMessages('map')
  const before = useRef<unknown>(null)
  const wanted = useMemo(() => {
    const next = {
      actors: shown.actors.map(({ actorId, name, sector, importance, relation, order }) => ({
        actorId,
        name: name.trim() || m.untitled,
        sector,
        importance,
        relation,
        order,
      })),
      sectors: shown.sectors.map(({ id }) => ({ id, label: shown.sectorNames.get(id) ?? '' })),
      lines: shown.lines.map(({ key, from, to, kind, relation }) => ({ key, from, to, kind, relation })),
      width: frame.width,
      height: frame.height,
    }
    const kept = reuse(before.current, next)
    before.current = kept
    return kept
  }, [shown, frame, m])
  // Where somebody types a name among many actors, the letters come first and the map after.
  const drawn = useDeferredValue(wanted)
  return useMemo(
    () => ({
      layout: layoutMap({
        ...drawn,
        sizes: [screenSizes, compactSizes, tightSizes],
        ringNames: m.importance,
        taken: [corner],
      }),
      actors: drawn.actors,
    }),
    [drawn, m, corner],
  )
}
