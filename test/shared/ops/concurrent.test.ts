import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addAction, deleteAction, moveAction, setActionOwner, setActionState } from '../../../shared/ops/actions.ts'
import { addGoal, answerSmarte, deleteGoal, moveGoal, restoreGoal, setGoalParent } from '../../../shared/ops/goals.ts'
import { setMeasureField } from '../../../shared/ops/measures.ts'
import { setText } from '../../../shared/ops/text.ts'
import { AppError } from '../../../shared/errors.ts'
import { goalStates } from '../../../shared/schema/goal.ts'
import { limits } from '../../../shared/schema/limits.ts'
import type { TeamDocument } from '../../../shared/schema/team.ts'
import { actionsOf } from '../../../shared/select/actions.ts'
import { allGoals, goalById, goalsIn } from '../../../shared/select/goals.ts'
import { measureOf } from '../../../shared/select/measures.ts'
import { copyOf, meet, mergedInBothOrders, newBoard, reading, send, textOf, twoBoards } from '../boards.ts'

/** Both boards and two fresh ones that get the parts in either order: all must read the same. */
function agreed(a: TeamDocument, b: TeamDocument): TeamDocument {
  const [forth, back] = mergedInBothOrders([a, b])
  meet(a, b)
  const all = [a, b, forth, back].map(reading)
  for (const each of all) expect(each).toEqual(all[0])
  return a
}

