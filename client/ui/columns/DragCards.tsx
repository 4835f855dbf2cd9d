import {
  createContext,
  useContext,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
  type SyntheticEvent,
} from 'react'
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
import { StateStore } from '../../sync/state-store.ts'
import type { Columns } from './columns.ts'
import { dropIndex, isSamePlace, placeAt, type Place } from './dropPlace.ts'

/** Where the card would land: `top` in px from the top of the column's list. */
type Marker = { column: string; index: number; top: number }

/** What is said aloud while somebody drags. */
export type DragWords = {
  help: string
  picked: (card: string) => string
  over: (card: string, column: string) => string
  nowhere: (card: string) => string
  dropped: (card: string, column: string) => string
  cancelled: (card: string) => string
}

type DragCardsProps<K extends string> = {
  /** as they are at that moment */
  columns: () => Columns<K>
  nameOfCard: (id: string) => string
  nameOfColumn: (column: K) => string
  words: DragWords
  disabled: boolean
  /** one write, on drop; not called when the card lands where it was */
  onDrop: (id: string, place: Place<K>) => void
  onDragging: (id: string | null) => void
  overlay: (id: string) => ReactNode
  children: ReactNode
}

/** Apart from React's own state: a drag must not draw a thousand cards again. */
class Drag {
  readonly marker = new StateStore<Marker | null>(null)
  /** the card that is dragged, or that was pressed and may come to be */
  readonly pressed: { id: string | null } = { id: null }
  readonly id = new StateStore<string | null>(null)
}

const DragContext = createContext<Drag>(new Drag())

const mouseOptions = { activationConstraint: { distance: 6 } }
const touchOptions = { activationConstraint: { delay: 250, tolerance: 8 } }

/**
 * The only place that knows the drag library. There is one draggable, which takes the card that was pressed,
 * and a droppable for each column; the place within one is reckoned from the cards' own positions. So a board
 * of a thousand cards drags like one of ten.
 */
export function DragCards<K extends string>(props: DragCardsProps<K>) {
  const { columns, nameOfCard, nameOfColumn, words, disabled, onDrop, onDragging, overlay, children } = props
  const [dragged, setDragged] = useState<string | null>(null)
  const drag = useMemo(() => new Drag(), [])
  const pointerY = useRef(0)
  const stopFollowing = useRef<() => void>(() => undefined)
  const mouse = useSensor(MouseSensor, mouseOptions)
  const touch = useSensor(TouchSensor, touchOptions)
  const sensors = useSensors(mouse, touch)

  const announcements = useMemo(() => {
    const card = () => nameOfCard(drag.pressed.id ?? '')
    return {
      onDragStart: () => words.picked(card()),
      onDragOver: ({ over }: Pick<DragMoveEvent, 'over'>) =>
        over ? words.over(card(), nameOfColumn(over.id as K)) : words.nowhere(card()),
      onDragEnd: ({ over }: Pick<DragMoveEvent, 'over'>) =>
        over ? words.dropped(card(), nameOfColumn(over.id as K)) : words.cancelled(card()),
      onDragCancel: () => words.cancelled(card()),
    }
  }, [nameOfCard, nameOfColumn, drag, words])

  const markerAt = (column: string): Marker | null => {
    const list = document.querySelector<HTMLElement>(`[data-drop-list="${column}"]`)
    if (!list) return null
    const cards = [...list.querySelectorAll<HTMLElement>(':scope > [data-drag]')]
    const rect = (at: number) => cards[at]?.getBoundingClientRect() ?? new DOMRect()
    const index = dropIndex(cards.length, (at) => rect(at).top + rect(at).height / 2, pointerY.current)
    const edge = index < cards.length ? rect(index).top : cards.length > 0 ? rect(cards.length - 1).bottom : 0
    return { column, index, top: edge === 0 ? 0 : edge - list.getBoundingClientRect().top }
  }

  const finish = () => {
    stopFollowing.current()
    drag.marker.set(null)
    drag.id.set(null)
    setDragged(null)
    onDragging(null)
    swallowClick()
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      accessibility={{ announcements, screenReaderInstructions: { draggable: words.help } }}
      onDragStart={({ activatorEvent }) => {
        const { id } = drag.pressed
        pointerY.current = clientY(activatorEvent) ?? 0
        stopFollowing.current = followPointer((y) => {
          pointerY.current = y
        })
        drag.id.set(id)
        setDragged(id)
        onDragging(id)
      }}
      onDragMove={({ over }: DragMoveEvent) => drag.marker.set(over ? markerAt(over.id as string) : null)}
      onDragEnd={({ over }: DragEndEvent) => {
        const { id } = drag.pressed
        const marker = over ? markerAt(over.id as string) : null
        finish()
        if (!marker || disabled || id === null) return
        const now = columns()
        const column = marker.column as K
        const place = placeAt(column, now[column], marker.index, id)
        if (!isSamePlace(now, id, place)) onDrop(id, place)
      }}
      onDragCancel={finish}
    >
      <DragContext value={drag}>{children}</DragContext>
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

/** Letting go over the card's own link must not open it; a click elsewhere is meant. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    if (event.target instanceof Element && event.target.closest('[data-card]')) event.preventDefault()
  }
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 50)
}

type Starter = ((event: SyntheticEvent) => void) | undefined

/** What the element round all cards carries, so that each card in it (`data-drag`) can be dragged. */
export function useDragSource(disabled: boolean) {
  const drag = useContext(DragContext)
  const { setNodeRef, listeners } = useDraggable({ id: 'card', disabled })
  const press = (start: Starter) => (event: SyntheticEvent<HTMLElement>) => {
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-drag]') : null
    const id = card?.dataset['drag']
    if (!card || id === undefined || !start) return
    drag.pressed.id = id
    setNodeRef(card)
    start(event)
  }
  return {
    onMouseDown: press(listeners?.['onMouseDown'] as Starter),
    onTouchStart: press(listeners?.['onTouchStart'] as Starter),
  }
}

/** Whether this card is the one being dragged. */
export function useIsDragged(id: string): boolean {
  const drag = useContext(DragContext)
  return useSyncExternalStore(drag.id.subscribe, () => drag.id.get() === id)
}

/** A column as a place to drop; the list inside carries `data-drop-list` and its cards `data-drag`. */
export function useDropColumn(column: string) {
  return useDroppable({ id: column })
}

/** The line that shows where the card would land in this column, in px from its list's top; null: not here. */
export function useDropMarker(column: string): number | null {
  const { marker: markers } = useContext(DragContext)
  return useSyncExternalStore(markers.subscribe, () => {
    const marker = markers.get()
    return marker?.column === column ? marker.top : null
  })
}
