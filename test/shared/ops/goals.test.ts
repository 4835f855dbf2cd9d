import { describe, expect, test } from 'vitest'
import { addAction } from '../../../shared/ops/actions.ts'
import { addGoal, answerSmarte, deleteGoal, moveGoal, restoreGoal, setGoalParent } from '../../../shared/ops/goals.ts'
import { limits } from '../../../shared/schema/limits.ts'
import { actionsOf } from '../../../shared/select/actions.ts'
import { allGoals, deletedGoals, goalById, goalsIn } from '../../../shared/select/goals.ts'
import { measureOf } from '../../../shared/select/measures.ts'
import { newBoard, reading } from '../boards.ts'

const goal = (id: string, title = id) => ({ id, title, state: 'proposed' as const, time: 1 })
const ids = (list: { id: string }[]) => list.map((item) => item.id)

describe('addGoal', () => {
  test('adds a goal last among its state, with its empty measure', () => {
    const board = newBoard()
    addGoal(board, goal('a', '  Bedre \n samhandling '))
    addGoal(board, { ...goal('b'), state: 'chosen' })
    addGoal(board, goal('c'))
    expect(ids(goalsIn(board, 'proposed'))).toEqual(['a', 'c'])
    expect(goalById(board, 'a')).toMatchObject({ title: 'Bedre samhandling', parentId: null, deletedAt: null })
    expect(measureOf(board, 'a')).toMatchObject({ goalId: 'a', name: '', unit: '%', target: null, due: null })
    expect(board.measures.has('a')).toBe(true)
  })

  test('is shown also when the clock says 0', () => {
    const board = newBoard()
    addGoal(board, { ...goal('a'), time: 0 })
    expect(ids(allGoals(board))).toEqual(['a'])
    deleteGoal(board, { id: 'a', time: 0 })
    expect(ids(deletedGoals(board))).toEqual(['a'])
  })

  test('[MO1] a known id again changes nothing', () => {
    const board = newBoard()
    addGoal(board, goal('a', 'Først'))
    addGoal(board, goal('a', 'Så'))
    expect(allGoals(board).map((each) => each.title)).toEqual(['Først'])
  })

  test.each(['', '   ', '\n\t ', '\u00a0', '\u200b\u200d', '\u00ad'])(
    '[MO11] refuses a title with nothing to see: %j',
    (title) => {
      const board = newBoard()
      expect(() => addGoal(board, goal('a', title))).toThrow(expect.objectContaining({ code: 'nameEmpty' }))
      expect(board.goals.size).toBe(0)
    },
  )

  test('[MO11] refuses a title that is too long, and takes the longest', () => {
    const board = newBoard()
    const longest = 'x'.repeat(limits.goalTitle)
    addGoal(board, goal('a', longest))
    expect(() => addGoal(board, goal('b', `${longest}x`))).toThrow(
      expect.objectContaining({
        code: 'textTooLong',
        details: { length: limits.goalTitle + 1, max: limits.goalTitle },
      }),
    )
    expect(ids(allGoals(board))).toEqual(['a'])
  })
})

describe('moving and parents', () => {
  test('[MO6] moves within a state and to another', () => {
    const board = newBoard()
    for (const id of ['a', 'b', 'c']) addGoal(board, goal(id))
    moveGoal(board, { id: 'c', state: 'proposed', afterId: null })
    expect(ids(goalsIn(board, 'proposed'))).toEqual(['c', 'a', 'b'])
    moveGoal(board, { id: 'a', state: 'reached', afterId: 'b' })
    expect(ids(goalsIn(board, 'reached'))).toEqual(['a'])
  })

  test('[MO6] moving to where it stands writes nothing', () => {
    const board = newBoard()
    for (const id of ['a', 'b']) addGoal(board, goal(id))
    let updates = 0
    board.doc.on('update', () => (updates += 1))
    moveGoal(board, { id: 'b', state: 'proposed', afterId: 'a' })
    moveGoal(board, { id: 'a', state: 'proposed', afterId: null })
    expect(updates).toBe(0)
  })

  test('[MO8] refuses a goal under itself, at any depth', () => {
    const board = newBoard()
    for (const id of ['a', 'b', 'c']) addGoal(board, goal(id))
    setGoalParent(board, { id: 'b', parentId: 'a' })
    setGoalParent(board, { id: 'c', parentId: 'b' })
    for (const parentId of ['a', 'c']) {
      expect(() => setGoalParent(board, { id: 'a', parentId })).toThrow(
        expect.objectContaining({ code: 'parentCycle' }),
      )
    }
    expect(allGoals(board).map((each) => each.parentId)).toEqual([null, 'a', 'b'])
  })

  test('[MO8] a deleted parent reads as none and comes back with the parent', () => {
    const board = newBoard()
    for (const id of ['a', 'b']) addGoal(board, goal(id))
    setGoalParent(board, { id: 'b', parentId: 'a' })
    deleteGoal(board, { id: 'a', time: 2 })
    expect(goalById(board, 'b')?.parentId).toBeNull()
    restoreGoal(board, { id: 'a' })
    expect(goalById(board, 'b')?.parentId).toBe('a')
  })
})

describe('deleting', () => {
  test('[MO1] everything done to a deleted goal does nothing', () => {
    const board = newBoard()
    addGoal(board, goal('a'))
    addGoal(board, goal('b'))
    deleteGoal(board, { id: 'a', time: 5 })
    const before = reading(board)
    for (const id of ['a', 'never']) {
      moveGoal(board, { id, state: 'chosen', afterId: null })
      deleteGoal(board, { id, time: 9 })
      answerSmarte(board, { id, question: 'specific', value: true })
      setGoalParent(board, { id, parentId: 'b' })
      setGoalParent(board, { id: 'b', parentId: id })
      addAction(board, { id: 't', goalId: id, text: 'Ringe', time: 6 })
    }
    expect(reading(board)).toEqual(before)
  })

  test('hides the actions with the goal and shows them again', () => {
    const board = newBoard()
    addGoal(board, goal('a'))
    addAction(board, { id: 't', goalId: 'a', text: 'Ringe', time: 2 })
    deleteGoal(board, { id: 'a', time: 5 })
    expect(allGoals(board)).toEqual([])
    restoreGoal(board, { id: 'a' })
    expect(ids(actionsOf(board, 'a'))).toEqual(['t'])
  })

  test('lists the latest deleted first', () => {
    const board = newBoard()
    for (const id of ['a', 'b', 'c']) addGoal(board, goal(id))
    for (const [id, time] of [
      ['a', 5],
      ['b', 9],
      ['c', 7],
    ] as const)
      deleteGoal(board, { id, time })
    expect(ids(deletedGoals(board))).toEqual(['b', 'c', 'a'])
  })
})
