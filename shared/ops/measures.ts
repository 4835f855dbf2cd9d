import type * as Y from 'yjs'
import { AppError } from '../errors.ts'
import { isDate } from '../schema/date.ts'
import { limits } from '../schema/limits.ts'
import { directions, periods, type Measure, type PersonReference } from '../schema/measure.ts'
import type { TeamDocument } from '../schema/team.ts'
import { liveEntity } from './live.ts'
import { checkLine } from './text.ts'
import { setField, write } from './write.ts'

/** The plain fields of a measure; its name is a Y.Text and is edited as text. */
export type MeasureField = Exclude<keyof Measure, 'goalId' | 'name' | 'points'>

type MeasureChange = { [F in MeasureField]: { goalId: string; field: F; value: Measure[F] } }[MeasureField]

/** The map of a goal's measure, unless the goal is deleted or swept. */
function liveMeasure(board: TeamDocument, goalId: string): Y.Map<unknown> | null {
  return liveEntity(board.goals, goalId) && liveEntity(board.measures, goalId)
}

/** Throws `numberInvalid` for NaN, infinity and the like. null is «no number». */
export function checkNumber(value: number | null): void {
  if (value !== null && (!Number.isFinite(value) || Math.abs(value) > limits.amount))
    throw new AppError('numberInvalid')
}

/** Throws `dateInvalid` unless `value` is null or a date that exists. */
export function checkDate(value: string | null): void {
  if (value !== null && !isDate(value)) throw new AppError('dateInvalid')
}

/** The reference as it will stand. Throws `nameEmpty` or `textTooLong` for a person given by name. */
export function checkPerson(value: PersonReference | null): PersonReference | null {
  if (!value || 'personId' in value) return value
  return { name: checkLine(value.name, limits.personName) }
}

/** The value as it will stand, or a throw. */
function checkValue(change: MeasureChange): MeasureChange['value'] {
  switch (change.field) {
    case 'baseline':
    case 'target':
      checkNumber(change.value)
      return change.value
    case 'due':
      checkDate(change.value)
      return change.value
    case 'reporter':
      return checkPerson(change.value)
    case 'unit':
      if (change.value.length > limits.unit) {
        throw new AppError('textTooLong', { length: change.value.length, max: limits.unit })
      }
      return change.value
    case 'direction':
      if (!directions.includes(change.value)) throw new AppError('badRequest')
      return change.value
    case 'period':
      if (!periods.includes(change.value)) throw new AppError('badRequest')
      return change.value
    case 'baselineUnknown':
      return change.value
  }
}

/** Sets one field, last writer wins per field. Does nothing if the goal was deleted meanwhile. */
export function setMeasureField(board: TeamDocument, change: MeasureChange): void {
  const value = checkValue(change)
  const measure = liveMeasure(board, change.goalId)
  if (!measure) return
  write(board.doc, () => {
    setField(measure, change.field, value)
    // A number and «we do not know» cannot both be true.
    if (change.field === 'baseline' && value !== null) setField(measure, 'baselineUnknown', false)
    if (change.field === 'baselineUnknown' && value) setField(measure, 'baseline', null)
  })
}
