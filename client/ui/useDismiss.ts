import { useEffect, type RefObject } from 'react'

/** Closes a menu or a pane on a press outside it, on Escape, and when the focus goes elsewhere. */
export function useDismiss(
  open: boolean,
  around: RefObject<HTMLElement | null>,
  onDismiss: (escaped: boolean) => void,
) {
  useEffect(() => {
    if (!open) return
    const outside = (event: Event) => {
      if (event.target instanceof Node && !around.current?.contains(event.target)) onDismiss(false)
    }
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      onDismiss(true)
    }
    const element = around.current
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    element?.addEventListener('keydown', escape)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
      element?.removeEventListener('keydown', escape)
    }
  }, [open, around, onDismiss])
}
