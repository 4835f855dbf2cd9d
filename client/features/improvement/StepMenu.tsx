import { setStep } from '../../../shared/ops/phases.ts'
import { stepStates, type StepId } from '../../../shared/schema/phase.ts'
import { stepState } from '../../../shared/select/phases.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { FloatingMenu } from '../../ui/FloatingMenu.tsx'
import { useImprovement } from './ImprovementContext.ts'
import { StepMark } from './StepMark.tsx'

/** Which step's menu is open, and what it hangs from. */
export type OpenStepMenu = { id: StepId; anchor: HTMLElement }

/** Any state for a step, forward or back. */
export function StepMenu({ menu: { id, anchor }, onClose }: { menu: OpenStepMenu; onClose: () => void }) {
  const { phases: m } = useMessages('phases')
  const { board, boardId, act, say } = useImprovement()
  return (
    <FloatingMenu
      label={m.chooseState(m.step[id])}
      anchor={anchor}
      items={stepStates.map((state) => ({
        id: state,
        label: m.state[state],
        icon: <StepMark state={state} />,
        checked: stepState(board, boardId, id) === state,
        onSelect: () => {
          if (act((each) => setStep(each, { boardId, stepId: id, state }))) {
            say(m.stepSaid(m.step[id], m.stateInside[state]))
          }
        },
      }))}
      onClose={(chosen) => {
        onClose()
        if (chosen || anchor.isConnected) document.querySelector<HTMLElement>(`[data-step="${id}"]`)?.focus()
      }}
    />
  )
}
