import { describe, expect, test } from 'vitest'
import {
  addAction,
  deleteAction,
  moveAction,
  restoreAction,
  setActionDue,
  setActionOwner,
  setActionState,
} from '../../../shared/ops/actions.ts'
import { limits } from '../../../shared/schema/limits.ts'
import { actionCounts, actionsOf, deletedActionsOf, isOverdue } from '../../../shared/select/actions.ts'
import type { TeamDocument } from '../../../shared/schema/team.ts'
import { twoBoards } from '../boards.ts'

function withActions(...ids: string[]): TeamDocument {
  const [board] = twoBoards()
  for (const id of ids) addAction(board, { id, goalId: 'g', text: `Tiltak ${id}`, time: 2 })
  return board
}

const ids = (board: TeamDocument) => actionsOf(board, 'g').map((action) => action.id)

describe('actions', () => {
  test('are added last, without owner and date, not started', () => {
    const board = withActions('a', 'b')
    expect(actionsOf(board, 'g')).toMatchObject([
      { id: 'a', goalId: 'g', text: 'Tiltak a', owner: null, due: null, state: 'notStarted', deletedAt: null },
      { id: 'b' },
    ])
    expect(actionCounts(board)).toEqual(new Map([['g', 2]]))
  })

  test('[MO6] move after one another', () => {
    const board = withActions('a', 'b', 'c')
    moveAction(board, { id: 'c', afterId: null })
    moveAction(board, { id: 'a', afterId: 'b' })
    expect(ids(board)).toEqual(['c', 'b', 'a'])
  })

  test('take an owner, a date and a state, and give them back', () => {
    const board = withActions('a')
    setActionOwner(board, { id: 'a', owner: { personId: 'p1' } })
    setActionDue(board, { id: 'a', due: '2027-06-01' })
    setActionState(board, { id: 'a', state: 'underway' })
    expect(actionsOf(board, 'g')).toMatchObject([{ owner: { personId: 'p1' }, due: '2027-06-01', state: 'underway' }])
    setActionOwner(board, { id: 'a', owner: null })
    setActionDue(board, { id: 'a', due: null })
    expect(actionsOf(board, 'g')).toMatchObject([{ owner: null, due: null }])
  })

  test('[MO15] can be deleted and taken back', () => {
    const board = withActions('a', 'b')
    deleteAction(board, { id: 'a', time: 4 })
    setActionState(board, { id: 'a', state: 'done' })
    expect(ids(board)).toEqual(['b'])
    expect(actionCounts(board)).toEqual(new Map([['g', 1]]))
    expect(deletedActionsOf(board, 'g')).toMatchObject([{ id: 'a', deletedAt: 4, state: 'notStarted' }])
    restoreAction(board, { id: 'a' })
    expect(ids(board)).toEqual(['a', 'b'])
  })

  test('[MO11][MO12] refuse what is no text, name, date or state', () => {
    const board = withActions('a')
    const code = (code: string) => expect.objectContaining({ code }) as Error
    expect(() => addAction(board, { id: 'b', goalId: 'g', text: ' \n', time: 3 })).toThrow(code('nameEmpty'))
    const long = 'x'.repeat(limits.actionText + 1)
    expect(() => addAction(board, { id: 'b', goalId: 'g', text: long, time: 3 })).toThrow(code('textTooLong'))
    expect(() => setActionOwner(board, { id: 'a', owner: { name: ' ' } })).toThrow(code('nameEmpty'))
    expect(() => setActionDue(board, { id: 'a', due: '2027-02-30' })).toThrow(code('dateInvalid'))
    expect(() => setActionState(board, { id: 'a', state: 'nearly' as never })).toThrow(code('badRequest'))
    expect(actionsOf(board, 'g')).toHaveLength(1)
  })

  test('are overdue the day after, unless done or stopped', () => {
    expect(isOverdue({ due: '2027-06-01', state: 'underway' }, '2027-06-02')).toBe(true)
    expect(isOverdue({ due: '2027-06-01', state: 'underway' }, '2027-06-01')).toBe(false)
    expect(isOverdue({ due: '2027-06-01', state: 'done' }, '2027-06-02')).toBe(false)
    expect(isOverdue({ due: '2027-06-01', state: 'stopped' }, '2027-06-02')).toBe(false)
    expect(isOverdue({ due: null, state: 'underway' }, '2027-06-02')).toBe(false)
  })
})
