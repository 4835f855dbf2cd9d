import { CheckCircle } from '@phosphor-icons/react/CheckCircle'
import { Circle } from '@phosphor-icons/react/Circle'
import { CircleHalf } from '@phosphor-icons/react/CircleHalf'
import type { StepState } from '../../../shared/schema/phase.ts'

/** An empty, a half and a ticked ring: the three states also without colour. */
export function StepMark({ state, className }: { state: StepState; className?: string | undefined }) {
  const Icon = state === 'done' ? CheckCircle : state === 'started' ? CircleHalf : Circle
  return (
    <Icon
      size={24}
      weight={state === 'done' ? 'fill' : 'regular'}
      className={className}
      data-state={state}
      aria-hidden
    />
  )
}
