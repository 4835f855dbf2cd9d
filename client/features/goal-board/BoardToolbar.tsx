import { Plus } from '@phosphor-icons/react/Plus'
import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { BoardTools } from '../../ui/columns/BoardTools.tsx'
import type { Undo } from '../../hooks/useUndo.ts'
import styles from './BoardToolbar.module.css'

type BoardToolbarProps = {
  list: boolean
  /** a goal is open beside it */
  narrow: boolean
  readOnly: boolean
  undo: Undo
  onView: (list: boolean) => void
  /** null: an empty board has a button of its own */
  onAdd: (() => void) | null
}

/** Board or list, this person's own undo, and a new goal. */
export function BoardToolbar({ list, narrow, readOnly, undo, onView, onAdd }: BoardToolbarProps) {
  const { goals: m } = useMessages('goals')
  return (
    <div className={styles['bar']} data-narrow={narrow}>
      <BoardTools words={m} list={list} onView={onView} undo={readOnly ? null : undo} printClass={styles['print']} />
      {!readOnly && onAdd && (
        <div className={styles['add']}>
          <Button onClick={onAdd} data-add-card>
            <Plus weight="bold" aria-hidden />
            {m.add}
          </Button>
        </div>
      )}
    </div>
  )
}
