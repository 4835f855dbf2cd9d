import type { ActionState } from '../schema/action.ts'
import { actionStates } from '../schema/action.ts'
import { isDate } from '../schema/date.ts'
import { goalStates } from '../schema/goal.ts'
import { phaseSteps, stepStates, type Phase } from '../schema/phase.ts'
import type { SmarteLetters, StageGoal, StagePhase } from '../schema/stage.ts'
import { readChoice, readNumber, readString } from './read.ts'

type Fields = Record<string, unknown>

/** The fields of a plain value, or null for anything else. */
export const fieldsOf = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null

/** One goal, or null for what is none. */
export function readStageGoal(id: string, value: unknown): StageGoal | null {
  const fields = fieldsOf(value)
  if (!fields) return null
  return {
    id,
    title: readString(fields.title) ?? '',
    state: readChoice(fields.state, goalStates, 'proposed'),
    order: readString(fields.order) ?? '',
    letters: readLetters(fields.letters),
    measure: readMeasure(fields.measure),
    actions: Array.isArray(fields.actions)
      ? fields.actions.map(readStageAction).filter((action) => action !== null)
      : [],
  }
}

/** Which letters are met; what is no answer reads as untouched. */
export function readLetters(value: unknown): SmarteLetters {
  const fields = fieldsOf(value) ?? {}
  const letter = (name: keyof SmarteLetters) => {
    const met = fields[name]
    return typeof met === 'boolean' ? met : null
  }
  return { S: letter('S'), M: letter('M'), A: letter('A'), R: letter('R'), T: letter('T'), E: letter('E') }
}

function readMeasure(value: unknown): StageGoal['measure'] {
  const fields = fieldsOf(value) ?? {}
  return {
    name: readString(fields.name) ?? '',
    unit: readString(fields.unit) ?? '',
    baseline: readNumber(fields.baseline),
    baselineUnknown: fields.baselineUnknown === true,
    target: readNumber(fields.target),
    due: isDate(fields.due) ? fields.due : null,
  }
}

function readStageAction(value: unknown): StageGoal['actions'][number] | null {
  const fields = fieldsOf(value)
  const text = readString(fields?.text)
  if (!fields || text === null) return null
  return {
    text,
    state: readChoice<ActionState>(fields.state, actionStates, 'notStarted'),
    owner: readString(fields.owner),
    due: isDate(fields.due) ? fields.due : null,
  }
}

/** One phase with every step it has today, in their order: a step that is not told of has not begun. */
export function readStagePhase(phase: Phase, value: unknown): StagePhase & { phase: Phase } {
  const fields = fieldsOf(value) ?? {}
  const told = Array.isArray(fields.steps) ? fields.steps.map(fieldsOf) : []
  return {
    phase,
    steps: phaseSteps[phase].map((id) => ({
      id,
      state: readChoice(told.find((step) => step?.id === id)?.state, stepStates, 'none'),
    })),
    cards: Array.isArray(fields.cards) ? fields.cards.map(readStageCard).filter((card) => card !== null) : [],
  }
}

function readStageCard(value: unknown): StagePhase['cards'][number] | null {
  const fields = fieldsOf(value)
  const id = readString(fields?.id)
  if (!fields || id === null) return null
  const due = isDate(fields.due) ? fields.due : null
  return { id, text: readString(fields.text) ?? '', owner: readString(fields.owner), due }
}
