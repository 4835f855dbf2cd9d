import { memo } from 'react'
import { DotsThreeVertical } from '@phosphor-icons/react/DotsThreeVertical'
import { setStep } from '../../../shared/ops/phases.ts'
import { stepStates, type StepId, type StepState } from '../../../shared/schema/phase.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useImprovement } from './ImprovementContext.ts'
import { StepMark } from './StepMark.tsx'
import styles from './StepRow.module.css'

/** The state that follows when one presses a step: from «gjort» it goes back to the beginning. */
export function nextState(state: StepState): StepState {
  return stepStates[(stepStates.indexOf(state) + 1) % stepStates.length] ?? 'none'
}

type StepRowProps = {
  id: StepId
  state: StepState
  onMenu: (id: StepId, anchor: HTMLElement) => void
}

/** One step: pressing it goes to the next state; the menu (or M) goes to any. */
export const StepRow = memo(function StepRow({ id, state, onMenu }: StepRowProps) {
  const { phases: m } = useMessages('phases')
  const { readOnly, act, boardId, say } = useImprovement()
  const name = m.step[id]
  const face = (
    <>
      <StepMark state={state} className={styles['mark']} />
      <span className={styles['words']}>
        {name}
        <small data-state={state}>{m.state[state]}</small>
      </span>
    </>
  )
  if (readOnly) return <li className={styles['row']}>{<div className={styles['step']}>{face}</div>}</li>
  return (
    <li className={styles['row']}>
      <button
        type="button"
        className={styles['step']}
        data-step={id}
        aria-label={m.stepLine(name, m.stateInside[state])}
        aria-keyshortcuts="M"
        onClick={() => {
          const next = nextState(state)
          if (act((board) => setStep(board, { boardId, stepId: id, state: next }))) {
            say(m.stepSaid(name, m.stateInside[next]))
          }
        }}
        onKeyDown={(event) => {
          if (event.key.toLowerCase() !== 'm' || event.ctrlKey || event.metaKey || event.altKey) return
          event.preventDefault()
          onMenu(id, event.currentTarget)
        }}
      >
        {face}
      </button>
      <button
        type="button"
        className={styles['menu']}
        tabIndex={-1}
        aria-haspopup="menu"
        aria-label={m.chooseState(name)}
        title={m.chooseState(name)}
        onClick={(event) => onMenu(id, event.currentTarget)}
      >
        <DotsThreeVertical size={22} weight="bold" aria-hidden />
      </button>
    </li>
  )
})