// Which of two equal writes stands depends on the client ids: everything holds either way.
describe.each([false, true])('two people at once (client ids swapped: %s)', (swapped) => {
  test('[MO7] two goals added in the same place both stand, in one order', () => {
    const [a, b] = twoBoards(swapped)
    addGoal(a, { id: 'x', title: 'Ett', state: 'proposed', time: 2 })
    addGoal(b, { id: 'y', title: 'To', state: 'proposed', time: 2 })
    expect(goalById(a, 'x')?.order).toBe(goalById(b, 'y')?.order)
    agreed(a, b)
    expect(goalsIn(a, 'proposed').map((goal) => goal.id)).toEqual(['g', 'x', 'y'])
    // Between two that share a key is a place like any other.
    moveGoal(a, { id: 'g', state: 'proposed', afterId: 'x' })
    agreed(a, b)
    expect(goalsIn(b, 'proposed').map((goal) => goal.id)).toEqual(['x', 'g', 'y'])
  })

  test('[MO3] one moves, one deletes: it is deleted, and taken back where it was moved', () => {
    const [a, b] = twoBoards(swapped)
    moveGoal(a, { id: 'g', state: 'chosen', afterId: null })
    deleteGoal(b, { id: 'g', time: 5 })
    agreed(a, b)
    expect(allGoals(a)).toEqual([])
    restoreGoal(b, { id: 'g' })
    agreed(a, b)
    expect(goalById(a, 'g')).toMatchObject({ state: 'chosen', deletedAt: null })
  })

  test('[MO3] what one writes while another deletes is there when it is taken back', () => {
    const [a, b] = twoBoards(swapped)
    setText(textOf(a, 'g'), 'Bedre samhandling med DPS', limits.goalTitle)
    setText(textOf(a, 'g', 'specificText'), 'Alle får en plan', limits.smarteAnswer)
    answerSmarte(a, { id: 'g', question: 'specific', value: true })
    setMeasureField(a, { goalId: 'g', field: 'target', value: 80 })
    addAction(a, { id: 't', goalId: 'g', text: 'Ringe', time: 4 })
    deleteGoal(b, { id: 'g', time: 5 })
    agreed(a, b)
    expect(allGoals(a)).toEqual([])
    restoreGoal(a, { id: 'g' })
    agreed(a, b)
    expect(goalById(b, 'g')).toMatchObject({
      title: 'Bedre samhandling med DPS',
      answers: { specific: { value: true, text: 'Alle får en plan' } },
    })
    expect(measureOf(b, 'g').target).toBe(80)
    expect(actionsOf(b, 'g').map((action) => action.text)).toEqual(['Ringe'])
  })

  test('[MO3] text typed into a deleted goal, by one who has not closed it, is kept', () => {
    const [a, b] = twoBoards(swapped)
    deleteGoal(b, { id: 'g', time: 5 })
    meet(a, b)
    setText(textOf(a, 'g'), 'Bedre samhandling nå', limits.goalTitle)
    restoreGoal(b, { id: 'g' })
    agreed(a, b)
    expect(goalById(b, 'g')?.title).toBe('Bedre samhandling nå')
  })

  test('[MO4] two begin to fill in one measure: both see both', () => {
    const [a, b] = twoBoards(swapped)
    setText(a.measures.get('g')?.get('name') as never, 'Andel med plan', limits.measureName)
    setMeasureField(a, { goalId: 'g', field: 'baseline', value: 20 })
    setMeasureField(b, { goalId: 'g', field: 'target', value: 80 })
    setMeasureField(b, { goalId: 'g', field: 'due', value: '2027-06-01' })
    agreed(a, b)
    expect(measureOf(a, 'g')).toMatchObject({ name: 'Andel med plan', baseline: 20, target: 80, due: '2027-06-01' })
  })

  test('[MO5] two set one field: one of the two stands, for everyone', () => {
    const [a, b] = twoBoards(swapped)
    setMeasureField(a, { goalId: 'g', field: 'reporter', value: { name: 'Mette' } })
    setMeasureField(b, { goalId: 'g', field: 'reporter', value: { personId: 'p1' } })
    agreed(a, b)
    expect([{ name: 'Mette' }, { personId: 'p1' }]).toContainEqual(measureOf(a, 'g').reporter)
  })

  test('[MO5] choosing what is chosen already does not win over a real change', () => {
    const [a, b] = twoBoards(swapped)
    answerSmarte(a, { id: 'g', question: 'realistic', value: null })
    setMeasureField(a, { goalId: 'g', field: 'direction', value: 'up' })
    answerSmarte(b, { id: 'g', question: 'realistic', value: false })
    setMeasureField(b, { goalId: 'g', field: 'direction', value: 'down' })
    agreed(a, b)
    expect(goalById(a, 'g')?.answers.realistic.value).toBe(false)
    expect(measureOf(a, 'g').direction).toBe('down')
  })

  test('[MO13] a number by one and «unknown» by another never both stand', () => {
    const [a, b] = twoBoards(swapped)
    setMeasureField(b, { goalId: 'g', field: 'baselineUnknown', value: true })
    setMeasureField(b, { goalId: 'g', field: 'baselineUnknown', value: false })
    setMeasureField(a, { goalId: 'g', field: 'baseline', value: 20 })
    setMeasureField(b, { goalId: 'g', field: 'baselineUnknown', value: true })
    agreed(a, b)
    const { baseline, baselineUnknown } = measureOf(a, 'g')
    expect(baseline !== null && baselineUnknown).toBe(false)
    expect(baseline === null ? baselineUnknown : baseline === 20).toBe(true)
  })

  test('[MO8] a ring that two make reads as no parents, and the next parent breaks it', () => {
    const [a, b] = twoBoards(swapped)
    addGoal(a, { id: 'h', title: 'Et annet', state: 'proposed', time: 2 })
    addGoal(a, { id: 'i', title: 'Et tredje', state: 'proposed', time: 2 })
    meet(a, b)
    setGoalParent(a, { id: 'g', parentId: 'h' })
    setGoalParent(b, { id: 'h', parentId: 'g' })
    agreed(a, b)
    expect(allGoals(a).map((goal) => goal.parentId)).toEqual([null, null, null])
    setGoalParent(a, { id: 'i', parentId: 'g' })
    setGoalParent(a, { id: 'h', parentId: 'i' })
    agreed(a, b)
    expect(['g', 'h', 'i'].map((id) => goalById(b, id)?.parentId)).toEqual([null, 'i', 'g'])
  })

  test('[MO10] setting a text keeps what another types elsewhere in it', () => {
    const [a, b] = twoBoards(swapped)
    setText(textOf(a, 'g'), 'Mye bedre samhandling', limits.goalTitle)
    setText(textOf(b, 'g'), 'Bedre samhandling med NAV', limits.goalTitle)
    agreed(a, b)
    expect(goalById(a, 'g')?.title).toBe('Mye bedre samhandling med NAV')
  })

  test('an action moved by one and deleted by another can be taken back', () => {
    const [a, b] = twoBoards(swapped)
    for (const id of ['s', 't']) addAction(a, { id, goalId: 'g', text: id, time: 2 })
    meet(a, b)
    moveAction(a, { id: 't', afterId: null })
    setActionOwner(a, { id: 't', owner: { name: 'Arne' } })
    deleteAction(b, { id: 't', time: 5 })
    agreed(a, b)
    expect(actionsOf(b, 'g').map((action) => action.id)).toEqual(['s'])
  })
})

