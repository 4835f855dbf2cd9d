import { useEffect, useState } from 'react'
import { useMessages } from '../hooks/useMessages.ts'
import { Button } from './Button.tsx'
import { X } from '@phosphor-icons/react/X'
import styles from './TakeBackToast.module.css'

export type TakeBackOffer = { key: number; text: string; takeBack: () => void }

const shownMs = 20_000

/**
 * «… er slettet. Angre». No question was asked before, so the answer stays a while, and as long as one
 * points at it or has focus in it. It is also in the list of deleted things for thirty days.
 */
export function TakeBackToast({ offer, onDone }: { offer: TakeBackOffer | null; onDone: () => void }) {
  const { goals: m } = useMessages()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (!offer || held) return
    const timer = setTimeout(onDone, shownMs)
    return () => clearTimeout(timer)
  }, [offer, held, onDone])
  return (
    <div role="status" className={styles['region']}>
      {offer && (
        <div
          key={offer.key}
          className={styles['toast']}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span className={styles['words']}>{offer.text}</span>
          <Button
            className={styles['undo']}
            onClick={() => {
              setHeld(false)
              onDone()
              offer.takeBack()
            }}
          >
            {m.undo}
          </Button>
          <Button
            look="quiet"
            iconOnly
            className={styles['close']}
            aria-label={m.close}
            onClick={() => {
              setHeld(false)
              onDone()
            }}
          >
            <X aria-hidden />
          </Button>
        </div>
      )}
    </div>
  )
}
