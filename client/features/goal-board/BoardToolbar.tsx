import { ArrowUUpLeft } from '@phosphor-icons/react/ArrowUUpLeft'
import { ArrowUUpRight } from '@phosphor-icons/react/ArrowUUpRight'
import { Plus } from '@phosphor-icons/react/Plus'
import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import type { Undo } from '../../hooks/useUndo.ts'
import styles from './BoardToolbar.module.css'

type BoardToolbarProps = {
  list: boolean
  readOnly: boolean
  undo: Undo
  onView: (list: boolean) => void
  /** null: an empty board has a button of its own */
  onAdd: (() => void) | null
}

/** Board or list, this person's own undo, and a new goal. */
export function BoardToolbar({ list, readOnly, undo, onView, onAdd }: BoardToolbarProps) {
  const { goals: m } = useMessages()
  return (
    <div className={styles['bar']}>
      <SegmentedControl
        label={m.views.label}
        value={list ? 'list' : 'board'}
        choices={[
          { value: 'board', label: m.views.board },
          { value: 'list', label: m.views.list },
        ]}
        onChange={(view) => onView(view === 'list')}
      />
      {!readOnly && (
        <>
          <div className={styles['undo']}>
            <Button
              look="quiet"
              iconOnly
              aria-label={m.undo}
              title={m.undo}
              aria-disabled={!undo.canUndo || undefined}
              onClick={undo.undo}
            >
              <ArrowUUpLeft aria-hidden />
            </Button>
            <Button
              look="quiet"
              iconOnly
              aria-label={m.redo}
              title={m.redo}
              aria-disabled={!undo.canRedo || undefined}
              onClick={undo.redo}
            >
              <ArrowUUpRight aria-hidden />
            </Button>
          </div>
          {onAdd && (
            <div className={styles['add']}>
              <Button onClick={onAdd} data-add-goal>
                <Plus weight="bold" aria-hidden />
                {m.add}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  )
}
