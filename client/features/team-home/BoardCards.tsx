import { MapTrifoldIcon } from '@phosphor-icons/react/MapTrifold'
import { PathIcon } from '@phosphor-icons/react/Path'
import { TargetIcon } from '@phosphor-icons/react/Target'
import { paths } from '../../app/paths.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { BoardCard } from './BoardCard.tsx'
import { GoalsPicture } from './GoalsPicture.tsx'
import { MapPicture } from './MapPicture.tsx'
import { PhasesPicture } from './PhasesPicture.tsx'
import type { BoardSummary, GoalLine, mapSummary, PhaseSummary } from './summary.ts'
import styles from './BoardCards.module.css'

type BoardCardsProps = {
  teamId: string
  /** null while the boards are on their way */
  summary: { goals: BoardSummary; map: ReturnType<typeof mapSummary>; phases: PhaseSummary } | null
  lines: readonly GoalLine[]
}

/** The team's three boards, each in small and alive. */
export function BoardCards({ teamId, summary, lines }: BoardCardsProps) {
  const { team: words, reading, common } = useMessages('team', 'reading')
  if (!summary) {
    return (
      <p className={styles['waiting']} role="status">
        {common.loading}
      </p>
    )
  }
  const { goals, map } = summary
  const inState = (wanted: string) =>
    summary.phases.states.filter(({ state }) => state === wanted).map(({ phase }) => reading.phases.phase[phase])
  return (
    <section className={styles['boards']} aria-label={words.boards}>
      <BoardCard
        href={paths.actorMap(teamId)}
        Icon={MapTrifoldIcon}
        title={words.actorMap}
        words={words.actors(map.dots.length, map.joined)}
      >
        <MapPicture dots={map.dots} />
      </BoardCard>
      <BoardCard
        href={paths.goals(teamId)}
        Icon={TargetIcon}
        title={words.goalCard}
        words={words.counts(goals.chosen, goals.proposed, goals.reached) || words.noGoals}
        mist
      >
        <GoalsPicture lines={lines} untitled={words.untitled} />
      </BoardCard>
      <BoardCard
        href={
          summary.phases.title === null
            ? paths.improvement(teamId)
            : `${paths.improvement(teamId)}/${summary.phases.boardId}`
        }
        Icon={PathIcon}
        title={words.improvement}
        words={words.phasesNow(inState('started'), inState('done'))}
      >
        <PhasesPicture states={summary.phases.states.map(({ state }) => state)} />
      </BoardCard>
    </section>
  )
}
