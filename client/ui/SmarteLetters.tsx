import { useMessages } from '../hooks/useMessages.ts'
import { classNames } from './classNames.ts'
import styles from './SmarteLetters.module.css'

export const smarteOrder = ['S', 'M', 'A', 'R', 'T', 'E'] as const
export type SmarteLetter = (typeof smarteOrder)[number]

/** One letter in its square: solid when met, dashed while it is still a question. */
export function SmarteSquare({ letter, met, small }: { letter: SmarteLetter; met: boolean; small?: boolean }) {
  return (
    <span className={classNames(styles['square'], met && styles['met'], small && styles['small'])} aria-hidden="true">
      {letter}
    </span>
  )
}

/** The six letters of a goal in a row. Read aloud as the words of those that are met. */
export function SmarteLetters({ met, small }: { met: Record<SmarteLetter, boolean | null>; small?: boolean }) {
  const { letters, summary } = useMessages().common.smarte
  const words = smarteOrder.filter((letter) => met[letter] === true).map((letter) => letters[letter])
  return (
    <span className={styles['row']} role="img" aria-label={summary(words)}>
      {smarteOrder.map((letter) => (
        <SmarteSquare key={letter} letter={letter} met={met[letter] === true} {...(small ? { small } : {})} />
      ))}
    </span>
  )
}
