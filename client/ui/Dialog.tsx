import { useEffect, useId, useRef, type ReactNode } from 'react'
import { XIcon } from '@phosphor-icons/react/X'
import { useMessages } from '../hooks/useMessages.ts'
import { Button } from './Button.tsx'
import styles from './Dialog.module.css'

type DialogProps = { open: boolean; title: string; onClose: () => void; children: ReactNode }

/** The browser's own dialog: it holds the focus, closes on Escape and gives the focus back. */
export function Dialog({ open, title, onClose, children }: DialogProps) {
  const { close } = useMessages().common
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    if (open && !dialog.open) dialog.showModal()
    if (!open && dialog.open) dialog.close()
  }, [open])
  return (
    <dialog ref={ref} className={styles['dialog']} aria-labelledby={id} onClose={onClose}>
      {open && (
        <div className={styles['body']}>
          <header className={styles['header']}>
            <h2 id={id}>{title}</h2>
            <Button look="quiet" iconOnly aria-label={close} onClick={onClose}>
              <XIcon aria-hidden />
            </Button>
          </header>
          {children}
        </div>
      )}
    </dialog>
  )
}
