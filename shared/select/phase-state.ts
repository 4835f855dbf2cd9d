import type { StepState } from '../schema/phase.ts'

/** A phase's state from its steps: all none: none · all done: done · else started (handbook: «none ticked, some, all»). */
export function phaseState(steps: readonly StepState[]): StepState {
  if (steps.every((state) => state === 'done')) return 'done'
  return steps.every((state) => state === 'none') ? 'none' : 'started'
}
