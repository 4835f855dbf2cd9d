import { Plus } from '@phosphor-icons/react/Plus'
import { Printer } from '@phosphor-icons/react/Printer'
import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { UndoButtons } from '../../ui/UndoButtons.tsx'
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
  const { goals: m } = useMessages()
  return (
    <div className={styles['bar']} data-narrow={narrow}>
      <SegmentedControl
        label={m.views.label}
        value={list ? 'list' : 'board'}
        choices={[
          { value: 'board', label: m.views.board },
          { value: 'list', label: m.views.list },
        ]}
        onChange={(view) => onView(view === 'list')}
      />
      {!readOnly && <UndoButtons undo={undo} className={styles['undo']} />}
      <Button
        look="quiet"
        iconOnly
        className={styles['print']}
        aria-label={m.print}
        title={m.print}
        onClick={() => window.print()}
      >
        <Printer aria-hidden />
      </Button>
      {!readOnly && (
        <>
          {onAdd && (
            <div className={styles['add']}>
              <Button onClick={onAdd} data-add-card>
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
