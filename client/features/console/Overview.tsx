import { useState } from 'react'
import { CheckIcon } from '@phosphor-icons/react/Check'
import { UsersThreeIcon } from '@phosphor-icons/react/UsersThree'
import { Link } from 'wouter'
import type { OnlineView, TeamView } from '../../../shared/api.ts'
import type { Messages } from '../../../shared/locale/nb.ts'
import type { TeamSummary } from '../../../shared/schema/overview.ts'
import { stepStates, type StepState } from '../../../shared/schema/phase.ts'
import { paths } from '../../app/paths.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { TeamMark } from '../../ui/TeamMark.tsx'
import { classNames } from '../../ui/classNames.ts'
import { overviewCells, overviewParts, type CellFacts, type OverviewCell, type OverviewPart } from './overviewCells.ts'
import console from './console.module.css'
import styles from './overview.module.css'

type OverviewProps = {
  teams: readonly TeamView[]
  summaries: ReadonlyMap<string, TeamSummary>
  online: OnlineView | null
  /** the team on the stage */
  shownId: string | null
}

/** «Hvor langt er teamene?»: what there is on each team's boards, by table number. It compares nobody. */
export function Overview(props: OverviewProps) {
  const words = useMessages('console').console.overview
  const [view, setView] = useState<'grid' | 'list'>('grid')
  const { teams } = props
  // Two columns of teams, as they sit in the hall; under each other where there is no room.
  const half = teams.length > 8 ? Math.ceil(teams.length / 2) : teams.length
  return (
    <section className={console.card} aria-labelledby="console-overview">
      <header className={console.cardHead}>
        <h2 id="console-overview">{words.heading}</h2>
        {teams.length > 0 && (
          <SegmentedControl
            label={words.view}
            value={view}
            onChange={setView}
            choices={[
              { value: 'grid', label: words.views.grid },
              { value: 'list', label: words.views.list },
            ]}
          />
        )}
      </header>
      {teams.length === 0 ? (
        <p className={console.muted}>{words.none}</p>
      ) : view === 'grid' ? (
        <div className={styles.grids}>
          <Table {...props} teams={teams.slice(0, half)} words={false} />
          {half < teams.length && <Table {...props} teams={teams.slice(half)} words={false} />}
        </div>
      ) : (
        <div className={styles.scroll}>
          <Table {...props} words />
        </div>
      )}
      {teams.length > 0 && (
        <div className={styles.legend}>
          {stepStates.map((state) => (
            <span key={state}>
              <Mark state={state} /> {words.states[state]}
            </span>
          ))}
          <small>{words.legend}</small>
        </div>
      )}
    </section>
  )
}

function Table({ teams, summaries, online, shownId, words: inWords }: OverviewProps & { words: boolean }) {
  const messages = useMessages('console')
  const words = messages.console.overview
  return (
    <table className={classNames(styles.table, inWords && styles.inWords)}>
      <thead>
        <tr>
          <th scope="col">{words.team}</th>
          {overviewParts.map((part) => (
            <th key={part} scope="col">
              <span>{words.parts[part]}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {teams.map((team) => {
          const here = online?.teams[team.id] ?? []
          return (
            <tr key={team.id} className={team.id === shownId ? styles.shown : undefined}>
              <th scope="row">
                <span className={styles.team}>
                  <TeamMark number={team.number} size={32} />
                  <span className={styles.name}>
                    {team.name}
                    {inWords && here.length > 0 && <small>{here.map(({ name }) => name).join(', ')}</small>}
                  </span>
                  {!inWords && here.length > 0 && (
                    <span
                      className={styles.here}
                      role="img"
                      aria-label={words.here(here.length)}
                      title={here.map(({ name }) => name).join(', ')}
                    >
                      <UsersThreeIcon aria-hidden /> {here.length}
                    </span>
                  )}
                </span>
              </th>
              {overviewCells(summaries.get(team.id)).map((cell) => (
                <td key={cell.part}>
                  <Cell team={team} cell={cell} inWords={inWords} />
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Cell({ team, cell, inWords }: { team: TeamView; cell: OverviewCell; inWords: boolean }) {
  const messages = useMessages('console', 'reading')
  const words = messages.console.overview
  const facts = factsInWords(cell.facts, messages)
  const label = words.cell(team.name, words.parts[cell.part], words.states[cell.state], facts)
  return (
    <Link
      href={hrefOf(cell.part, team.id)}
      className={styles.cell}
      aria-label={label}
      title={inWords ? undefined : label}
    >
      <Mark state={cell.state} />
      {inWords && <span className={styles.part}>{words.parts[cell.part]}</span>}
      {inWords && (
        <span>
          {words.states[cell.state]}
          {facts !== '' && <small>{facts}</small>}
        </span>
      )}
    </Link>
  )
}

/** Empty and dashed, half filled with a dash, filled with a tick: three shapes before they are three colours. */
function Mark({ state }: { state: StepState }) {
  return (
    <i className={styles.mark} data-state={state} aria-hidden="true">
      {state === 'done' ? <CheckIcon weight="bold" /> : state === 'started' ? '–' : ''}
    </i>
  )
}

function hrefOf(part: OverviewPart, teamId: string): string {
  if (part === 'map') return paths.actorMap(teamId)
  return part === 'phases' ? paths.improvement(teamId) : paths.goals(teamId)
}

/** What a cell tells in figures; '' where there is nothing yet. */
export function factsInWords(facts: CellFacts, { console, reading }: Pick<Messages, 'console' | 'reading'>): string {
  const words = console.overview
  const { phase } = reading.phases
  const names = (list: readonly (keyof typeof phase)[]) => list.map((name) => phase[name]).join(', ')
  switch (facts.part) {
    case 'map':
      return facts.actors === 0 ? '' : words.map(facts.actors, facts.with)
    case 'goals':
      return words.goals(facts.chosen, facts.proposed, facts.reached)
    case 'smarte':
      return facts.goals === 0 ? '' : words.smarte(facts.met, facts.goals)
    case 'actions':
      return facts.total === 0 ? '' : words.actions(facts.done, facts.total)
    case 'phases':
      return words.phases(names(facts.underway), names(facts.done))
  }
}
