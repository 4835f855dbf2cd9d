import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addAction, setActionState } from '../../../shared/ops/actions.ts'
import { addGoal, deleteGoal, moveGoal, restoreGoal } from '../../../shared/ops/goals.ts'
import { setMeasureField } from '../../../shared/ops/measures.ts'
import { sweepDeleted } from '../../../shared/ops/sweep.ts'
import { setText } from '../../../shared/ops/text.ts'
import { localOrigin } from '../../../shared/ops/write.ts'
import { limits, undeleteMs } from '../../../shared/schema/limits.ts'
import type { TeamDocument } from '../../../shared/schema/team.ts'
import { actionsOf, deletedActionsOf } from '../../../shared/select/actions.ts'
import { allGoals, deletedGoals, goalById } from '../../../shared/select/goals.ts'
import { measureOf } from '../../../shared/select/measures.ts'
import { addActor, moveActor, setPlacementField } from '../../../shared/ops/actors.ts'
import { connectActors } from '../../../shared/ops/lines.ts'
import { renameSector } from '../../../shared/ops/maps.ts'
import { addCard, setStep } from '../../../shared/ops/phases.ts'
import { actorsOn, allSectors, deletedActors, linesOn } from '../../../shared/select/actorMaps.ts'
import { phaseViews } from '../../../shared/select/phases.ts'
import { bringOver, copyOf, meet, newBoard, placementText, textOf, twoBoards, twoMaps } from '../boards.ts'

/** Undo as the client sets it up; every operation is a step of its own. */
function undoFor(board: TeamDocument): Y.UndoManager {
  const { doc: _doc, meta: _meta, ...roots } = board
  return new Y.UndoManager(Object.values(roots), {
    trackedOrigins: new Set([localOrigin]),
    captureTimeout: 0,
  })
}

describe('undo of what one has made', () => {
  test('[MO9] keeps among the deleted what another wrote in the goal meanwhile', () => {
    const mine = newBoard(1)
    const undo = undoFor(mine)
    addGoal(mine, { id: 'g', title: 'Bedre samhandling', state: 'proposed', time: 7 })
    const theirs = copyOf(mine, 2)
    setText(textOf(theirs, 'g'), 'Bedre samhandling med DPS', limits.goalTitle)
    setText(textOf(theirs, 'g', 'motivatingText'), '«Kari» slipper å gjenta seg', limits.smarteAnswer)
    setMeasureField(theirs, { goalId: 'g', field: 'target', value: 80 })
    addAction(theirs, { id: 't', goalId: 'g', text: 'Ringe DPS', time: 8 })
    meet(mine, theirs)

    undo.undo()
    meet(mine, theirs)
    for (const board of [mine, theirs]) {
      expect(allGoals(board)).toEqual([])
      expect(deletedGoals(board)).toMatchObject([{ id: 'g', title: 'Bedre samhandling med DPS', deletedAt: 7 }])
    }

    restoreGoal(theirs, { id: 'g' })
    meet(mine, theirs)
    expect(goalById(mine, 'g')?.answers.motivating.text).toBe('«Kari» slipper å gjenta seg')
    expect(measureOf(mine, 'g').target).toBe(80)
    expect(actionsOf(mine, 'g').map((action) => action.text)).toEqual(['Ringe DPS'])
  })

  test('[MO9] and redo shows it again', () => {
    const mine = newBoard(1)
    const undo = undoFor(mine)
    addGoal(mine, { id: 'g', title: 'Bedre samhandling', state: 'proposed', time: 7 })
    undo.undo()
    expect(allGoals(mine)).toEqual([])
    undo.redo()
    expect(allGoals(mine).map((goal) => goal.title)).toEqual(['Bedre samhandling'])
  })

  test('[MO9] one step takes back one goal, and the step before it the one before', () => {
    const mine = newBoard(1)
    const undo = undoFor(mine)
    for (const id of ['a', 'b']) addGoal(mine, { id, title: id, state: 'proposed', time: 7 })
    undo.undo()
    expect(allGoals(mine).map((goal) => goal.id)).toEqual(['a'])
    undo.undo()
    expect(allGoals(mine)).toEqual([])
    expect(undo.canUndo()).toBe(false)
  })

  test('[MO9] keeps an action that another has written on', () => {
    const [mine, theirs] = twoBoards()
    const undo = undoFor(mine)
    addAction(mine, { id: 't', goalId: 'g', text: 'Ringe', time: 3 })
    meet(mine, theirs)
    setText(theirs.actions.get('t')?.get('text') as Y.Text, 'Ringe fastlegen', limits.actionText)
    meet(mine, theirs)
    undo.undo()
    meet(mine, theirs)
    expect(actionsOf(theirs, 'g')).toEqual([])
    expect(deletedActionsOf(theirs, 'g').map((action) => action.text)).toEqual(['Ringe fastlegen'])
  })
})

