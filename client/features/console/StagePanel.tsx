import { ArrowRightIcon } from '@phosphor-icons/react/ArrowRight'
import { CaretLeftIcon } from '@phosphor-icons/react/CaretLeft'
import { CaretRightIcon } from '@phosphor-icons/react/CaretRight'
import type { TeamView } from '../../../shared/api.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { TeamMark } from '../../ui/TeamMark.tsx'
import { classNames } from '../../ui/classNames.ts'
import { teamAfter, type StageHandle } from './useStage.ts'
import styles from './console.module.css'

/** What the hall sees now, its pages, and the way to the next team. */
export function StagePanel({
  teams,
  stage,
  displays,
}: {
  teams: readonly TeamView[]
  stage: StageHandle
  displays: number | null
}) {
  const words = useMessages().console.stage
  const { choice, page } = stage
  const at = choice.kind === 'goals' ? teams.findIndex((team) => team.id === choice.teamId) : -1
  const team = teams[at]
  const next = teamAfter(teams, choice)
  return (
    <section className={classNames(styles.card, styles.stage)} aria-labelledby="console-stage">
      <h2 id="console-stage">{words.heading}</h2>
      {choice.kind === 'goals' ? (
        <>
          <div className={styles.shownTeam}>
            {team && <TeamMark number={team.number} size={44} />}
            <div>
              <p className={styles.shownName}>{words.goals(team?.name ?? words.goneTeam)}</p>
              {team && <p className={styles.muted}>{words.position(at + 1, teams.length)}</p>}
            </div>
          </div>
          <div className={styles.pager}>
            <Button
              iconOnly
              aria-label={words.previousPage}
              disabled={page === 0 || !stage.ready}
              onClick={() => stage.turn(page - 1)}
            >
              <CaretLeftIcon aria-hidden />
            </Button>
            <span role="status">{words.page(page + 1)}</span>
            <Button iconOnly aria-label={words.nextPage} disabled={!stage.ready} onClick={() => stage.turn(page + 1)}>
              <CaretRightIcon aria-hidden />
            </Button>
            <Button look="quiet" disabled={!stage.ready} onClick={stage.clear} className={styles.clear}>
              {words.clear}
            </Button>
          </div>
          {page > 0 && <p className={styles.muted}>{words.pageHint}</p>}
        </>
      ) : (
        <p>{words.idle}</p>
      )}
      {next && next.id !== team?.id && (
        <Button
          look="main"
          wide
          disabled={!stage.ready}
          onClick={() => stage.show(next.id)}
          aria-label={choice.kind === 'goals' ? words.nextTeamIs(next.name) : undefined}
        >
          {choice.kind === 'goals' ? words.nextTeamIs(next.name) : words.firstTeam(next.name)}
          <ArrowRightIcon weight="bold" aria-hidden />
        </Button>
      )}
      {displays !== null && (
        <p className={styles.muted} role="status">
          {words.displays(displays)}
        </p>
      )}
    </section>
  )
}
