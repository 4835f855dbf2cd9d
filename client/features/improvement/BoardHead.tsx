import { CaretDown } from '@phosphor-icons/react/CaretDown'
import { Plus } from '@phosphor-icons/react/Plus'
import { useMessages } from '../../hooks/useMessages.ts'
import type { Undo } from '../../hooks/useUndo.ts'
import { Button } from '../../ui/Button.tsx'
import { BoardTools } from '../../ui/columns/BoardTools.tsx'
import { Menu } from '../../ui/Menu.tsx'
import styles from './BoardHead.module.css'

type BoardHeadProps = {
  title: string
  /** «Team 7 Granvik», for paper */
  teamName: string
  /** the team's own first; `title` null there */
  boards: readonly { id: string; title: string | null }[]
  boardId: string
  list: boolean
  readOnly: boolean
  undo: Undo
  onBoard: (id: string) => void
  onView: (list: boolean) => void
  /** null: there is nothing to add to */
  onAdd: (() => void) | null
}

/** Which board this is and the way to the others, board or list, this person's own undo, and a new card. */
export function BoardHead(props: BoardHeadProps) {
  const { editing, phases: m, reading } = useMessages('editing', 'phases', 'reading')
  const { title, boards, boardId, list, readOnly, undo, onBoard, onView, onAdd } = props
  return (
    <header className={styles['head']}>
      <div className={styles['title']}>
        <p className={styles['team']}>{props.teamName}</p>
        <h1>{title}</h1>
        {boards.length > 1 && (
          <div className={styles['switch']}>
            <Menu
              label={m.switchGoal}
              look="quiet"
              align="start"
              face={
                <>
                  {m.switchGoal}
                  <CaretDown aria-hidden />
                </>
              }
              items={boards.map((board) => ({
                id: board.id,
                label: board.title === null ? m.teamBoard : board.title.trim() || reading.goals.untitled,
                checked: board.id === boardId,
                onSelect: () => onBoard(board.id),
              }))}
            />
          </div>
        )}
      </div>
      <div className={styles['tools']}>
        <BoardTools
          words={{ views: editing.views, print: m.print }}
          list={list}
          onView={onView}
          undo={readOnly ? null : undo}
          printClass={styles['print']}
        />
        {onAdd && (
          <Button onClick={onAdd} data-add-card className={styles['add']}>
            <Plus weight="bold" aria-hidden />
            {m.add}
          </Button>
        )}
      </div>
    </header>
  )
}
