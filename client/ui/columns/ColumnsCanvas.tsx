import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { StateStore } from '../../sync/state-store.ts'
import { VisuallyHidden } from '../VisuallyHidden.tsx'
import { keyMeaning } from './columnKeys.ts'
import { columnOf, firstCard, type Columns } from './columns.ts'
import { useDragSource } from './DragCards.tsx'
import { focusCard } from './focusCard.ts'

type ColumnsCanvasProps = {
  label: string
  /** which keys there are */
  help: string
  columns: Columns
  readOnly: boolean
  /** the one card that Tab reaches (roving focus) */
  tabStop: StateStore<string | null>
  className: string | undefined
  onAdd: () => void
  onRemove: (id: string) => void
  onMenu: (id: string, anchor: HTMLElement) => void
  children: ReactNode
}

/** A board as one tab stop: keys mean something while it has focus, and its cards can be dragged. */
export function ColumnsCanvas(props: ColumnsCanvasProps) {
  const { columns, readOnly, tabStop, onAdd, onRemove, onMenu } = props
  const canvas = useRef<HTMLDivElement>(null)
  const source = useDragSource(readOnly)
  const helpId = useId()

  // The card that Tab reaches may be deleted by anybody.
  useEffect(() => {
    const id = tabStop.get()
    if (id === null || columnOf(columns, id) === null) tabStop.set(firstCard(columns))
  }, [columns, tabStop])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    const target = event.target as HTMLElement
    const card = target.closest<HTMLElement>('[data-card]')
    if (!card && target !== canvas.current) return
    const layout = columnCount(canvas.current) > 1 ? 'columns' : 'stack'
    const meaning = keyMeaning(event, columns, card?.dataset['card'] ?? null, layout)
    if (!meaning || (readOnly && meaning.kind !== 'focus')) return
    event.preventDefault()
    if (meaning.kind === 'focus') focusCard(meaning.id)
    else if (meaning.kind === 'add') onAdd()
    else if (meaning.kind === 'delete') onRemove(meaning.id)
    else if (meaning.kind === 'move' && card) onMenu(meaning.id, card)
  }

  return (
    <>
      <VisuallyHidden id={helpId}>{props.help}</VisuallyHidden>
      <div
        {...source}
        ref={canvas}
        className={props.className}
        role="group"
        aria-label={props.label}
        aria-describedby={readOnly ? undefined : helpId}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const id = event.target.closest<HTMLElement>('[data-card]')?.dataset['card']
          if (id !== undefined) tabStop.set(id)
        }}
      >
        {props.children}
      </div>
    </>
  )
}

function columnCount(canvas: HTMLElement | null): number {
  return canvas ? getComputedStyle(canvas).gridTemplateColumns.split(' ').length : 1
}