describe('undo beside others', () => {
  test('[MO9] does not take back what another has chosen after', () => {
    const [mine, theirs] = twoBoards()
    const undo = undoFor(mine)
    moveGoal(mine, { id: 'g', state: 'chosen', afterId: null })
    meet(mine, theirs)
    moveGoal(theirs, { id: 'g', state: 'reached', afterId: null })
    meet(mine, theirs)
    undo.undo()
    meet(mine, theirs)
    expect(goalById(mine, 'g')?.state).toBe('reached')
    expect(goalById(theirs, 'g')?.state).toBe('reached')
  })

  test('[MO9] takes back one’s own words and leaves those of others', () => {
    const [mine, theirs] = twoBoards()
    const undo = undoFor(mine)
    setText(textOf(mine, 'g'), 'Mye bedre samhandling', limits.goalTitle)
    meet(mine, theirs)
    setText(textOf(theirs, 'g'), 'Mye bedre samhandling med NAV', limits.goalTitle)
    meet(mine, theirs)
    undo.undo()
    expect(goalById(mine, 'g')?.title).toBe('Bedre samhandling med NAV')
  })

  test('[MO9] never follows what came from another', () => {
    const [mine, theirs] = twoBoards()
    const undo = undoFor(mine)
    addGoal(theirs, { id: 'h', title: 'Et annet', state: 'proposed', time: 3 })
    meet(mine, theirs)
    expect(undo.canUndo()).toBe(false)
  })

  test('choosing what is chosen already costs no step', () => {
    const [mine] = twoBoards()
    addAction(mine, { id: 't', goalId: 'g', text: 'Ringe', time: 3 })
    const undo = undoFor(mine)
    setActionState(mine, { id: 't', state: 'notStarted' })
    moveGoal(mine, { id: 'g', state: 'proposed', afterId: null })
    setMeasureField(mine, { goalId: 'g', field: 'reporter', value: null })
    expect(undo.canUndo()).toBe(false)
    setMeasureField(mine, { goalId: 'g', field: 'reporter', value: { name: 'Mette' } })
    undo.stopCapturing()
    setMeasureField(mine, { goalId: 'g', field: 'reporter', value: { name: ' Mette ' } })
    expect(undo.undoStack).toHaveLength(1)
  })

  test('[MO15] undoing a deletion that has been swept does nothing and throws nothing', () => {
    const [mine, server] = twoBoards()
    const undo = undoFor(mine)
    setText(textOf(mine, 'g'), 'Bedre', limits.goalTitle)
    undo.stopCapturing()
    deleteGoal(mine, { id: 'g', time: 3 })
    meet(mine, server)
    sweepDeleted(server.doc, 4 + undeleteMs)
    meet(mine, server)
    undo.undo()
    undo.undo()
    meet(mine, server)
    expect(allGoals(mine)).toEqual([])
    expect(server.goals.size).toBe(0)
  })
})

