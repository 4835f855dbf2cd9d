import { useEffect } from 'react'
import type { BoardWork } from './useBoardWork.ts'

/** Ctrl+Z and its kin anywhere on a board's page take back this person's own last step. */
export function useUndoKeys({ undo, redo, readOnly }: Pick<BoardWork, 'undo' | 'redo' | 'readOnly'>): void {
  useEffect(() => {
    const onUndoKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey) || readOnly) return
      // A field that is not shared yet has an undo of its own.
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select')) return
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) redo()
      else undo()
    }
    window.addEventListener('keydown', onUndoKey)
    return () => window.removeEventListener('keydown', onUndoKey)
  }, [undo, redo, readOnly])
}
