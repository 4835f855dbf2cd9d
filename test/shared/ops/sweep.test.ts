import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addAction, deleteAction } from '../../../shared/ops/actions.ts'
import { addGoal, deleteGoal, restoreGoal, setGoalParent } from '../../../shared/ops/goals.ts'
import { sweepDeleted, sweepOrigin } from '../../../shared/ops/sweep.ts'
import { undeleteMs } from '../../../shared/schema/limits.ts'
import { actionsOf } from '../../../shared/select/actions.ts'
import { allGoals, deletedGoals } from '../../../shared/select/goals.ts'
import { meet, mergedInBothOrders, reading, twoBoards } from '../boards.ts'

const deletedAt = 1000
const after = deletedAt + undeleteMs

describe('sweepDeleted', () => {
  test('[MO15] removes a goal with its measure and actions after 30 days, and not before', () => {
    const [board] = twoBoards()
    addAction(board, { id: 't', goalId: 'g', text: 'Ringe', time: 2 })
    addGoal(board, { id: 'h', title: 'Et annet', state: 'proposed', time: 2 })
    setGoalParent(board, { id: 'h', parentId: 'g' })
    deleteGoal(board, { id: 'g', time: deletedAt })
    expect(sweepDeleted(board.doc, after)).toBe(0)
    expect(deletedGoals(board)).toHaveLength(1)
    expect(sweepDeleted(board.doc, after + 1)).toBe(2)
    expect([[...board.goals.keys()], [...board.measures.keys()], board.actions.size]).toEqual([['h'], ['h'], 0])
    expect(allGoals(board)).toMatchObject([{ id: 'h', parentId: null }])
  })

  test('[MO15] removes a single action and leaves its goal', () => {
    const [board] = twoBoards()
    for (const id of ['s', 't']) addAction(board, { id, goalId: 'g', text: id, time: 2 })
    deleteAction(board, { id: 't', time: deletedAt })
    expect(sweepDeleted(board.doc, after + 1)).toBe(1)
    expect([...board.actions.keys()]).toEqual(['s'])
  })

  test('[MO15] a second sweep writes nothing; the first carries its origin', () => {
    const [board] = twoBoards()
    deleteGoal(board, { id: 'g', time: deletedAt })
    const origins: unknown[] = []
    board.doc.on('update', (_: Uint8Array, origin: unknown) => origins.push(origin))
    sweepDeleted(board.doc, after + 1)
    sweepDeleted(board.doc, after + 1)
    expect(origins).toEqual([sweepOrigin])
  })

  test('[MO15] two sweeps at once agree', () => {
    const [a, b] = twoBoards()
    deleteGoal(a, { id: 'g', time: deletedAt })
    meet(a, b)
    sweepDeleted(a.doc, after + 1)
    sweepDeleted(b.doc, after + 1)
    const [forth, back] = mergedInBothOrders([a, b])
    meet(a, b)
    for (const board of [a, b, forth, back]) expect(board.goals.size).toBe(0)
  })

  test('[MO15] swept here and taken back there: it is gone for both, with what was added to it', () => {
    const [server, laptop] = twoBoards()
    deleteGoal(server, { id: 'g', time: deletedAt })
    meet(server, laptop)
    sweepDeleted(server.doc, after + 1)
    restoreGoal(laptop, { id: 'g' })
    addAction(laptop, { id: 't', goalId: 'g', text: 'Ringe', time: after })
    const [forth, back] = mergedInBothOrders([server, laptop])
    meet(server, laptop)
    for (const board of [server, laptop, forth, back]) {
      expect(reading(board)).toMatchObject({ goals: [], gone: [] })
      expect(board.goals.size).toBe(0)
    }
    // The action has lost its goal; it stays its own 30 days, in case the goal is still on its way.
    expect(sweepDeleted(server.doc, after + 2)).toBe(0)
    expect(sweepDeleted(server.doc, after + undeleteMs + 1)).toBe(1)
    expect(server.actions.size).toBe(0)
  })

  test('taking back before the sweep keeps it', () => {
    const [board] = twoBoards()
    deleteGoal(board, { id: 'g', time: deletedAt })
    restoreGoal(board, { id: 'g' })
    expect(sweepDeleted(board.doc, after + 1)).toBe(0)
    expect(allGoals(board)).toHaveLength(1)
  })

  test('[MO14] leaves alone what it does not understand', () => {
    const [board] = twoBoards()
    board.goals.set('odd', 7 as never)
    const map = new Y.Map<unknown>()
    board.goals.set('strange', map)
    map.set('deletedAt', 'yesterday')
    board.actions.set('a', new Y.Map<unknown>())
    board.doc.getMap('later').set('x', 1)
    const before = JSON.stringify(board.doc.toJSON())
    expect(sweepDeleted(board.doc, after + 1)).toBe(0)
    expect(JSON.stringify(board.doc.toJSON())).toBe(before)
    expect(actionsOf(board, 'g')).toEqual([])
  })
})
