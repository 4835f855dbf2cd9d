import { ArrowUUpLeft } from '@phosphor-icons/react/ArrowUUpLeft'
import { ArrowUUpRight } from '@phosphor-icons/react/ArrowUUpRight'
import { useMessages } from '../hooks/useMessages.ts'
import type { Undo } from '../hooks/useUndo.ts'
import { Button } from './Button.tsx'

/** This person's own undo and redo. */
export function UndoButtons({ undo, className }: { undo: Undo; className?: string | undefined }) {
  const { editing: m } = useMessages('editing')
  return (
    <div className={className}>
      <Button look="quiet" iconOnly aria-label={m.undo} title={m.undo} disabled={!undo.canUndo} onClick={undo.undo}>
        <ArrowUUpLeft aria-hidden />
      </Button>
      <Button look="quiet" iconOnly aria-label={m.redo} title={m.redo} disabled={!undo.canRedo} onClick={undo.redo}>
        <ArrowUUpRight aria-hidden />
      </Button>
    </div>
  )
}
