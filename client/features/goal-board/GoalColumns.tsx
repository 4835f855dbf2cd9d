import { memo } from 'react'
import { goalStates, type GoalState } from '../../../shared/schema/goal.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { classNames } from '../../ui/classNames.ts'
import { useDropColumn } from '../../ui/columns/DragCards.tsx'
import { DropLine } from '../../ui/columns/DropLine.tsx'
import { GoalCard } from './GoalCard.tsx'
import type { BoardView } from './boardView.ts'
import styles from './GoalColumns.module.css'

type Shared = {
  notes: ReadonlyMap<string, string>
  selectedId: string | null
  outlined: ReadonlySet<string>
  onMenu: (id: string, anchor: HTMLElement) => void
}

/** The goals by state: side by side, or below each other beside an open goal and on a phone. */
export function GoalColumns({ columns, ...shared }: Shared & { columns: BoardView['columns'] }) {
  return goalStates.map((state) => <Column key={state} state={state} ids={columns[state]} {...shared} />)
}

type ColumnProps = Shared & { state: GoalState; ids: readonly string[] }

const Column = memo(function Column({ state, ids, notes, selectedId, outlined, onMenu }: ColumnProps) {
  const { goals: m } = useMessages('goals')
  const { setNodeRef, isOver } = useDropColumn(state)
  return (
    <section
      ref={setNodeRef}
      className={classNames(styles['column'], isOver && styles['over'])}
      aria-labelledby={`goals-${state}`}
    >
      <h2 className={styles['heading']} id={`goals-${state}`}>
        {m.state[state]} <span className={styles['count']}>{ids.length}</span>
      </h2>
      <ul className={styles['list']} data-drop-list={state}>
        {ids.map((id) => (
          <GoalCard
            key={id}
            id={id}
            note={notes.get(id) ?? null}
            selected={id === selectedId}
            outlined={outlined.has(id)}
            onMenu={onMenu}
          />
        ))}
        {ids.length === 0 && <li className={styles['empty']}>{m.emptyState[state]}</li>}
        <DropLine column={state} />
      </ul>
    </section>
  )
})
