import { Printer } from '@phosphor-icons/react/Printer'
import type { Undo } from '../../hooks/useUndo.ts'
import { Button } from '../Button.tsx'
import { SegmentedControl } from '../SegmentedControl.tsx'
import { UndoButtons } from '../UndoButtons.tsx'
import styles from './BoardTools.module.css'

type BoardToolsProps = {
  words: { views: { label: string; board: string; list: string }; print: string }
  list: boolean
  onView: (list: boolean) => void
  /** null for who may only read */
  undo: Undo | null
  printClass: string | undefined
}

/** Board or list, this person's own undo, and paper. */
export function BoardTools({ words, list, onView, undo, printClass }: BoardToolsProps) {
  return (
    <>
      <SegmentedControl
        label={words.views.label}
        value={list ? 'list' : 'board'}
        choices={[
          { value: 'board', label: words.views.board },
          { value: 'list', label: words.views.list },
        ]}
        onChange={(view) => onView(view === 'list')}
      />
      {undo && <UndoButtons undo={undo} className={styles['undo']} />}
      <Button
        look="quiet"
        iconOnly
        {...(printClass ? { className: printClass } : {})}
        aria-label={words.print}
        title={words.print}
        onClick={() => window.print()}
      >
        <Printer aria-hidden />
      </Button>
    </>
  )
}
