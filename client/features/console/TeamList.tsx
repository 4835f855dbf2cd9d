import { ClockCounterClockwiseIcon } from '@phosphor-icons/react/ClockCounterClockwise'
import { ProjectorScreenIcon } from '@phosphor-icons/react/ProjectorScreen'
import { PrinterIcon } from '@phosphor-icons/react/Printer'
import { PencilSimpleIcon } from '@phosphor-icons/react/PencilSimple'
import { PlusIcon } from '@phosphor-icons/react/Plus'
import { TargetIcon } from '@phosphor-icons/react/Target'
import { CardholderIcon } from '@phosphor-icons/react/Cardholder'
import { Link } from 'wouter'
import type { OnlineView, TeamView } from '../../../shared/api.ts'
import type { TeamSummary } from '../../../shared/schema/overview.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { TeamMark } from '../../ui/TeamMark.tsx'
import { classNames } from '../../ui/classNames.ts'
import { sameKindFor } from './boardChoices.ts'
import { shownTeamId, type StageHandle } from './useStage.ts'
import styles from './console.module.css'

type TeamListProps = {
  teams: readonly TeamView[]
  /** how many there are, with those that are not among `teams` now */
  total: number
  online: OnlineView | null
  stage: StageHandle
  summaries: ReadonlyMap<string, TeamSummary>
  onAdd: () => void
  onCard: (team: TeamView) => void
  onEdit: (team: TeamView) => void
}

/** Brings who uses the keyboard to a team's row: Tab goes on to what can be done with it. */
export function goToRow(teamId: string): void {
  const heading = document.getElementById(rowId(teamId))
  heading?.focus({ preventScroll: true })
  heading?.scrollIntoView({ block: 'nearest' })
}

const rowId = (teamId: string) => `team-${teamId}`

/** Every team: who is on line, its code, its board, and one press to show it to the hall. */
export function TeamList({ teams, total, online, stage, summaries, onAdd, onCard, onEdit }: TeamListProps) {
  const { teams: words, find } = useMessages('console').console
  return (
    <section className={classNames(styles.card, styles.teams)} aria-labelledby="console-teams">
      <header className={styles.cardHead}>
        <h2 id="console-teams">
          {words.heading}{' '}
          {total > 0 && (
            <span className={styles.count}>{teams.length < total ? find.found(teams.length, total) : total}</span>
          )}
        </h2>
        <div className={styles.buttons}>
          {teams.length > 0 && (
            <ButtonLink href="/styring/kort">
              <PrinterIcon aria-hidden />
              {words.cards}
            </ButtonLink>
          )}
          <Button onClick={onAdd} look={teams.length > 0 ? 'plain' : 'main'}>
            <PlusIcon aria-hidden />
            {words.add}
          </Button>
        </div>
      </header>
      {teams.length === 0 ? (
        <div className={styles.emptyTeams}>
          <p className={styles.question}>{words.none}</p>
          <p>{words.noneLead}</p>
        </div>
      ) : (
        <ul className={styles.teamRows}>
          {teams.map((team) => (
            <TeamRow
              key={team.id}
              team={team}
              people={online?.teams[team.id] ?? []}
              onStage={shownTeamId(stage.choice) === team.id}
              stage={stage}
              summary={summaries.get(team.id)}
              onCard={() => onCard(team)}
              onEdit={() => onEdit(team)}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function TeamRow({
  team,
  people,
  onStage,
  stage,
  summary,
  onCard,
  onEdit,
}: {
  team: TeamView
  people: readonly { personId: string; name: string }[]
  onStage: boolean
  stage: StageHandle
  summary: TeamSummary | undefined
  onCard: () => void
  onEdit: () => void
}) {
  const messages = useMessages('console').console
  const words = messages.teams
  const wanted = sameKindFor(stage.choice, team.id, summary)
  const municipalities = team.municipalities.join(', ')
  const names = people.map((person) => person.name).join(', ')
  return (
    <li className={classNames(styles.teamRow, onStage && styles.onStage)}>
      <TeamMark number={team.number} size={36} />
      <div className={styles.who}>
        <h3 id={rowId(team.id)} tabIndex={-1}>
          {team.name}
        </h3>
        <div className={styles.about}>
          {municipalities !== team.name && municipalities !== '' && <p className={styles.muted}>{municipalities}</p>}
          <p className={names ? styles.here : styles.nobody}>{names ? words.online(names) : words.nobodyOnline}</p>
        </div>
      </div>
      <div className={styles.rowTools}>
        <Button look="quiet" iconOnly onClick={onEdit} aria-label={messages.people.edit(team.name)}>
          <PencilSimpleIcon aria-hidden />
        </Button>
        <ButtonLink
          look="quiet"
          iconOnly
          href={`/styring/team/${team.id}`}
          aria-label={messages.people.careOf(team.name)}
          title={messages.people.care}
        >
          <ClockCounterClockwiseIcon aria-hidden />
        </ButtonLink>
      </div>
      <div className={styles.rowActions}>
        <Button
          look="quiet"
          onClick={onCard}
          aria-label={`${words.showCard}: ${team.name}`}
          className={styles.codeButton}
        >
          <CardholderIcon aria-hidden />
          {team.card ? <b className={styles.code}>{team.card.code}</b> : words.noCode}
        </Button>
        <Link
          href={`/team/${team.id}/mal`}
          className={styles.boardLink}
          aria-label={words.openBoardOf(team.name)}
          title={words.openBoard}
        >
          <TargetIcon aria-hidden />
          <span>{words.openBoard}</span>
        </Link>
        {onStage ? (
          <span className={styles.shown}>
            <ProjectorScreenIcon weight="fill" aria-hidden />
            {messages.stage.shown}
          </span>
        ) : (
          <Button
            disabled={!stage.ready}
            onClick={() => stage.choose(wanted)}
            aria-label={
              wanted.kind === 'map' || wanted.kind === 'phases'
                ? messages.board.showTeam[wanted.kind](team.name)
                : messages.stage.chooseTeam(team.name)
            }
            className={styles.showButton}
          >
            <ProjectorScreenIcon aria-hidden />
            <span>{messages.stage.choose}</span>
          </Button>
        )}
      </div>
    </li>
  )
}
