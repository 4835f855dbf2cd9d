import { useLayoutEffect, useRef, type RefObject } from 'react'
import type { Point } from '../../../shared/select/map-geometry.ts'
import type { MapLayout } from '../../../shared/select/map-layout.ts'

/** `--motion-mid` and `--ease`: what moves by itself does so in this time. */
const motion = { duration: 220, easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)' }

/**
 * Lets actors glide from where they stood to where they stand, whoever moved them; they jump for those who want less
 * motion, and where the frame became another one. Returns a way to say that one was left somewhere else by a drag.
 */
export function useGlide(
  surface: RefObject<HTMLElement | null>,
  layout: MapLayout,
): (actorId: string, from: Point) => void {
  const before = useRef<{ layout: MapLayout; places: Map<string, Point> } | null>(null)
  useLayoutEffect(() => {
    const last = before.current
    const places = new Map(layout.nodes.map(({ actorId, x, y }) => [actorId, { x, y }]))
    before.current = { layout, places }
    if (!last || last.layout === layout || !surface.current) return
    if (last.layout.width !== layout.width || last.layout.height !== layout.height) return
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
    for (const element of surface.current.querySelectorAll<HTMLElement>('[data-actor]')) {
      const id = element.dataset['actor'] ?? ''
      const [from, to] = [last.places.get(id), places.get(id)]
      if (!from || !to || (from.x === to.x && from.y === to.y)) continue
      const way = `translate(${from.x - to.x}px, ${from.y - to.y}px)`
      // Added to one that is under way already, so that it does not jump.
      element.animate([{ transform: way }, { transform: 'translate(0, 0)' }], { ...motion, composite: 'add' })
    }
  }, [surface, layout])
  return (actorId, from) => before.current?.places.set(actorId, from)
}
