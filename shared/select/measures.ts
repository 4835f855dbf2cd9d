import * as Y from 'yjs'
import { isDate } from '../schema/date.ts'
import { directions, periods, type Measure, type PersonReference } from '../schema/measure.ts'
import type { TeamDocument } from '../schema/team.ts'
import { readAmount, readChoice, readText } from './read.ts'

/** A person by id or by name; anything else reads as nobody. */
export function readPerson(value: unknown): PersonReference | null {
  if (typeof value !== 'object' || value === null) return null
  if ('personId' in value && typeof value.personId === 'string') return { personId: value.personId }
  if ('name' in value && typeof value.name === 'string' && value.name.trim()) return { name: value.name }
  return null
}

function readPoints(value: unknown): Record<string, number> {
  if (!(value instanceof Y.Map)) return {}
  const points = [...value.entries()].filter(([day, point]) => isDate(day) && readAmount(point) !== null)
  return Object.fromEntries(points.sort(([a], [b]) => (a < b ? -1 : 1))) as Record<string, number>
}

/** A goal's measure; an empty one if its map is missing or malformed. */
export function measureOf(board: TeamDocument, goalId: string): Measure {
  const entry = board.measures.get(goalId)
  const get = (key: string): unknown => (entry instanceof Y.Map ? entry.get(key) : undefined)
  const due = get('due')
  const baseline = readAmount(get('baseline'))
  return {
    goalId,
    name: readText(get('name')),
    unit: readText(get('unit')),
    direction: readChoice(get('direction'), directions, 'up'),
    baseline,
    // One wrote the number while another said «unknown»: the number is what the team knows.
    baselineUnknown: get('baselineUnknown') === true && baseline === null,
    target: readAmount(get('target')),
    due: isDate(due) ? due : null,
    reporter: readPerson(get('reporter')),
    period: readChoice(get('period'), periods, 'month'),
    points: readPoints(get('points')),
  }
}
