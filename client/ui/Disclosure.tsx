import { useCallback, useId, useRef, useState, type ReactNode } from 'react'
import { useDismiss } from './useDismiss.ts'
import styles from './Disclosure.module.css'

type DisclosureProps = {
  label: string
  /** what is on the button */
  face: ReactNode
  children: (close: () => void) => ReactNode
  className?: string | undefined
}

/** A button that opens a small pane under itself: who is here, settings. Not a menu: anything may be inside. */
export function Disclosure({ label, face, children, className }: DisclosureProps) {
  const [open, setOpen] = useState(false)
  const around = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const dismiss = useCallback((escaped: boolean) => {
    setOpen(false)
    if (escaped) button.current?.focus()
  }, [])
  useDismiss(open, around, dismiss)
  return (
    <div className={styles['around']} ref={around}>
      <button
        ref={button}
        type="button"
        className={className ?? styles['button']}
        aria-label={label}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {face}
      </button>
      {open && (
        <div className={styles['pane']} id={id} role="group" aria-label={label}>
          {children(() => dismiss(true))}
        </div>
      )}
    </div>
  )
}
