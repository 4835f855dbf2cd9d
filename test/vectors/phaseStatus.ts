import type { StepState } from '../../shared/schema/phase.ts'
import { phaseState } from '../../shared/select/phase-state.ts'
import { compare, isFields, type CaseResult } from './case.ts'

const section = 'phase_status'

/** The file's words for a phase's state. */
const words: Record<StepState, string> = { none: 'ikke startet', started: 'i gang', done: 'ferdig' }

/** A phase's state from how many of its steps are done; the others are untouched. */
export function runPhaseStatus(entry: unknown): CaseResult[] {
  const examples = isFields(entry) && Array.isArray(entry.examples) ? entry.examples : null
  if (!examples) return [{ section, name: '1', outcome: 'failed', detail: 'no examples' }]
  return examples.map((each: unknown, at) => {
    const { done, of, status } = isFields(each) ? each : {}
    if (!isCount(done) || !isCount(of) || of === 0 || done > of) {
      return { section, name: String(at + 1), outcome: 'failed', detail: 'no steps are counted' }
    }
    const steps = Array.from({ length: of }, (_, step): StepState => (step < done ? 'done' : 'none'))
    return compare(section, `${done} of ${of}`, { status: words[phaseState(steps)] }, { status })
  })
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 1000
}
