import { ArrowRightIcon } from '@phosphor-icons/react/ArrowRight'
import { CaretLeftIcon } from '@phosphor-icons/react/CaretLeft'
import { CaretRightIcon } from '@phosphor-icons/react/CaretRight'
import type { TeamView } from '../../../shared/api.ts'
import type { TeamSummary } from '../../../shared/schema/overview.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { TeamMark } from '../../ui/TeamMark.tsx'
import { classNames } from '../../ui/classNames.ts'
import { sameKindFor } from './boardChoices.ts'
import { StageChoices } from './StageChoices.tsx'
import { teamAfter, type StageHandle } from './useStage.ts'
import { useStageName } from './useStageName.ts'
import styles from './console.module.css'

/** What the hall sees now, its pages, and the way to the next team. */
export function StagePanel({
  teams,
  stage,
  displays,
  summaries,
}: {
  teams: readonly TeamView[]
  stage: StageHandle
  displays: number | null
  summaries: ReadonlyMap<string, TeamSummary>
}) {
  const words = useMessages('console').console.stage
  const { choice, page } = stage
  const shown = choice.kind === 'nothing' ? null : choice
  const name = useStageName(choice, [...teams])
  const at = teams.findIndex((team) => team.id === shown?.teamId)
  const team = teams[at]
  const next = teamAfter(teams, choice)
  return (
    <section className={classNames(styles.card, styles.stage)} aria-labelledby="console-stage">
      <h2 id="console-stage">{words.heading}</h2>
      {shown ? (
        <>
          <div className={styles.shownTeam}>
            {team && <TeamMark number={team.number} size={44} />}
            <div>
              <p className={styles.shownName}>{name}</p>
              {team && <p className={styles.muted}>{words.position(at + 1, teams.length)}</p>}
            </div>
          </div>
          {team && <StageChoices choice={shown} summary={summaries.get(team.id)} choose={stage.choose} />}
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
          onClick={() => stage.choose(sameKindFor(choice, next.id, summaries.get(next.id)))}
          aria-label={shown ? words.nextTeamIs(next.name) : undefined}
        >
          {shown ? words.nextTeamIs(next.name) : words.firstTeam(next.name)}
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
