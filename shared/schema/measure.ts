import * as Y from 'yjs'

export const directions = ['up', 'down'] as const
export type Direction = (typeof directions)[number]

export const periods = ['week', 'month', 'quarter', 'half', 'year'] as const
export type Period = (typeof periods)[number]

/** A member by id, or somebody who has not joined, by name. One value, so that two writers never mix them. */
export type PersonReference = { personId: string } | { name: string }

/**
 * What a goal is measured by. In the document: a Y.Map in `measures` under the *goal's* id, made together
 * with the goal, so that two people who begin to fill it in at once fill in the same one. Y.Text `name`
 * (the indicator); plain values for the rest.
 */
export type Measure = {
  goalId: string
  name: string
  unit: string
  direction: Direction
  baseline: number | null
  /** «we do not know yet» is an answer: M can be met without a baseline */
  baselineUnknown: boolean
  target: number | null
  /** `2027-06-01`, or null: this is the T of SMARTE */
  due: string | null
  reporter: PersonReference | null
  period: Period
  /** by the period's first day; one point a period */
  points: Record<string, number>
}

/** The empty measure that every goal is made with. */
export function newMeasureMap(): Y.Map<unknown> {
  const map = new Y.Map<unknown>()
  map.set('name', new Y.Text())
  map.set('unit', '%')
  map.set('direction', 'up')
  map.set('baseline', null)
  map.set('baselineUnknown', false)
  map.set('target', null)
  map.set('due', null)
  map.set('reporter', null)
  map.set('period', 'month')
  map.set('points', new Y.Map<number>())
  return map
}
