import { formatDate } from '../../../shared/locale/dates.ts'
import { phaseState } from '../../../shared/select/phase-state.ts'
import { useLocale } from '../../hooks/useMessages.ts'
import type { PhasesBoard, TextPhase } from '../../../shared/select/board-text.ts'
import { Commented } from './Commented.tsx'
import styles from './boards.module.css'

/** The five phases as text: how far each has come, its steps, and the cards. */
export function PhasesText({ board }: { board: PhasesBoard }) {
  return board.phases.map((phase) => <OnePhase key={phase.phase} phase={phase} />)
}

function OnePhase({ phase: { phase, steps, cards } }: { phase: TextPhase }) {
  const { language, messages } = useLocale('talk', 'reading')
  const { reading, talk } = messages
  const m = reading.phases
  const state = phaseState(steps.map((step) => step.state))
  const done = steps.filter((step) => step.state === 'done').length
  return (
    <div className={styles['section']}>
      <h3>
        {m.phase[phase]}{' '}
        <span className={styles['number']}>
          {m.state[state]}
          {state === 'started' && `, ${talk.follow.stepsDone(done, steps.length)}`}
        </span>
      </h3>
      {state !== 'none' && (
        <ul className={styles['steps']}>
          {steps.map((step) => (
            <li key={step.id} data-state={step.state}>
              {m.step[step.id]}
              <small>{m.stateInside[step.state]}</small>
            </li>
          ))}
        </ul>
      )}
      {cards.length > 0 && (
        <ul className={styles['rows']}>
          {cards.map(({ id, text, owner, due }) => {
            const title = text.trim() || m.untitled
            const facts = [owner ?? '', due === null ? '' : talk.follow.due(formatDate(due, language))].filter(Boolean)
            return (
              <li key={id}>
                <Commented
                  subject={{ kind: 'card', id }}
                  title={title}
                  heading={<p className={styles['card']}>{title}</p>}
                >
                  {facts.length > 0 && <p className={styles['muted']}>{facts.join(' · ')}</p>}
                </Commented>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
