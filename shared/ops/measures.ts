import * as Y from 'yjs'
import { AppError } from '../errors.ts'
import { isDate } from '../schema/date.ts'
import { limits } from '../schema/limits.ts'
import { directions, periods, type Measure, type PersonReference } from '../schema/measure.ts'
import type { TeamDocument } from '../schema/team.ts'
import { write } from './write.ts'

/** The plain fields of a measure; its name is a Y.Text and is edited as text. */
export type MeasureField = Exclude<keyof Measure, 'goalId' | 'name' | 'points'>

type MeasureChange = { [F in MeasureField]: { goalId: string; field: F; value: Measure[F] } }[MeasureField]

/** The map of a goal's measure, unless the goal is deleted or swept. */
function liveMeasure(board: TeamDocument, goalId: string): Y.Map<unknown> | null {
  const goal = board.goals.get(goalId)
  const measure = board.measures.get(goalId)
  return goal instanceof Y.Map && !goal.get('deletedAt') && measure instanceof Y.Map ? measure : null
}

/** Throws `numberInvalid` for NaN, infinity and the like. null is «no number». */
export function checkNumber(value: number | null): void {
  if (value !== null && (!Number.isFinite(value) || Math.abs(value) > 1e12)) throw new AppError('numberInvalid')
}

/** Throws `dateInvalid` unless `value` is null or a date that exists. */
export function checkDate(value: string | null): void {
  if (value !== null && !isDate(value)) throw new AppError('dateInvalid')
}

/** Throws `nameEmpty` or `textTooLong` for a person given by name. */
export function checkPerson(value: PersonReference | null): void {
  if (!value || 'personId' in value) return
  if (!value.name.trim()) throw new AppError('nameEmpty')
  if (value.name.length > limits.personName) {
    throw new AppError('textTooLong', { length: value.name.length, max: limits.personName })
  }
}

function checkChange(change: MeasureChange): void {
  switch (change.field) {
    case 'baseline':
    case 'target':
      return checkNumber(change.value)
    case 'due':
      return checkDate(change.value)
    case 'reporter':
      return checkPerson(change.value)
    case 'unit':
      if (change.value.length > limits.unit) {
        throw new AppError('textTooLong', { length: change.value.length, max: limits.unit })
      }
      return
    case 'direction':
      if (!directions.includes(change.value)) throw new AppError('badRequest')
      return
    case 'period':
      if (!periods.includes(change.value)) throw new AppError('badRequest')
      return
    case 'baselineUnknown':
      return
  }
}

/** Sets one field, last writer wins per field. Does nothing if the goal was deleted meanwhile. */
export function setMeasureField(board: TeamDocument, change: MeasureChange): void {
  checkChange(change)
  const measure = liveMeasure(board, change.goalId)
  if (!measure) return
  write(board.doc, () => {
    measure.set(change.field, change.value)
    // A number and «we do not know» cannot both be true.
    if (change.field === 'baseline' && change.value !== null) measure.set('baselineUnknown', false)
    if (change.field === 'baselineUnknown' && change.value) measure.set('baseline', null)
  })
}
