import { useLocale } from '../../hooks/useMessages.ts'
import { formatDate } from '../../../shared/locale/dates.ts'
import { measureFacts } from '../../ui/measureWords.ts'
import type { GoalsBoard, TextGoal } from '../../../shared/select/board-text.ts'
import { Commented } from './Commented.tsx'
import styles from './boards.module.css'

const letters = ['S', 'M', 'A', 'R', 'T', 'E'] as const

/** Goals as text: the words, which of SMARTE is in place, the measure and the actions. */
export function GoalsText({ board: { sections, focus } }: { board: GoalsBoard }) {
  const { messages } = useLocale('talk', 'reading')
  if (sections.length === 0) return <p className={styles['none']}>{messages.talk.follow.emptyGoals}</p>
  return sections.map(({ state, goals }) => (
    <div key={state} className={styles['section']}>
      <h3>
        {messages.reading.goals.state[state]} <span className={styles['number']}>{goals.length}</span>
      </h3>
      <ul className={styles['rows']}>
        {goals.map((goal) => (
          <li key={goal.id}>
            <Goal goal={goal} focus={goal.id === focus} />
          </li>
        ))}
      </ul>
    </div>
  ))
}

function Goal({ goal, focus }: { goal: TextGoal; focus: boolean }) {
  const { language, messages } = useLocale('talk', 'reading')
  const { reading, talk, common } = messages
  const m = reading.goals
  const title = goal.title.trim() || m.untitled
  const met = letters.filter((letter) => goal.letters[letter] === true).map((letter) => common.smarte.letters[letter])
  const { name, baseline, baselineUnknown, target, due } = goal.measure
  const measured = name.trim() !== '' || baseline !== null || baselineUnknown || target !== null || due !== null
  return (
    <Commented
      subject={{ kind: 'goal', id: goal.id }}
      title={title}
      focus={focus}
      heading={<p className={styles['goal']}>{title}</p>}
    >
      <p className={styles['muted']}>{talk.follow.letters(met)}</p>
      {measured && (
        <p className={styles['muted']}>
          {[name.trim(), ...measureFacts(goal.measure, m, language)].filter(Boolean).join('. ')}.
        </p>
      )}
      {goal.actions.length > 0 && (
        <details className={styles['actions']}>
          <summary>{m.actionsCount(goal.actions.length)}</summary>
          <ul>
            {goal.actions.map((action, index) => (
              // Actions on the stage have no ids, and none of them holds anything that typing could lose.
              <li key={index}>
                {action.text.trim() || m.actions.untitled}
                <small>
                  {[
                    m.actions.states[action.state],
                    action.owner ?? '',
                    action.due === null ? '' : talk.follow.due(formatDate(action.due, language)),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Commented>
  )
}
