import { useId, type ReactNode } from 'react'
import { CheckCircle } from '@phosphor-icons/react/CheckCircle'
import { PencilSimple } from '@phosphor-icons/react/PencilSimple'
import type { PresenceUser } from '../../../shared/api.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { SmarteSquare, type SmarteLetter } from '../../ui/SmarteLetters.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { classNames } from '../../ui/classNames.ts'
import { NameTag } from '../../ui/NameTag.tsx'
import styles from './SmarteRow.module.css'

type SmarteRowProps = {
  letter: SmarteLetter
  met: boolean | null
  /** what the team has answered; null: the question stands there instead */
  answer: string | null
  /** others who write here; shown while the row is closed */
  people: readonly PresenceUser[]
  /** null: nothing to open, it is only read */
  onToggle: (() => void) | null
  expanded: boolean
  /** under the row, always there */
  below?: ReactNode
  /** under the row while it is open */
  children?: ReactNode
}

/** One letter of SMARTE: its word, and the answer, or the question as a way to answer it. */
export function SmarteRow({ letter, met, answer, people, onToggle, expanded, below, children }: SmarteRowProps) {
  const { goals: m } = useMessages('goals')
  const id = useId()
  const state = met === true ? m.met : met === false ? m.notYet : m.open
  const words = answer ?? m.question[letter]
  const face = (
    <>
      <span className={classNames(styles['words'], answer === null && styles['question'])}>
        {words}
        {met === false && answer === null && <span className={styles['state']}> ({m.notYet})</span>}
      </span>
      {met === true ? (
        <CheckCircle size={24} weight="fill" className={styles['done']} aria-hidden />
      ) : (
        onToggle && <PencilSimple size={22} className={styles['pencil']} aria-hidden />
      )}
    </>
  )
  return (
    <li className={styles['row']} data-letter={letter}>
      <div className={styles['line']}>
        <SmarteSquare letter={letter} met={met === true} />
        <span className={styles['word']} id={id}>
          {m.letter[letter]}
          <VisuallyHidden>, {state}</VisuallyHidden>
        </span>
        {onToggle ? (
          <button
            type="button"
            className={styles['toggle']}
            aria-expanded={expanded}
            aria-describedby={id}
            onClick={onToggle}
          >
            {face}
          </button>
        ) : (
          <span className={styles['toggle']}>{face}</span>
        )}
      </div>
      {!expanded && <NameTag people={people} />}
      {below}
      {expanded && children && <div className={styles['editor']}>{children}</div>}
    </li>
  )
}
