import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addAction, deleteAction } from '../../../shared/ops/actions.ts'
import { addGoal, deleteGoal, restoreGoal, setGoalParent } from '../../../shared/ops/goals.ts'
import { sweepDeleted, sweepOrigin } from '../../../shared/ops/sweep.ts'
import { addActor, deleteActor, removeFromMap } from '../../../shared/ops/actors.ts'
import { connectActors, removeLine } from '../../../shared/ops/lines.ts'
import { addSector, deleteMap, deleteSector, renameSector } from '../../../shared/ops/maps.ts'
import { addCard, deleteCard, setStep } from '../../../shared/ops/phases.ts'
import { lineKey } from '../../../shared/schema/relation.ts'
import { actorsOn, allActors } from '../../../shared/select/actorMaps.ts'
import { undeleteMs } from '../../../shared/schema/limits.ts'
import { actionsOf } from '../../../shared/select/actions.ts'
import { allGoals, deletedGoals } from '../../../shared/select/goals.ts'
import { bringOver, meet, mergedInBothOrders, reading, twoBoards, twoMaps } from '../boards.ts'

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

  test('[MO15] removes a map with its placements and lines, and leaves its actors and the municipal map', () => {
    const [board] = twoMaps()
    bringOver(board, 'a')
    connectActors(board, { mapId: 'kari', from: 'a', to: 'b', kind: 'together', relation: null, time: 2 })
    board.maps.get('municipal')?.set('deletedAt', deletedAt)
    deleteMap(board, { id: 'kari', time: deletedAt })
    expect(sweepDeleted(board.doc, after)).toBe(0)
    expect(sweepDeleted(board.doc, after + 1)).toBe(4)
    expect([[...board.maps.keys()], [...board.placements.keys()], board.lines.size]).toEqual([
      ['municipal'],
      ['municipal|a'],
      0,
    ])
    expect(allActors(board)).toHaveLength(2)
  })

  test('[MO15] removes an actor with its placements and lines on every map', () => {
    const [board] = twoMaps()
    bringOver(board, 'a')
    for (const [from, to] of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const) {
      connectActors(board, { mapId: 'kari', from, to, kind: 'inTurn', relation: null, time: 2 })
    }
    deleteActor(board, { id: 'a', time: deletedAt })
    expect(sweepDeleted(board.doc, after + 1)).toBe(5)
    expect([[...board.actors.keys()], [...board.placements.keys()], board.lines.size]).toEqual([['b'], ['kari|b'], 0])
  })

  test('[MO15] removes single placements with their lines, lines, cards and own sectors, each after 30 days', () => {
    const [board] = twoMaps(false, ['a', 'b', 'c'])
    for (const to of ['b', 'c']) {
      connectActors(board, { mapId: 'kari', from: 'a', to, kind: 'together', relation: null, time: 2 })
    }
    addSector(board, { id: 's1', name: 'Skolen', time: 2 })
    renameSector(board, { id: 'state', name: 'NAV' })
    addCard(board, { id: 'k', boardId: 'team', phase: 'do', text: 'Kort', time: 2 })
    board.sectors.get('state')?.set('deletedAt', deletedAt)
    deleteSector(board, { id: 's1', time: deletedAt })
    removeFromMap(board, { mapId: 'kari', actorId: 'b', time: deletedAt })
    removeLine(board, { key: lineKey('kari', 'a', 'c', 'together'), time: deletedAt })
    deleteCard(board, { id: 'k', time: deletedAt })
    expect(sweepDeleted(board.doc, after)).toBe(0)
    expect(sweepDeleted(board.doc, after + 1)).toBe(5)
    expect([[...board.sectors.keys()], board.lines.size, board.cards.size]).toEqual([['state'], 0, 0])
    expect([...board.placements.keys()]).toEqual(['kari|a', 'kari|c'])
    expect(sweepDeleted(board.doc, after + 1)).toBe(0)
  })

  test('[MO15] removes the phase board of a goal that is gone, and no other', () => {
    const [board] = twoBoards()
    addGoal(board, { id: 'h', title: 'Et annet', state: 'chosen', time: 2 })
    for (const boardId of ['team', 'g', 'h']) {
      setStep(board, { boardId, stepId: 'do.try', state: 'done' })
      addCard(board, { id: `k-${boardId}`, boardId, phase: 'do', text: 'Kort', time: 2 })
    }
    board.steps.set('later|of another kind', 1)
    deleteGoal(board, { id: 'g', time: deletedAt })
    sweepDeleted(board.doc, after + 1)
    expect([...board.steps.keys()]).toEqual(['team|do.try', 'h|do.try', 'later|of another kind'])
    expect([...board.cards.keys()]).toEqual(['k-team', 'k-h'])
  })

  test('[MO15] what somebody offline put on a map that is swept meanwhile stays its own 30 days', () => {
    const [server, laptop] = twoMaps()
    deleteMap(server, { id: 'kari', time: deletedAt })
    sweepDeleted(server.doc, after + 1)
    addActor(laptop, { id: 'c', mapId: 'kari', name: 'C', sector: 'state', importance: 1, time: after })
    meet(server, laptop)
    expect(sweepDeleted(server.doc, after + 2)).toBe(0)
    expect(sweepDeleted(server.doc, after + undeleteMs + 1)).toBe(1)
    expect(allActors(server).map((actor) => actor.id)).toContain('c')
  })

  test('[MO15] a placement that is being made is not swept before it is shown', () => {
    const [server, laptop] = twoMaps()
    const updates: Uint8Array[] = []
    laptop.doc.on('update', (update: Uint8Array) => updates.push(update))
    bringOver(laptop, 'a', after)
    for (const update of updates) {
      Y.applyUpdate(server.doc, update)
      sweepDeleted(server.doc, after + 1)
    }
    expect(actorsOn(server, 'municipal')).toHaveLength(1)
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
