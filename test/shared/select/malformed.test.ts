import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addAction, moveAction, setActionState } from '../../../shared/ops/actions.ts'
import { addGoal, answerSmarte, deleteGoal, moveGoal, restoreGoal, setGoalParent } from '../../../shared/ops/goals.ts'
import { setMeasureField } from '../../../shared/ops/measures.ts'
import { sweepDeleted } from '../../../shared/ops/sweep.ts'
import { openGatheringDocument } from '../../../shared/schema/gathering.ts'
import { actionCounts, actionsOf, deletedActionsOf } from '../../../shared/select/actions.ts'
import { stageChoice, stagePage } from '../../../shared/select/gathering.ts'
import { allGoals, deletedGoals, goalById, goalsIn } from '../../../shared/select/goals.ts'
import { measureOf } from '../../../shared/select/measures.ts'
import { addActor, moveActor, placeActor, setPlacementField } from '../../../shared/ops/actors.ts'
import { connectActors } from '../../../shared/ops/lines.ts'
import { addMap } from '../../../shared/ops/maps.ts'
import { addCard, moveCard, setStep } from '../../../shared/ops/phases.ts'
import { phases } from '../../../shared/schema/phase.ts'
import { actorMapView, actorsOn, allActors, allMaps } from '../../../shared/select/actorMaps.ts'
import { cardsIn, phaseViews } from '../../../shared/select/phases.ts'
import { copyOf, newBoard, reading, twoBoards } from '../boards.ts'

