import { useEffect, useRef } from 'react'
import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Welcome.module.css'

type IsItYouProps = { name: string; busy: boolean; onYes: () => void; onNo: () => void; onBack: () => void }

/** The name that was written is a member's: the same person on another device, or a namesake? */
export function IsItYou({ name, busy, onYes, onNo, onBack }: IsItYouProps) {
  const { join: words, common } = useMessages('join')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {words.isItYou(name)}
      </h1>
      <p className={styles['help']}>{words.isItYouHelp(name)}</p>
      <div className={styles['stack']}>
        <Button look="main" big wide busy={busy} onClick={onYes}>
          {words.yesItIsMe}
        </Button>
        <Button big wide busy={busy} onClick={onNo}>
          {words.noAnother}
        </Button>
        <Button look="quiet" wide onClick={onBack}>
          {common.cancel}
        </Button>
      </div>
    </>
  )
}
