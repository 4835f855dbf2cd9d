import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useMessages } from '../../hooks/useMessages.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { firstCard, keyMeaning, stateOf } from './boardKeys.ts'
import { useDragSource } from './DragGoals.tsx'
import { focusCard } from './focusCard.ts'
import { useBoardView, useGoalBoard } from './GoalBoardContext.ts'
import styles from './GoalBoardPage.module.css'

type BoardCanvasProps = {
  onAdd: () => void
  onRemove: (id: string) => void
  onMenu: (id: string, anchor: HTMLElement) => void
  children: ReactNode
}

/** The board as one tab stop: keys mean something while it has focus, and its cards can be dragged. */
export function BoardCanvas({ onAdd, onRemove, onMenu, children }: BoardCanvasProps) {
  const { goals: m } = useMessages()
  const { store, readOnly, tabStop } = useGoalBoard()
  const { columns } = useBoardView(store)
  const canvas = useRef<HTMLDivElement>(null)
  const source = useDragSource(readOnly)

  // The card that Tab reaches may be deleted by anybody.
  useEffect(() => {
    const id = tabStop.get()
    if (id === null || !stateOf(columns, id)) tabStop.set(firstCard(columns))
  }, [columns, tabStop])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    const target = event.target as HTMLElement
    const card = target.closest<HTMLElement>('[data-card]')
    if (!card && target !== canvas.current) return
    const layout = columnCount(canvas.current) > 1 ? 'columns' : 'stack'
    const meaning = keyMeaning(event, store.getBoard().columns, card?.dataset['card'] ?? null, layout)
    if (!meaning || (readOnly && meaning.kind !== 'focus')) return
    event.preventDefault()
    if (meaning.kind === 'focus') focusCard(meaning.id)
    else if (meaning.kind === 'add') onAdd()
    else if (meaning.kind === 'delete') onRemove(meaning.id)
    else if (meaning.kind === 'move' && card) onMenu(meaning.id, card)
  }

  return (
    <>
      <VisuallyHidden id="goal-board-help">{m.boardHelp}</VisuallyHidden>
      <div
        {...source}
        ref={canvas}
        className={styles['canvas']}
        role="group"
        aria-label={m.board}
        aria-describedby={readOnly ? undefined : 'goal-board-help'}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const id = event.target.closest<HTMLElement>('[data-card]')?.dataset['card']
          if (id !== undefined) tabStop.set(id)
        }}
      >
        {children}
      </div>
    </>
  )
}

function columnCount(canvas: HTMLElement | null): number {
  return canvas ? getComputedStyle(canvas).gridTemplateColumns.split(' ').length : 1
}
