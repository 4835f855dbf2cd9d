import { CheckCircleIcon } from '@phosphor-icons/react/CheckCircle'
import { CircleIcon } from '@phosphor-icons/react/Circle'
import { CircleHalfIcon } from '@phosphor-icons/react/CircleHalf'
import { MinusCircleIcon } from '@phosphor-icons/react/MinusCircle'
import type { ActionState } from '../../../shared/schema/action.ts'
import type { StageGoal } from '../../../shared/schema/stage.ts'
import { browserClock } from '../../clock.ts'
import { useLocale } from '../../hooks/useMessages.ts'
import { SmarteLetters } from '../../ui/SmarteLetters.tsx'
import { dayInWords, measureInWords } from './measureInWords.ts'
import styles from './projector.module.css'

const icons: Record<ActionState, typeof CircleIcon> = {
  notStarted: CircleIcon,
  underway: CircleHalfIcon,
  done: CheckCircleIcon,
  stopped: MinusCircleIcon,
}

/** One goal; of a chosen one also the actions `from` up to `to`. `data-` marks are what `measureBoard` reads. */
export function StageGoalCard({ goal, from, to }: { goal: StageGoal; from: number; to: number }) {
  const { language, messages } = useLocale('projector')
  const words = messages.projector
  const today = new Date(browserClock.now()).toLocaleDateString('sv')
  const measure = measureInWords(goal.measure, language, words, today)
  const indicator = goal.measure.name.trim()
  const actions = goal.state === 'chosen' ? goal.actions.slice(from, to) : []
  return (
    <li className={styles.goal} data-goal={goal.id}>
      <div data-head className={styles.head}>
        <h3>
          {goal.title.trim() || words.untitled}
          {from > 0 && <small> ({words.continued})</small>}
        </h3>
        {goal.state !== 'setAside' && <SmarteLetters met={goal.letters} />}
        {goal.state !== 'setAside' && (measure || indicator) && (
          <p className={styles.measure}>
            {indicator && <span>{indicator}</span>} {measure && <b>{measure}</b>}
          </p>
        )}
      </div>
      {actions.length > 0 && (
        <ul className={styles.actions}>
          {actions.map((action, index) => {
            const Icon = icons[action.state]
            return (
              <li key={from + index} data-action data-state={action.state}>
                <Icon weight={action.state === 'done' ? 'fill' : 'bold'} aria-hidden />
                <span>
                  {action.text}{' '}
                  <small>
                    {action.owner && <b>{action.owner}</b>}
                    <span>{words.actionStates[action.state]}</span>
                    {action.due && <span>{words.due(dayInWords(action.due, language, today))}</span>}
                  </small>
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </li>
  )
}
