import { TargetIcon } from '@phosphor-icons/react/Target'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { SmarteLetters } from '../../ui/SmarteLetters.tsx'
import type { BoardSummary, GoalLine } from './summary.ts'
import styles from './GoalBoardCard.module.css'

type GoalBoardCardProps = {
  teamId: string
  /** null while the board is on its way */
  summary: BoardSummary | null
  lines: readonly GoalLine[]
  mayWrite: boolean
}

/** The goal board in small, live; with no goals, one human question. */
export function GoalBoardCard({ teamId, summary, lines, mayWrite }: GoalBoardCardProps) {
  const { team: words, common } = useMessages()
  if (!summary) {
    return (
      <section className={styles['card']}>
        <p className={styles['waiting']} role="status">
          {common.loading}
        </p>
      </section>
    )
  }
  if (lines.length === 0) {
    return (
      <section className={`${styles['card']} ${styles['empty']}`}>
        <svg viewBox="0 0 112 64" width="112" height="64" fill="none" aria-hidden="true">
          <rect x="2" y="2" width="76" height="48" rx="7" stroke="#74858B" strokeWidth="1.5" strokeDasharray="5 4" />
          <rect x="28" y="12" width="80" height="48" rx="7" fill="#fff" stroke="#14272F" strokeWidth="2" />
          <path d="M39 26H95M39 38H74" stroke="#8FB4BC" strokeWidth="4" strokeLinecap="round" />
        </svg>
        <h2>{words.noGoals}</h2>
        <p>{words.noGoalsHelp}</p>
        {mayWrite && (
          <p>
            <ButtonLink look="main" href={paths.goals(teamId)}>
              {words.writeProposal}
            </ButtonLink>
          </p>
        )}
      </section>
    )
  }
  return (
    <section className={styles['card']}>
      <ul className={styles['picture']}>
        {lines.map(({ id, title, letters }) => (
          <li key={id}>
            <Link href={`${paths.goals(teamId)}/${id}`} className={styles['goal']}>
              <span className={styles['title']}>{title.trim() || words.untitled}</span>
              <SmarteLetters met={letters} small />
            </Link>
          </li>
        ))}
      </ul>
      <div className={styles['words']}>
        <h2>
          <TargetIcon size={24} aria-hidden />
          <Link href={paths.goals(teamId)}>{words.goalCard}</Link>
        </h2>
        <p>{words.counts(summary.chosen, summary.proposed, summary.reached)}</p>
      </div>
    </section>
  )
}
