import { createContext, useContext, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import {
  DndContext,
  DragOverlay,
  MouseSensor,
  TouchSensor,
  pointerWithin,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
  type DragEndEvent,
  type DragMoveEvent,
} from '@dnd-kit/core'
import type { GoalState } from '../../../shared/schema/goal.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { StateStore } from '../../sync/state-store.ts'
import { dropIndex, isSamePlace, placeAt, type Place } from './dropPlace.ts'
import type { BoardStore } from './boardStore.ts'

/** Where the card would land: `top` in px from the top of the column's list. */
type Marker = { state: GoalState; index: number; top: number }

type DragGoalsProps = {
  store: BoardStore
  disabled: boolean
  /** one write, on drop; not called when the card lands where it was */
  onDrop: (id: string, place: Place) => void
  onDragging: (id: string | null) => void
  overlay: (id: string) => ReactNode
  children: ReactNode
}

const MarkerContext = createContext<StateStore<Marker | null>>(new StateStore<Marker | null>(null))

/**
 * The only place that knows the drag library. Columns are the only droppables and the place within one is
 * reckoned from the cards' own positions, so that a board of a thousand cards drags like one of ten.
 */
export function DragGoals({ store, disabled, onDrop, onDragging, overlay, children }: DragGoalsProps) {
  const { goals: m } = useMessages()
  const [dragged, setDragged] = useState<string | null>(null)
  const markers = useMemo(() => new StateStore<Marker | null>(null), [])
  const pointerY = useRef(0)
  const stopFollowing = useRef<() => void>(() => undefined)
  const mouse = useSensor(MouseSensor, { activationConstraint: { distance: 6 } })
  const touch = useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } })
  const sensors = useSensors(mouse, touch)

  const titleOf = (id: string | number): string => store.card(String(id))?.title.trim() || m.untitled
  const announcements = {
    onDragStart: ({ active }: { active: { id: string | number } }) => m.drag.picked(titleOf(active.id)),
    onDragOver: ({ active, over }: Pick<DragMoveEvent, 'active' | 'over'>) =>
      over ? m.drag.over(titleOf(active.id), m.state[over.id as GoalState]) : m.drag.nowhere(titleOf(active.id)),
    onDragEnd: ({ active, over }: Pick<DragMoveEvent, 'active' | 'over'>) =>
      over ? m.drag.dropped(titleOf(active.id), m.state[over.id as GoalState]) : m.drag.cancelled(titleOf(active.id)),
    onDragCancel: ({ active }: Pick<DragMoveEvent, 'active'>) => m.drag.cancelled(titleOf(active.id)),
  }

  const markerAt = (state: GoalState): Marker | null => {
    const list = document.querySelector<HTMLElement>(`[data-drop-list="${state}"]`)
    if (!list) return null
    const cards = [...list.querySelectorAll<HTMLElement>(':scope > [data-goal]')]
    const rect = (at: number) => cards[at]?.getBoundingClientRect() ?? new DOMRect()
    const index = dropIndex(cards.length, (at) => rect(at).top + rect(at).height / 2, pointerY.current)
    const edge = index < cards.length ? rect(index).top : cards.length > 0 ? rect(cards.length - 1).bottom : 0
    return { state, index, top: edge === 0 ? 0 : edge - list.getBoundingClientRect().top }
  }

  const finish = () => {
    stopFollowing.current()
    markers.set(null)
    setDragged(null)
    onDragging(null)
    swallowClick()
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      accessibility={{ announcements, screenReaderInstructions: { draggable: m.drag.help } }}
      onDragStart={({ active, activatorEvent }) => {
        pointerY.current = clientY(activatorEvent) ?? 0
        stopFollowing.current = followPointer((y) => {
          pointerY.current = y
        })
        setDragged(String(active.id))
        onDragging(String(active.id))
      }}
      onDragMove={({ over }: DragMoveEvent) => markers.set(over ? markerAt(over.id as GoalState) : null)}
      onDragEnd={({ active, over }: DragEndEvent) => {
        const marker = over ? markerAt(over.id as GoalState) : null
        finish()
        if (!marker || disabled) return
        const id = String(active.id)
        const { columns } = store.getBoard()
        const place = placeAt(marker.state, columns[marker.state], marker.index, id)
        if (!isSamePlace(columns, id, place)) onDrop(id, place)
      }}
      onDragCancel={finish}
    >
      <MarkerContext value={markers}>{children}</MarkerContext>
      <DragOverlay dropAnimation={null}>{dragged === null ? null : overlay(dragged)}</DragOverlay>
    </DndContext>
  )
}

function clientY(event: Event): number | null {
  if (event instanceof MouseEvent) return event.clientY
  if ('touches' in event) return (event as TouchEvent).touches[0]?.clientY ?? null
  return null
}

/** The library's own figures move with the scrolling of its containers; these are where the finger is. */
function followPointer(tell: (y: number) => void): () => void {
  const follow = (event: Event) => {
    const y = clientY(event)
    if (y !== null) tell(y)
  }
  window.addEventListener('mousemove', follow, { capture: true, passive: true })
  window.addEventListener('touchmove', follow, { capture: true, passive: true })
  return () => {
    window.removeEventListener('mousemove', follow, { capture: true })
    window.removeEventListener('touchmove', follow, { capture: true })
  }
}

/** Letting go over the card's own link must not open it. */
function swallowClick(): void {
  const swallow = (event: Event) => event.preventDefault()
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 50)
}

export function useDragGoal(id: string, disabled: boolean) {
  return useDraggable({ id, disabled })
}

/** A state's column as a place to drop; the list inside carries `data-drop-list` and its cards `data-goal`. */
export function useDropColumn(state: GoalState) {
  return useDroppable({ id: state })
}

/** The line that shows where the card would land in this column, in px from its list's top; null: not here. */
export function useDropMarker(state: GoalState): number | null {
  const markers = useContext(MarkerContext)
  return useSyncExternalStore(markers.subscribe, () => {
    const marker = markers.get()
    return marker?.state === state ? marker.top : null
  })
}
