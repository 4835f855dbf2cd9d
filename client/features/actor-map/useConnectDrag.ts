import { useEffect, useMemo, useRef, type RefObject } from 'react'
import { StateStore } from '../../sync/state-store.ts'
import { swallowClick } from './swallowClick.ts'

/** A line that is being drawn from an actor: where its loose end is, in px of the layout, and the actor under it. */
export type Connecting = { from: string; x: number; y: number; over: string | null }

type Args = {
  /** the element that holds the map in layout px, scaled by `zoom` */
  surface: RefObject<HTMLElement | null>
  zoom: number
  disabled: boolean
  /** let go over another actor; `onto` is its box */
  onConnect: (from: string, to: string, onto: HTMLElement) => void
}

const startDistance = 6

/**
 * Draws a line by mouse or pen from an actor's edge to another actor. Nothing is written before it is chosen how they
 * are joined; Escape, or letting go anywhere else, lets it be. A finger has «Koble til …».
 */
export function useConnectDrag(args: Args): StateStore<Connecting | null> {
  const connecting = useMemo(() => new StateStore<Connecting | null>(null), [])
  const { surface } = args
  const latest = useRef(args)
  useEffect(() => {
    latest.current = args
  })
  useEffect(() => {
    const element = surface.current
    if (!element) return
    let stop: (() => void) | null = null

    const actorAt = (x: number, y: number, from: string) => {
      const under = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-actor]')
      return under && element.contains(under) && under.dataset['actor'] !== from ? under : null
    }
    const begin = (from: string, start: { x: number; y: number }) => {
      const move = (event: PointerEvent) => {
        const { clientX, clientY } = event
        if (!connecting.get() && Math.hypot(clientX - start.x, clientY - start.y) < startDistance) return
        const rect = element.getBoundingClientRect()
        const { zoom } = latest.current
        const over = actorAt(clientX, clientY, from)?.dataset['actor'] ?? null
        connecting.set({ from, x: (clientX - rect.left) / zoom, y: (clientY - rect.top) / zoom, over })
      }
      const end = (event: PointerEvent | null) => {
        stop?.()
        stop = null
        if (!connecting.get()) return
        connecting.set(null)
        swallowClick()
        const onto = event && actorAt(event.clientX, event.clientY, from)
        const to = onto?.dataset['actor']
        if (onto && to !== undefined && !latest.current.disabled) latest.current.onConnect(from, to, onto)
      }
      const listening = new AbortController()
      const { signal } = listening
      stop = () => listening.abort()
      window.addEventListener('pointermove', move, { signal })
      window.addEventListener('pointerup', (event) => end(event), { signal })
      window.addEventListener('pointercancel', () => end(null), { signal })
      window.addEventListener(
        'keydown',
        (event) => {
          if (event.key !== 'Escape' || !connecting.get()) return
          event.stopPropagation()
          end(null)
        },
        { capture: true, signal },
      )
    }
    const onPointerDown = (event: PointerEvent) => {
      const { target, button, pointerType } = event
      if (latest.current.disabled || button !== 0 || pointerType === 'touch' || !(target instanceof Element)) return
      const edge = target.closest('[data-edge]')
      const from = edge?.closest<HTMLElement>('[data-actor]')?.dataset['actor']
      if (from === undefined) return
      stop?.()
      begin(from, { x: event.clientX, y: event.clientY })
    }
    element.addEventListener('pointerdown', onPointerDown)
    return () => {
      stop?.()
      element.removeEventListener('pointerdown', onPointerDown)
      connecting.set(null)
    }
  }, [surface, connecting])
  return connecting
}
