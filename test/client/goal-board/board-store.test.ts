import { beforeEach, describe, expect, test, vi } from 'vitest'
import { BoardStore } from '../../../client/features/goal-board/boardStore.ts'
import { addAction, deleteAction } from '../../../shared/ops/actions.ts'
import { answerSmarte, deleteGoal, moveGoal, restoreGoal, setGoalParent } from '../../../shared/ops/goals.ts'
import { setMeasureField } from '../../../shared/ops/measures.ts'
import { setText } from '../../../shared/ops/text.ts'
import { wordingKey } from '../../../shared/wording.ts'
import { boardWith, meet, peerOf, talkWith, time } from './board-fixture.ts'
import type { TeamDocument } from '../../../shared/schema/team.ts'
import * as Y from 'yjs'

const textOf = (board: TeamDocument, id: string, key = 'title'): Y.Text => board.goals.get(id)?.get(key) as Y.Text

describe('the board as view data', () => {
  let board: TeamDocument
  let store: BoardStore
  let stop: () => void
  beforeEach(() => {
    board = boardWith({ chosen: ['a', 'b'], proposed: ['c'] })
    store = new BoardStore(board, talkWith(['Mette', 'Arne']))
    stop = store.subscribe(() => undefined)
    return () => stop()
  })

  test('one goal’s new words leave every other card and the columns as the same objects [GB60]', () => {
    const before = { b: store.card('b'), c: store.card('c'), view: store.getBoard() }
    setText(textOf(board, 'a'), 'Nye ord', 300)
    expect(store.card('a')?.title).toBe('Nye ord')
    expect(store.card('b')).toBe(before.b)
    expect(store.card('c')).toBe(before.c)
    expect(store.getBoard()).toBe(before.view)
  })

  test('a card rests while an answer is written on, and changes with its letter', () => {
    answerSmarte(board, { id: 'a', question: 'specific', value: true })
    setText(textOf(board, 'a', 'specificText'), 'E', 600)
    const card = store.card('a')
    expect(card?.letters.S).toBe(true)
    setText(textOf(board, 'a', 'specificText'), 'Epikrise', 600)
    expect(store.card('a')).toBe(card)
    expect(store.goal('a')?.goal.answers.specific.text).toBe('Epikrise')
  })

  test('moves, deletions and what is taken back', () => {
    moveGoal(board, { id: 'c', state: 'chosen', afterId: 'a' })
    expect(store.getBoard().columns.chosen).toEqual(['a', 'c', 'b'])
    deleteGoal(board, { id: 'c', time })
    expect(store.getBoard().columns.chosen).toEqual(['a', 'b'])
    expect(store.getBoard().deleted).toEqual(['c'])
    expect(store.goal('c')?.goal.deletedAt).toBe(time)
    restoreGoal(board, { id: 'c' })
    expect(store.getBoard().columns.chosen).toEqual(['a', 'c', 'b'])
  })

  test('a goal swept from the document is gone from everywhere', () => {
    board.goals.delete('a')
    expect(store.card('a')).toBeNull()
    expect(store.goal('a')).toBeNull()
    expect(store.getBoard().columns.chosen).toEqual(['b'])
  })

  test('actions are counted on the card and listed in the goal', () => {
    addAction(board, { id: 'x', goalId: 'a', text: 'Ring DPS', time })
    expect(store.card('a')?.actions).toBe(1)
    expect(store.goal('a')?.actions.map((action) => action.text)).toEqual(['Ring DPS'])
    const other = store.card('b')
    deleteAction(board, { id: 'x', time })
    expect(store.card('a')?.actions).toBe(0)
    expect(store.goal('a')?.deletedActions).toHaveLength(1)
    expect(store.card('b')).toBe(other)
  })

  test('a sub-goal’s card follows its parent’s words, and lets go when the parent is deleted', () => {
    setGoalParent(board, { id: 'b', parentId: 'a' })
    setText(textOf(board, 'a'), 'Hovedmålet', 300)
    expect(store.card('b')?.parentTitle).toBe('Hovedmålet')
    deleteGoal(board, { id: 'a', time })
    expect(store.card('b')?.parentTitle).toBeNull()
    expect(store.goal('b')?.goal.parentId).toBeNull()
  })

  test('a ring that two people made between them shows no parents [GB41]', () => {
    const peer = peerOf(board)
    setGoalParent(board, { id: 'a', parentId: 'b' })
    setGoalParent(peer, { id: 'b', parentId: 'a' })
    meet(board, peer)
    expect([store.card('a')?.parentTitle, store.card('b')?.parentTitle]).toEqual([null, null])
  })

  test('agreement from the talk, for the wording that stands', () => {
    store.talk?.agreements.set('a', [{ wording: wordingKey('Mål a'), agreed: 2, answered: ['Mette', 'Arne'] }])
    expect(store.card('a')?.letters.E).toBe(true)
    setText(textOf(board, 'a'), 'Mål a, men annerledes', 300)
    expect(store.card('a')?.letters.E).toBeNull()
    expect(store.goal('a')?.agreement).toMatchObject({ agreed: 0, of: 2 })
  })

  test('somebody new in the team changes who has not answered', () => {
    store.talk?.agreements.set('a', [{ wording: wordingKey('Mål a'), agreed: 2, answered: ['Mette', 'Arne'] }])
    store.talk?.members.set('Tor', { name: 'Tor', title: null })
    expect(store.card('a')?.letters.E).toBe(false)
    expect(store.goal('a')?.agreement.unanswered).toEqual([{ personId: 'Tor', name: 'Tor' }])
  })

  test('only others’ moves are told of [GB61]', () => {
    const moved = vi.fn<(id: string) => void>()
    store.onRemoteMove(moved)
    const peer = peerOf(board)
    moveGoal(board, { id: 'a', state: 'reached', afterId: null })
    expect(moved).not.toHaveBeenCalled()
    moveGoal(peer, { id: 'b', state: 'setAside', afterId: null })
    setMeasureField(peer, { goalId: 'c', field: 'target', value: 80 })
    meet(board, peer)
    expect(moved.mock.calls.map(([id]) => id)).toEqual(['b'])
  })

  test('after a time without listeners it catches up', () => {
    stop()
    setText(textOf(board, 'a'), 'Skrevet imens', 300)
    stop = store.subscribe(() => undefined)
    expect(store.card('a')?.title).toBe('Skrevet imens')
  })

  test('a malformed goal does not keep the others from showing', () => {
    board.goals.set('broken', 'no map' as never)
    board.goals.set('half', new Y.Map<unknown>([['title', 7]]))
    expect(store.getBoard().columns.proposed).toEqual(expect.arrayContaining(['c', 'half']))
    expect(store.card('half')?.title).toBe('')
  })
})
