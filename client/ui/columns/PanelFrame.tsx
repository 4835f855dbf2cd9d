import { useEffect, useRef, type ReactNode } from 'react'
import { ArrowLeft } from '@phosphor-icons/react/ArrowLeft'
import { X } from '@phosphor-icons/react/X'
import { Button } from '../Button.tsx'
import { classNames } from '../classNames.ts'
import { Notice } from '../Notice.tsx'
import styles from './PanelFrame.module.css'

type PanelFrameProps = {
  /** what is open: another takes the focus, and begins at its top */
  id: string
  words: { panel: string; gone: string; goneHere: string; goneHereKept: string; goneBySelf: string; takeBack: string }
  /** what «back» leads to */
  backLabel: string
  onClose: () => void
  /** null: it never was, or is swept; then nothing else is shown */
  state: 'here' | 'deletedByOther' | 'deletedBySelf' | null
  /** null for who may only read */
  onTakeBack: (() => void) | null
  /** what stands beside it where there is room, and below it elsewhere */
  aside?: ReactNode
  /** what is done with all of it, always at hand */
  tools: ReactNode
  className?: string | undefined
  children: ReactNode
}

/** Something of a board, opened: beside it on a laptop, over it on a tablet, alone on a phone. */
export function PanelFrame(props: PanelFrameProps) {
  const { id, words, backLabel, onClose, state, onTakeBack, aside, tools, className, children } = props
  const panel = useRef<HTMLElement>(null)
  const focus = () => panel.current?.focus({ preventScroll: true })
  useEffect(() => {
    focus()
    panel.current?.scrollTo({ top: 0 })
  }, [id])
  const byOther = state === 'deletedByOther'
  return (
    <section
      ref={panel}
      className={classNames(styles['panel'], aside !== undefined && styles['withAside'], className)}
      aria-label={words.panel}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      <div className={styles['back']}>
        <Button look="quiet" onClick={onClose}>
          <ArrowLeft aria-hidden />
          {backLabel}
        </Button>
      </div>
      <div className={styles['inside']}>
        {state === null && (
          <>
            <Notice kind="info" role="status">
              <p>{words.gone}</p>
            </Notice>
            <Button onClick={onClose}>{backLabel}</Button>
          </>
        )}
        {(byOther || state === 'deletedBySelf') && (
          <Notice kind="info" role="alert">
            <p>
              <strong>{byOther ? words.goneHere : words.goneBySelf}</strong> {byOther && words.goneHereKept}
            </p>
            {onTakeBack && (
              <Button
                className={styles['takeBack']}
                onClick={() => {
                  onTakeBack()
                  // This button goes away with the notice.
                  focus()
                }}
              >
                {words.takeBack}
              </Button>
            )}
          </Notice>
        )}
        {state !== null && children}
      </div>
      {state === 'here' && aside !== undefined && <div className={styles['aside']}>{aside}</div>}
      {state === 'here' && tools !== null && <div className={styles['tools']}>{tools}</div>}
    </section>
  )
}

/** Closes the panel; on a phone the way back does that. */
export function ClosePanel({ label, onClose }: { label: string; onClose: () => void }) {
  return (
    <Button look="quiet" iconOnly className={styles['close']} aria-label={label} onClick={onClose}>
      <X aria-hidden />
    </Button>
  )
}