type Step = { board: number; kind: number; goal: number; other: number; sync: boolean }
const step: fc.Arbitrary<Step> = fc.record({
  board: fc.nat(2),
  kind: fc.nat(9),
  goal: fc.nat(3),
  other: fc.nat(3),
  sync: fc.boolean(),
})

function take(board: TeamDocument, { kind, goal, other }: Step, time: number): void {
  const id = `g${goal}`
  const otherId = `g${other}`
  const state = goalStates[other % goalStates.length] ?? 'chosen'
  const title = board.goals.get(id)?.get('title')
  const doings: (() => void)[] = [
    () => addGoal(board, { id: `${id}-${board.doc.clientID}-${time}`, title: `Mål ${time}`, state, time }),
    () => moveGoal(board, { id, state, afterId: otherId }),
    () => moveGoal(board, { id, state, afterId: null }),
    () => deleteGoal(board, { id, time }),
    () => restoreGoal(board, { id }),
    () => setGoalParent(board, { id, parentId: otherId }),
    () => setMeasureField(board, { goalId: id, field: 'target', value: time }),
    () => addAction(board, { id: `t${time}-${board.doc.clientID}`, goalId: id, text: `Tiltak ${time}`, time }),
    () => setActionState(board, { id: [...board.actions.keys()][other] ?? '', state: 'done' }),
    () => setText(title as never, `${String(title)} ${other}😀`, limits.goalTitle),
  ]
  try {
    doings[kind]?.()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}

describe('three people', () => {
  test('[MO2] whatever they do and whenever they meet, they end with one board', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const first = newBoard(1)
        for (let at = 0; at < 4; at += 1)
          addGoal(first, { id: `g${at}`, title: `Mål ${at}`, state: 'proposed', time: 1 })
        const boards = [first, copyOf(first, 2), copyOf(first, 3)]
        steps.forEach((each, index) => {
          const board = boards[each.board] ?? first
          take(board, each, index + 2)
          if (each.sync) send(board, boards[(each.board + 1) % 3] ?? first)
          // At every step every board reads, and no goal is under itself.
          const goals = allGoals(board)
          for (const goal of goals) {
            const seen = new Set<string>()
            for (let at = goal.parentId; at !== null; at = goals.find((one) => one.id === at)?.parentId ?? null) {
              expect(at).not.toBe(goal.id)
              expect(seen.has(at)).toBe(false)
              seen.add(at)
            }
          }
        })
        const [forth, back] = mergedInBothOrders(boards)
        for (const from of boards) for (const to of boards) send(from, to)
        const expected = reading(forth)
        for (const board of [...boards, back]) expect(reading(board)).toEqual(expected)
        // Nothing that was ever added is lost: it stands on the board or among what can be taken back.
        expect(expected.goals.length + expected.gone.length).toBe(forth.goals.size)
      }),
      { numRuns: 150 },
    )
  })
})