/** Anything a hostile or mistaken program may have written where a field is. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, NaN, 1e300, -1e300, 1e16, '', 'a0', '~', '2027-02-30', 'g'),
  fc.string(),
  fc.array(fc.integer(), { maxLength: 3 }),
  fc.record(
    { personId: fc.oneof(fc.string(), fc.integer()), name: fc.oneof(fc.string(), fc.constant(null)) },
    { noNullPrototype: true },
  ),
  fc.constantFrom('map', 'text', 'array').map((kind) => ({ shared: kind })),
)
const fields = ['title', 'state', 'order', 'parentId', 'deletedAt', 'createdAt', 'specific', 'specificText', 'later']
const more = [
  'name',
  'unit',
  'direction',
  'baseline',
  'baselineUnknown',
  'target',
  'due',
  'reporter',
  'period',
  'points',
]
const field = fc.constantFrom(...fields, ...more, 'goalId', 'text', 'owner')
const ofMaps = ['mapId', 'actorId', 'sector', 'importance', 'relation', 'involvement', 'influence', 'learnt', 'level']
const ofMapsToo = ['coverName', 'nextStepOwner', 'nextStepDue', 'from', 'to', 'kind', 'note', 'boardId', 'phase']
const anyField = fc.oneof(field, fc.constantFrom(...ofMaps, ...ofMapsToo))
const ofBoards = ['maps', 'sectors', 'actors', 'placements', 'lines', 'steps', 'cards'] as const
const root = fc.constantFrom('goals', 'measures', 'actions', 'meta', 'later', ...ofBoards)
const keys = ['kari', 'municipal', 'a', 'kari|a', 'kari|b', 'kari|a|b|together', 'state', 'team|do.try'] as const
const id = fc.constantFrom('g', 'h', 'odd', '__proto__', 'constructor', '', ...keys)

function toValue(value: unknown): unknown {
  const kind = typeof value === 'object' && value !== null && 'shared' in value ? value.shared : null
  if (kind === 'map') return new Y.Map(Object.entries({ personId: 1 }))
  if (kind === 'text') return new Y.Text('tekst')
  return kind === 'array' ? Y.Array.from([1]) : value
}

describe('malformed entries', () => {
  test('[MO14] never keep a team from the rest of its board', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ root, id, field: fc.option(anyField), value: junk }), { maxLength: 16 }),
        (writes) => {
          const board = newBoard()
          addGoal(board, { id: 'sound', title: 'Står støtt', state: 'chosen', time: 1 })
          addAction(board, { id: 'does', goalId: 'sound', text: 'Ringe', time: 1 })
          addMap(board, { id: 'ola', coverName: '«Ola»', time: 1 })
          for (const actorId of ['x', 'y']) {
            addActor(board, { id: actorId, mapId: 'ola', name: actorId, sector: 'state', importance: 1, time: 1 })
          }
          connectActors(board, { mapId: 'ola', from: 'x', to: 'y', kind: 'inTurn', relation: 'weak', time: 1 })
          addCard(board, { id: 'card', boardId: 'team', phase: 'do', text: 'Prøve', time: 1 })
          for (const write of writes) {
            const map = board.doc.getMap<unknown>(write.root)
            if (write.field === null) map.set(write.id, toValue(write.value))
            else {
              const entry = map.get(write.id)
              const target = entry instanceof Y.Map ? entry : (map.set(write.id, new Y.Map()), map.get(write.id))
              ;(target as Y.Map<unknown>).set(write.field, toValue(write.value))
            }
          }
          const read = reading(board)
          // Equal on the device that receives it, too.
          expect(reading(copyOf(board))).toEqual(read)
          expect(goalById(board, 'sound')).toMatchObject({ title: 'Står støtt', state: 'chosen' })
          expect(actionsOf(board, 'sound').map((action) => action.text)).toContain('Ringe')
          for (const goal of read.gone) expect(new Date(goal.deletedAt ?? NaN).getTime()).not.toBeNaN()
          expect(actorMapView(board, 'ola')).toMatchObject({
            map: { coverName: 'Ola' },
            actors: [{ name: 'x' }, { name: 'y' }],
            lines: [{ relation: 'weak' }],
          })
          expect(cardsIn(board, 'team', 'do').map((card) => card.id)).toContain('card')
          // And operations go on.
          for (const map of allMaps(board)) {
            for (const { actorId } of actorsOn(board, map.id)) {
              moveActor(board, { mapId: map.id, actorId, sector: 'state', importance: 3, afterActorId: 'x' })
              setPlacementField(board, { mapId: map.id, actorId, field: 'relation', value: 'strong' })
              connectActors(board, { mapId: map.id, from: actorId, to: 'x', kind: 'together', relation: null, time: 2 })
            }
            for (const actor of allActors(board)) {
              placeActor(board, { mapId: map.id, actorId: actor.id, importance: 2, time: 2 })
              expect(actorsOn(board, map.id).map((placed) => placed.actorId)).toContain(actor.id)
            }
          }
          for (const phase of phases) {
            for (const card of cardsIn(board, 'team', phase)) {
              moveCard(board, { id: card.id, phase: 'plan', afterId: null })
              expect(cardsIn(board, 'team', 'plan')[0]?.id).toBe(card.id)
            }
          }
          setStep(board, { boardId: 'team', stepId: 'do.try', state: 'done' })
          expect(phaseViews(board, 'team')[2]?.steps[0]?.state).toBe('done')
          for (const goal of [...read.goals, ...read.gone]) {
            moveGoal(board, { id: goal.id, state: 'chosen', afterId: 'sound' })
            answerSmarte(board, { id: goal.id, question: 'specific', value: true })
            setMeasureField(board, { goalId: goal.id, field: 'baseline', value: 1 })
            if (goal.id !== 'sound') setGoalParent(board, { id: goal.id, parentId: 'sound' })
            for (const action of [...actionsOf(board, goal.id), ...deletedActionsOf(board, goal.id)]) {
              moveAction(board, { id: action.id, afterId: null })
              setActionState(board, { id: action.id, state: 'done' })
            }
          }
          actionCounts(board)
          moveGoal(board, { id: 'sound', state: 'chosen', afterId: null })
          expect(goalsIn(board, 'chosen')[0]?.id).toBe('sound')
          sweepDeleted(board.doc, 1)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('[MO14] a number where a map should be is left out', () => {
    const [board] = twoBoards()
    board.goals.set('odd', 7 as never)
    board.measures.set('g', 'none' as never)
    expect(allGoals(board).map((goal) => goal.id)).toEqual(['g'])
    expect(goalById(board, 'odd')).toBeNull()
    expect(measureOf(board, 'g')).toMatchObject({ name: '', unit: '', direction: 'up', period: 'month', points: {} })
    restoreGoal(board, { id: 'odd' })
    deleteGoal(board, { id: 'odd', time: 1 })
    expect(board.goals.get('odd')).toBe(7)
  })

  test('[MO14] values outside the lists and limits read as nothing', () => {
    const [board] = twoBoards()
    const measure = board.measures.get('g') as Y.Map<unknown>
    for (const [key, value] of Object.entries({
      baseline: 1e300,
      target: NaN,
      due: '2027-02-30',
      direction: 'sideways',
    })) {
      measure.set(key, value)
    }
    measure.set(
      'points',
      new Y.Map(Object.entries({ '2027-02-01': 3, '2027-01-01': 2, 'i går': 1, '2027-03-01': 'mye' })),
    )
    expect(measureOf(board, 'g')).toMatchObject({ baseline: null, target: null, due: null, direction: 'up' })
    expect(Object.entries(measureOf(board, 'g').points)).toEqual([
      ['2027-01-01', 2],
      ['2027-02-01', 3],
    ])
  })

  test('[MO14] a deletion at no time is none, and one at an impossible time is still a date', () => {
    const [board] = twoBoards()
    const goal = board.goals.get('g') as Y.Map<unknown>
    goal.set('deletedAt', 'yesterday')
    expect(allGoals(board)).toHaveLength(1)
    goal.set('deletedAt', 1e300)
    expect(new Date(deletedGoals(board)[0]?.deletedAt ?? NaN).getTime()).not.toBeNaN()
    restoreGoal(board, { id: 'g' })
    expect(allGoals(board)).toHaveLength(1)
  })

  test('[MO14] fields of a later version survive everything that this one does', () => {
    const [board] = twoBoards()
    const goal = board.goals.get('g') as Y.Map<unknown>
    goal.set('colour', 'blue')
    goal.set('notes', new Y.Text('skrevet i en nyere utgave'))
    board.doc.getMap('rounds').set('r1', { kind: 'plenary' })
    moveGoal(board, { id: 'g', state: 'reached', afterId: null })
    deleteGoal(board, { id: 'g', time: 4 })
    restoreGoal(board, { id: 'g' })
    const there = copyOf(board)
    expect(there.goals.get('g')?.get('colour')).toBe('blue')
    expect(String(there.goals.get('g')?.get('notes'))).toBe('skrevet i en nyere utgave')
    expect(there.doc.getMap('rounds').get('r1')).toEqual({ kind: 'plenary' })
  })

  test('[MO14] a long chain of parents and a great ring read at once', () => {
    const board = newBoard()
    board.doc.transact(() => {
      for (let at = 0; at < 3000; at += 1) {
        const map = new Y.Map<unknown>()
        map.set('parentId', `g${(at + 1) % 3000}`)
        board.goals.set(`g${at}`, map)
      }
    })
    const began = performance.now()
    expect(allGoals(board).every((goal) => goal.parentId === null)).toBe(true)
    // Quadratic walking took many seconds here.
    expect(performance.now() - began).toBeLessThan(1000)
  })
})

describe('the gathering', () => {
  test('[MO14] a malformed choice reads as nothing on the stage', () => {
    const gathering = openGatheringDocument(new Y.Doc())
    for (const value of [
      undefined,
      null,
      7,
      'goals',
      {},
      { kind: 'goals' },
      { kind: 'goals', teamId: 3 },
      { kind: 'film' },
    ]) {
      gathering.stage.set('choice', value)
      expect(stageChoice(gathering)).toEqual({ kind: 'nothing' })
    }
    for (const [page, read] of [
      [-3, 0],
      [2.7, 2],
      ['1', 0],
      [NaN, 0],
    ] as const) {
      gathering.stage.set('page', page)
      expect(stagePage(gathering)).toBe(read)
    }
  })
})