describe('undo on maps and phase boards', () => {
  test('[MO9] of bringing an actor over keeps what another wrote there; brought over again it is there', () => {
    const [mine, theirs] = twoMaps()
    const undo = undoFor(mine)
    bringOver(mine, 'a', 7)
    meet(mine, theirs)
    setText(placementText(theirs, 'municipal', 'a'), 'Har fast kontakt', limits.learnt)
    meet(mine, theirs)
    undo.undo()
    meet(mine, theirs)
    expect(actorsOn(theirs, 'municipal')).toEqual([])
    bringOver(theirs, 'a', 8)
    meet(mine, theirs)
    expect(actorsOn(mine, 'municipal')).toMatchObject([{ learnt: 'Har fast kontakt' }])
    undo.redo()
    expect(actorsOn(mine, 'municipal')).toHaveLength(1)
  })

  test('[MO9] of what two brought over at once takes back neither’s words', () => {
    const [mine, theirs] = twoMaps()
    const undo = undoFor(mine)
    bringOver(mine, 'a')
    bringOver(theirs, 'a')
    setText(placementText(theirs, 'municipal', 'a'), 'Har fast kontakt', limits.learnt)
    meet(mine, theirs)
    undo.undo()
    bringOver(mine, 'a')
    meet(mine, theirs)
    expect(actorsOn(theirs, 'municipal')).toMatchObject([{ learnt: 'Har fast kontakt' }])
  })

  test('[MO9] one step takes back a new actor, a move, a line, a step and a card', () => {
    const [board] = twoMaps()
    const undo = undoFor(board)
    addActor(board, { id: 'c', mapId: 'kari', name: 'C', sector: 'state', importance: 1, time: 7 })
    moveActor(board, { mapId: 'kari', actorId: 'a', sector: 'state', importance: 1 })
    connectActors(board, { mapId: 'kari', from: 'a', to: 'b', kind: 'together', relation: 'weak', time: 7 })
    setStep(board, { boardId: 'team', stepId: 'do.try', state: 'done' })
    addCard(board, { id: 'k', boardId: 'team', phase: 'do', text: 'Kort', time: 7 })
    const now = () => [
      actorsOn(board, 'kari').map((actor) => `${actor.actorId} ${actor.sector} ${actor.importance}`),
      linesOn(board, 'kari').length,
      phaseViews(board, 'team')[2]?.done,
      phaseViews(board, 'team')[2]?.cards.length,
    ]
    const before = ['a network 3', 'b network 3']
    expect(now()).toEqual([['b network 3', 'c state 1', 'a state 1'], 1, 1, 1])
    undo.undo()
    expect(now()).toEqual([['b network 3', 'c state 1', 'a state 1'], 1, 1, 0])
    undo.undo()
    expect(now()).toEqual([['b network 3', 'c state 1', 'a state 1'], 1, 0, 0])
    undo.undo()
    expect(now()).toEqual([['b network 3', 'c state 1', 'a state 1'], 0, 0, 0])
    undo.undo()
    expect(now()).toEqual([[...before, 'c state 1'], 0, 0, 0])
    undo.undo()
    expect(now()).toEqual([before, 0, 0, 0])
    expect([deletedActors(board).length, undo.canUndo()]).toEqual([1, false])
    for (let redone = 0; redone < 5; redone += 1) undo.redo()
    expect(now()).toEqual([['b network 3', 'c state 1', 'a state 1'], 1, 1, 1])
  })

  test('[MO9] of moving an actor keeps what another said of it and where another has put it since', () => {
    const [mine, theirs] = twoMaps()
    const undo = undoFor(mine)
    moveActor(mine, { mapId: 'kari', actorId: 'a', sector: 'state', importance: 1 })
    meet(mine, theirs)
    setPlacementField(theirs, { mapId: 'kari', actorId: 'a', field: 'relation', value: 'conflict' })
    moveActor(theirs, { mapId: 'kari', actorId: 'a', sector: 'voluntary', importance: 2 })
    meet(mine, theirs)
    undo.undo()
    meet(mine, theirs)
    expect(actorsOn(theirs, 'kari').find((actor) => actor.actorId === 'a')).toMatchObject({
      relation: 'conflict',
      sector: 'voluntary',
      importance: 2,
    })
  })

  test('[MO9] of renaming a sector keeps the name that another has given it since', () => {
    const [mine, theirs] = twoMaps()
    const undo = undoFor(mine)
    renameSector(mine, { id: 'state', name: 'NAV' })
    meet(mine, theirs)
    renameSector(theirs, { id: 'state', name: 'NAV og fylket' })
    meet(mine, theirs)
    undo.undo()
    meet(mine, theirs)
    expect(allSectors(theirs)[3]?.name).toBe(' og fylket')
  })
})
