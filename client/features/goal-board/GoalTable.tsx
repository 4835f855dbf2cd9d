import { memo } from 'react'
import { Link } from 'wouter'
import { goalStates, type GoalState } from '../../../shared/schema/goal.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { moveAndFollow, RowTools } from '../../ui/columns/RowTools.tsx'
import { SmarteLetters } from '../../ui/SmarteLetters.tsx'
import type { Columns } from './boardView.ts'
import { useCard, useGoalBoard } from './GoalBoardContext.ts'
import { Select } from '../../ui/Select.tsx'
import type { GoalMoves } from './useGoalMoves.ts'
import styles from './GoalTable.module.css'

type GoalTableProps = {
  columns: Columns
  notes: ReadonlyMap<string, string>
  selectedId: string | null
  moves: GoalMoves
  onRemove: (id: string) => void
}

/** The twin of the board: the same goals and the same actions, without dragging. */
export function GoalTable({ columns, notes, selectedId, moves, onRemove }: GoalTableProps) {
  const { goals: m } = useMessages('goals')
  const { readOnly } = useGoalBoard()
  return (
    <table className={styles['table']}>
      <caption className={styles['caption']}>{m.table.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{m.table.goal}</th>
          <th scope="col">{m.table.state}</th>
          <th scope="col">{m.table.smarte}</th>
          <th scope="col">{m.table.actions}</th>
          {!readOnly && <th scope="col">{m.table.tools}</th>}
        </tr>
      </thead>
      <tbody>
        {goalStates.flatMap((state) =>
          columns[state].map((id, at) => (
            <Row
              key={id}
              id={id}
              first={at === 0}
              last={at === columns[state].length - 1}
              note={notes.get(id) ?? null}
              selected={id === selectedId}
              moves={moves}
              onRemove={onRemove}
            />
          )),
        )}
      </tbody>
    </table>
  )
}

type RowProps = {
  id: string
  first: boolean
  last: boolean
  note: string | null
  selected: boolean
  moves: GoalMoves
  onRemove: (id: string) => void
}

const Row = memo(function Row({ id, first, last, note, selected, moves, onRemove }: RowProps) {
  const { goals: m } = useMessages('goals')
  const { store, readOnly, hrefOf } = useGoalBoard()
  const card = useCard(store, id)
  if (!card) return null
  const title = card.title.trim() || m.untitled
  return (
    <tr data-row={id} className={selected ? styles['selected'] : undefined}>
      <th scope="row" className={styles['goal']}>
        <Link href={hrefOf(id)} data-card={id} aria-current={selected || undefined}>
          {title}
        </Link>
        {card.parentTitle !== null && <small>{m.under(card.parentTitle.trim() || m.untitled)}</small>}
        {note && <small className={styles['note']}>{note}</small>}
      </th>
      <td>
        {readOnly ? (
          m.state[card.state]
        ) : (
          <Select
            aria-label={m.table.stateOf(title)}
            className={styles['select']}
            value={card.state}
            onChange={(event) => moveAndFollow(id, 'select', () => moves.toColumn(id, event.target.value as GoalState))}
          >
            {goalStates.map((state) => (
              <option key={state} value={state}>
                {m.state[state]}
              </option>
            ))}
          </Select>
        )}
      </td>
      <td className={styles['smarte']}>
        <SmarteLetters met={card.letters} small />
        <span>{m.table.of6(card.met)}</span>
      </td>
      <td className={styles['actions']}>{m.actionsCount(card.actions)}</td>
      {!readOnly && (
        <td>
          <RowTools id={id} name={title} first={first} last={last} words={m} moves={moves} onRemove={onRemove} />
        </td>
      )}
    </tr>
  )
})
