import { useEffect, useMemo, useRef, type RefObject } from 'react'
import { placeAtPoint, type MapPlace } from '../../../shared/select/map-point.ts'
import { StateStore } from '../../sync/state-store.ts'
import { swallowClick } from './swallowClick.ts'
import type { DrawnMap } from './useMapLayout.ts'

/** An actor under the pointer: how far it is from its place, in px of the layout, and where it would land. */
export type Drag = { id: string; dx: number; dy: number; place: MapPlace | null }

type Args = {
  /** the element that holds the map in layout px, scaled by `zoom` */
  surface: RefObject<HTMLElement | null>
  drawn: DrawnMap | null
  zoom: number
  disabled: boolean
  onDragging: (id: string | null) => void
  /** one write, on drop; `by`: how far from its own place it was let go */
  onDrop: (id: string, place: MapPlace, by: { dx: number; dy: number }) => void
}

const mouseDistance = 6
const touchDelayMs = 250
const touchTolerance = 9

/**
 * Drags an actor by mouse or pen at once, by finger after a moment's rest, so that a swipe still moves the page.
 * Nothing is written before the drop; Escape lets it lie.
 */
export function useDragActor(args: Args): StateStore<Drag | null> {
  const drag = useMemo(() => new StateStore<Drag | null>(null), [])
  const { surface } = args
  const latest = useRef(args)
  useEffect(() => {
    latest.current = args
  })
  useEffect(() => {
    const element = surface.current
    if (!element) return
    let stop: (() => void) | null = null

    const begin = (id: string, start: { x: number; y: number }, touch: boolean) => {
      let active = false
      let timer: ReturnType<typeof setTimeout> | undefined
      const activate = () => {
        active = true
        drag.set({ id, dx: 0, dy: 0, place: null })
        latest.current.onDragging(id)
      }
      const move = (x: number, y: number): boolean => {
        const far = Math.hypot(x - start.x, y - start.y)
        if (!active) {
          if (touch && far > touchTolerance) end(false)
          if (touch || far < mouseDistance) return false
          activate()
        }
        const { drawn, zoom } = latest.current
        const node = drawn?.layout.nodes.find(({ actorId }) => actorId === id)
        if (!drawn || !node) {
          end(false)
          return false
        }
        const dx = (x - start.x) / zoom
        const dy = (y - start.y) / zoom
        const place = placeAtPoint(drawn.layout, drawn.actors, { x: node.x + dx, y: node.y + dy }, id)
        drag.set({ id, dx, dy, place })
        return true
      }
      const end = (dropped: boolean) => {
        const at = drag.get()
        stop?.()
        stop = null
        if (!active) return
        drag.set(null)
        latest.current.onDragging(null)
        swallowClick()
        if (dropped && at?.place && !latest.current.disabled) latest.current.onDrop(id, at.place, at)
      }
      const onPointer = (event: PointerEvent) => {
        if (event.type === 'pointermove') move(event.clientX, event.clientY)
        else end(event.type === 'pointerup')
      }
      const onTouch = (event: TouchEvent) => {
        const finger = event.touches[0]
        if (event.type === 'touchmove' && finger && event.touches.length === 1) {
          if (move(finger.clientX, finger.clientY)) event.preventDefault()
        } else end(event.type === 'touchend')
      }
      const onKey = (event: KeyboardEvent) => {
        if (event.key !== 'Escape' || !active) return
        event.stopPropagation()
        end(false)
      }
      const onMenu = (event: Event) => {
        if (active) event.preventDefault()
      }
      const listening = new AbortController()
      const { signal } = listening
      stop = () => {
        clearTimeout(timer)
        listening.abort()
      }
      window.addEventListener('keydown', onKey, { capture: true, signal })
      window.addEventListener('contextmenu', onMenu, { capture: true, signal })
      if (touch) {
        timer = setTimeout(activate, touchDelayMs)
        for (const type of ['touchmove', 'touchend', 'touchcancel'] as const) {
          window.addEventListener(type, onTouch, { passive: false, signal })
        }
      } else {
        for (const type of ['pointermove', 'pointerup', 'pointercancel'] as const) {
          window.addEventListener(type, onPointer, { signal })
        }
      }
    }

    // From its edge a line is drawn instead.
    const idAt = (event: Event) =>
      event.target instanceof Element && !event.target.closest('[data-edge]')
        ? (event.target.closest<HTMLElement>('[data-actor]')?.dataset['actor'] ?? null)
        : null
    const onPointerDown = (event: PointerEvent) => {
      const id = idAt(event)
      if (latest.current.disabled || id === null || event.button !== 0 || event.pointerType === 'touch') return
      stop?.()
      begin(id, { x: event.clientX, y: event.clientY }, false)
    }
    const onTouchStart = (event: TouchEvent) => {
      const id = idAt(event)
      const finger = event.touches[0]
      stop?.()
      if (latest.current.disabled || id === null || !finger || event.touches.length > 1) return
      begin(id, { x: finger.clientX, y: finger.clientY }, true)
    }
    element.addEventListener('pointerdown', onPointerDown)
    element.addEventListener('touchstart', onTouchStart, { passive: true })
    return () => {
      stop?.()
      element.removeEventListener('pointerdown', onPointerDown)
      element.removeEventListener('touchstart', onTouchStart)
      if (drag.get()) latest.current.onDragging(null)
      drag.set(null)
    }
  }, [surface, drag])
  return drag
}
