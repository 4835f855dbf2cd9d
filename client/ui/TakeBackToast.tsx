import { useEffect, useRef, useState } from 'react'
import { useMessages } from '../hooks/useMessages.ts'
import { Button } from './Button.tsx'
import { X } from '@phosphor-icons/react/X'
import styles from './TakeBackToast.module.css'

export type TakeBackOffer = { key: number; text: string; takeBack: () => void }

type Props = {
  offer: TakeBackOffer | null
  onDone: () => void
  /** The place that the focus came from is gone as well. */
  onFocusLost: () => void
}

const shownMs = 20_000

/**
 * «… er slettet. Angre». No question was asked before, so the answer stays a while, and as long as one
 * points at it or has focus in it. It is also in the list of deleted things for thirty days.
 */
export function TakeBackToast({ offer, onDone, onFocusLost }: Props) {
  const { editing: m } = useMessages('editing')
  const [held, setHeld] = useState(false)
  // Its buttons go away with it: the focus goes back to where it came from.
  const cameFrom = useRef<Element | null>(null)
  useEffect(() => {
    if (!offer || held) return
    const timer = setTimeout(onDone, shownMs)
    return () => clearTimeout(timer)
  }, [offer, held, onDone])
  const leave = () => {
    setHeld(false)
    onDone()
    // What comes back may take that away, too: the list of what is deleted.
    requestAnimationFrame(() => {
      if (cameFrom.current instanceof HTMLElement && cameFrom.current.isConnected) cameFrom.current.focus()
      else onFocusLost()
    })
  }
  return (
    <div role="status" className={styles['region']}>
      {offer && (
        <div
          data-toast
          key={offer.key}
          className={styles['toast']}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={(event) => {
            setHeld(true)
            const { currentTarget, relatedTarget } = event
            if (relatedTarget instanceof Element && !currentTarget.contains(relatedTarget)) {
              cameFrom.current = relatedTarget
            }
          }}
          onBlur={() => setHeld(false)}
        >
          <span className={styles['words']}>{offer.text}</span>
          <Button
            className={styles['undo']}
            onClick={() => {
              leave()
              offer.takeBack()
            }}
          >
            {m.undo}
          </Button>
          <Button look="quiet" iconOnly className={styles['close']} aria-label={m.close} onClick={leave}>
            <X aria-hidden />
          </Button>
        </div>
      )}
    </div>
  )
}
