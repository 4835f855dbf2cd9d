import type { ActionState } from '../schema/action.ts'
import { actionStates } from '../schema/action.ts'
import { isDate } from '../schema/date.ts'
import { goalStates, type GoalState } from '../schema/goal.ts'
import type { SmarteLetters, StageDocument, StageGoal, StageShow } from '../schema/stage.ts'
import { byOrder } from '../schema/order.ts'
import { readChoice, readNumber, readString } from './read.ts'

/** What the hall sees, ready to draw: the heading, and the goals of each state that has any, in the board's order. */
export type StageView = { show: StageShow; sections: { state: GoalState; goals: StageGoal[] }[] }

/** Reads the stage. Whatever is malformed reads as nothing, or is left out: one bad entry must not blank the screen. */
export function stageView(stage: StageDocument): StageView {
  const show = readShow(stage.show.get('value'))
  if (show.kind === 'nothing') return { show, sections: [] }
  const goals = [...stage.goals.entries()]
    .map(([id, value]) => readStageGoal(id, value))
    .filter((goal) => goal !== null)
    .sort(byOrder)
  const sections = goalStates.map((state) => ({ state, goals: goals.filter((goal) => goal.state === state) }))
  return { show, sections: sections.filter((section) => section.goals.length > 0) }
}

type Fields = Record<string, unknown>

const fieldsOf = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null

function readShow(value: unknown): StageShow {
  const fields = fieldsOf(value)
  const page = Math.max(0, Math.trunc(readNumber(fields?.page) ?? 0))
  const teamId = readString(fields?.teamId)
  if (fields?.kind !== 'goals' || teamId === null) return { kind: 'nothing', page }
  return {
    kind: 'goals',
    focus: readString(fields.focus),
    page,
    teamId,
    teamNumber: Math.max(1, Math.trunc(readNumber(fields.teamNumber) ?? 1)),
    teamName: readString(fields.teamName) ?? '',
  }
}

function readStageGoal(id: string, value: unknown): StageGoal | null {
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

function readLetters(value: unknown): SmarteLetters {
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
