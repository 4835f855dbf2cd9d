import { formatDate } from '../../../shared/locale/dates.ts'
import type { GoalsBoard, MapBoard, PhasesBoard } from '../../../shared/select/board-text.ts'
import type { TeamText } from '../../../shared/select/team-text.ts'
import { useLocale } from '../../hooks/useMessages.ts'
import { measureFacts } from '../../ui/measureWords.ts'
import styles from './care.module.css'

/** A team's boards as they were, to be read: nothing here can be pressed. */
export function VersionText({ text }: { text: TeamText }) {
  const { messages } = useLocale('care')
  const { maps, goals, phases } = text
  if (maps.length === 0 && goals.sections.length === 0 && phases.length === 0) {
    return <p className={styles.boards}>{messages.care.versions.empty}</p>
  }
  return (
    <div className={styles.boards}>
      {maps.map((board) => (
        <MapText key={board.mapId} board={board} />
      ))}
      {goals.sections.length > 0 && <GoalsText board={goals} />}
      {phases.map((board) => (
        <PhasesText key={board.boardId} board={board} />
      ))}
    </div>
  )
}

function MapText({ board: { level, coverName, actors } }: { board: MapBoard }) {
  const { messages } = useLocale('reading')
  const { map } = messages.reading
  return (
    <section>
      <h3>{level === 'municipal' ? map.municipal : map.quoted(coverName.trim() || map.untitledMap)}</h3>
      <ul>
        {actors.map(({ id, name, importance, relation, involvement }) => (
          <li key={id}>
            {name.trim() || map.untitled}
            <small>
              {[map.importance[importance], relation && map.relations[relation], map.involvements[involvement]]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function GoalsText({ board: { sections } }: { board: GoalsBoard }) {
  const { language, messages } = useLocale('reading')
  const m = messages.reading.goals
  const due = useDue()
  return (
    <section>
      <h3>{m.board}</h3>
      <ul>
        {sections.flatMap(({ state, goals }) =>
          goals.map(({ id, title, measure, actions }) => (
            <li key={id}>
              {title.trim() || m.untitled}
              <small>
                {[m.state[state], measure.name.trim(), ...measureFacts(measure, m, language)]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
              {actions.length > 0 && (
                <ul>
                  {actions.map((action, index) => (
                    <li key={index}>
                      {action.text.trim() || m.actions.untitled}
                      <small>
                        {[m.actions.states[action.state], action.owner, due(action.due)].filter(Boolean).join(' · ')}
                      </small>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )),
        )}
      </ul>
    </section>
  )
}

function PhasesText({ board: { title, phases } }: { board: PhasesBoard }) {
  const { messages } = useLocale('reading')
  const m = messages.reading.phases
  const due = useDue()
  return (
    <section>
      <h3>{title === null ? m.board : `${m.board}: ${title.trim() || messages.reading.goals.untitled}`}</h3>
      <ul>
        {phases
          .filter(({ steps, cards }) => cards.length > 0 || steps.some(({ state }) => state !== 'none'))
          .map(({ phase, steps, cards }) => (
            <li key={phase}>
              {m.phase[phase]}
              <ul>
                {steps
                  .filter(({ state }) => state !== 'none')
                  .map(({ id, state }) => (
                    <li key={id}>
                      {m.step[id]}
                      <small>{m.stateInside[state]}</small>
                    </li>
                  ))}
                {cards.map(({ id, text, owner, due: date }) => (
                  <li key={id}>
                    {text.trim() || m.untitled}
                    {(owner !== null || date !== null) && (
                      <small>{[owner, due(date)].filter(Boolean).join(' · ')}</small>
                    )}
                  </li>
                ))}
              </ul>
            </li>
          ))}
      </ul>
    </section>
  )
}

/** Says by when something was to be done; false for what has no date. */
function useDue(): (date: string | null) => string | false {
  const { language, messages } = useLocale('talk')
  return (date) => date !== null && messages.talk.follow.due(formatDate(date, language))
}
