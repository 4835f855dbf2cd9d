import { useEffect, useRef, type RefObject } from 'react'

/**
 * For a part of a page whose rows may go while somebody is in one of them: the part takes the focus then, so that who
 * uses the keyboard or listens goes on there and not at the top of the page. It needs `tabIndex={-1}`.
 */
export function useFocusKept<Part extends HTMLElement>(): RefObject<Part | null> {
  const part = useRef<Part>(null)
  const last = useRef<EventTarget | null>(null)
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      last.current = target instanceof Node && part.current?.contains(target) ? target : null
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [])
  // After each drawing: what had the focus may just have been taken out of the page.
  useEffect(() => {
    const lost = document.activeElement === document.body && last.current instanceof Node && !last.current.isConnected
    if (lost) part.current?.focus()
  })
  return part
}
