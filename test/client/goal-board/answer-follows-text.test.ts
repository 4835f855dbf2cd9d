import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { answerFollowsText, answerText } from '../../../client/features/goal-board/answerFollowsText.ts'
import { answerSmarte } from '../../../shared/ops/goals.ts'
import { setText } from '../../../shared/ops/text.ts'
import { localOrigin } from '../../../shared/ops/write.ts'
import { boardWith, meet, peerOf } from './board-fixture.ts'

function typing(id = 'a') {
  const board = boardWith({ chosen: [id] })
  const stop = answerFollowsText(board, id, 'specific')
  const type = (text: string) => setText(answerText(board, id, 'specific') as Y.Text, text, 600)
  return { board, stop, type, value: () => board.goals.get(id)?.get('specific') }
}

describe('an answer follows what one types [GB24]', () => {
  test('words make it true, emptying makes it untouched', () => {
    const { type, value } = typing()
    type('Epikrise følger med')
    expect(value()).toBe(true)
    type('  ')
    expect(value()).toBeNull()
  })

  test('writing on after «ikke ennå» is an answer', () => {
    const { board, type, value } = typing()
    answerSmarte(board, { id: 'a', question: 'specific', value: false })
    expect(value()).toBe(false)
    type('Nå vet vi')
    expect(value()).toBe(true)
  })

  test('another person’s typing is theirs to answer', () => {
    const { board, value } = typing()
    const peer = peerOf(board)
    setText(answerText(peer, 'a', 'specific') as Y.Text, 'Fra en annen maskin', 600)
    meet(board, peer)
    expect(value()).toBeNull()
  })

  test('typing and its answer are undone as one step [GB50]', () => {
    const { board, type, value } = typing()
    const undo = new Y.UndoManager([board.goals], { trackedOrigins: new Set([localOrigin]) })
    type('Feil sted')
    undo.undo()
    expect(answerText(board, 'a', 'specific')?.toString()).toBe('')
    expect(value()).toBeNull()
  })

  test('when the goal is swept there is nothing to follow', () => {
    const { board, stop } = typing()
    stop()
    board.goals.delete('a')
    expect(() => answerFollowsText(board, 'a', 'specific')()).not.toThrow()
  })
})
