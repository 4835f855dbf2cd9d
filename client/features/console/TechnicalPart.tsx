import { CheckCircleIcon } from '@phosphor-icons/react/CheckCircle'
import { EyeIcon } from '@phosphor-icons/react/Eye'
import { WarningCircleIcon } from '@phosphor-icons/react/WarningCircle'
import type { Level } from '../../../shared/select/technical.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { classNames } from '../../ui/classNames.ts'
import styles from './care.module.css'

const icons = { well: CheckCircleIcon, look: EyeIcon, wrong: WarningCircleIcon }

type TechnicalPartProps = {
  heading: string
  level: Level
  sentence: string
  facts: readonly string[]
  /** facts that nobody needs unless they look for them are folded away under this */
  factsLabel?: string
  todo?: string | null
  /** what is to be typed on the machine, with `todo` */
  command?: string
}

/** One thing that can be well or not: by sign, word and colour, with what to do. */
export function TechnicalPart({ heading, level, sentence, facts, factsLabel, todo, command }: TechnicalPartProps) {
  const words = useMessages('care').care.technical
  const Icon = icons[level]
  const list = facts.length > 0 && (
    <ul className={styles.facts}>
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  )
  return (
    <section className={classNames(styles.card, styles.part)} data-level={level} aria-label={heading}>
      <h2>{heading}</h2>
      <p className={styles.level}>
        <Icon size={24} aria-hidden />
        <b>{words.levels[level]}</b>
        <span>{sentence}</span>
      </p>
      {factsLabel !== undefined && list && level === 'well' ? (
        <details>
          <summary>{factsLabel}</summary>
          {list}
        </details>
      ) : (
        list
      )}
      {todo && (
        <p className={styles.todo}>
          <b>{words.doThis}</b> {todo}
          {command !== undefined && <code>{command}</code>}
        </p>
      )}
    </section>
  )
}
