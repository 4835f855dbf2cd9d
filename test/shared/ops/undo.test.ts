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
import { copyOf, meet, newBoard, textOf, twoBoards } from '../boards.ts'

/** Undo as the client sets it up; every operation is a step of its own. */
function undoFor(board: TeamDocument): Y.UndoManager {
  return new Y.UndoManager([board.goals, board.measures, board.actions], {
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
