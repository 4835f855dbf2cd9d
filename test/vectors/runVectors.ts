import { asList, isFields, type CaseResult, type Fields } from './case.ts'
import { runGoalAggregation } from './goalAggregation.ts'
import { runIdentityNumbers } from './identityNumbers.ts'
import { runPhaseStatus } from './phaseStatus.ts'
import { runSmarte } from './smarte.ts'

/** The formulas that exist, by the file's section. Cases of any other section are skipped. */
const formulas: Record<string, (section: unknown) => CaseResult[]> = {
  smarte: (section) => asList(section).map(runSmarte),
  goal_aggregation: (section) => asList(section).flatMap(runGoalAggregation),
  fnr: runIdentityNumbers,
  phase_status: runPhaseStatus,
}

/** Runs every case of a file shaped like `vectors.json`, in the file's order. */
export function runVectors(file: Fields): CaseResult[] {
  return Object.entries(file).flatMap(([section, value]) => {
    const formula = Object.hasOwn(formulas, section) ? formulas[section] : undefined
    return formula ? formula(value) : skipped(section, value)
  })
}

function skipped(section: string, value: unknown): CaseResult[] {
  const cases = isFields(value) && Array.isArray(value.examples) ? value.examples : asList(value)
  return cases.map((each: unknown, at) => ({
    section,
    name: isFields(each) && typeof each.name === 'string' ? each.name : String(at + 1),
    outcome: 'skipped',
  }))
}
