import { describe, expect, test } from 'vitest'
import { addGoal, deleteGoal, moveGoal, restoreGoal } from '../../../shared/ops/goals.ts'
import {
  addCard,
  deleteCard,
  moveCard,
  restoreCard,
  setCardDue,
  setCardOwner,
  setStep,
} from '../../../shared/ops/phases.ts'
import { phases, phaseSteps, type Phase, type StepState } from '../../../shared/schema/phase.ts'
import type { TeamDocument } from '../../../shared/schema/team.ts'
import { phaseState } from '../../../shared/select/phase-state.ts'
import { cardsIn, deletedCards, phaseBoards, phaseViews } from '../../../shared/select/phases.ts'
import { newBoard, twoBoards } from '../boards.ts'

const ids = (board: TeamDocument, phase: Phase, boardId = 'team') =>
  cardsIn(board, boardId, phase).map((card) => card.id)
const statesOf = (board: TeamDocument, boardId = 'team') => phaseViews(board, boardId).map((view) => view.state)

/** A board with three cards in «plan». */
function withCards(): TeamDocument {
  const board = newBoard()
  for (const id of ['a', 'b', 'c']) addCard(board, { id, boardId: 'team', phase: 'plan', text: id, time: 1 })
  return board
}

describe('steps', () => {
  test.each<[StepState[], StepState]>([
    [['none', 'none'], 'none'],
    [['done', 'done'], 'done'],
    [['started', 'none'], 'started'],
    [['done', 'none'], 'started'],
    [['done', 'started'], 'started'],
  ])('[MO27] %j is a phase that is %s', (steps, state) => {
    expect(phaseState(steps)).toBe(state)
  })

  test('[MO27] any phase at any time, several at once, and back as easily as forward', () => {
    const board = newBoard()
    for (const stepId of phaseSteps.followUp) setStep(board, { boardId: 'team', stepId, state: 'done' })
    setStep(board, { boardId: 'team', stepId: 'do.try', state: 'started' })
    expect(statesOf(board)).toEqual(['none', 'none', 'started', 'none', 'done'])
    expect(phaseViews(board, 'team')[4]).toMatchObject({ done: 3 })
    setStep(board, { boardId: 'team', stepId: 'followUp.share', state: 'none' })
    setStep(board, { boardId: 'team', stepId: 'do.try', state: 'none' })
    expect(statesOf(board)).toEqual(['none', 'none', 'none', 'none', 'started'])
  })

  test('[MO5] choosing what is chosen already writes nothing', () => {
    const board = newBoard()
    setStep(board, { boardId: 'team', stepId: 'do.try', state: 'none' })
    expect(board.steps.size).toBe(0)
  })

  test('[MO1] an unknown step or state is refused; a board that is not there is left alone', () => {
    const board = newBoard()
    const step = { boardId: 'team', stepId: 'do.try', state: 'done' } as const
    expect(() => setStep(board, { ...step, stepId: 'do.rest' as never })).toThrow()
    expect(() => setStep(board, { ...step, state: 'half' as never })).toThrow()
    setStep(board, { ...step, boardId: 'gone' })
    expect(board.steps.size).toBe(0)
  })

  test('[MO14] steps of another kind read as none', () => {
    const board = newBoard()
    board.steps.set('team|do.try', 7)
    board.steps.set('team|do.adjust', 'half')
    board.steps.set('odd', 'done')
    expect(statesOf(board)).toEqual(['none', 'none', 'none', 'none', 'none'])
  })
})

describe('phase boards', () => {
  test('the team has one, and so has each chosen goal', () => {
    const [board] = twoBoards()
    expect(phaseBoards(board)).toEqual([{ id: 'team', title: null }])
    moveGoal(board, { id: 'g', state: 'chosen', afterId: null })
    setStep(board, { boardId: 'g', stepId: 'plan.goals', state: 'done' })
    expect(phaseBoards(board)).toEqual([
      { id: 'team', title: null },
      { id: 'g', title: 'Bedre samhandling' },
    ])
    expect([statesOf(board, 'g')[1], statesOf(board)[1]]).toEqual(['started', 'none'])
  })

  test('a deleted goal takes its board along, and brings it back as it was', () => {
    const board = newBoard()
    addGoal(board, { id: 'g', title: 'Mål', state: 'chosen', time: 1 })
    addCard(board, { id: 'a', boardId: 'g', phase: 'do', text: 'Prøve', time: 1 })
    setStep(board, { boardId: 'g', stepId: 'do.try', state: 'started' })
    deleteGoal(board, { id: 'g', time: 2 })
    addCard(board, { id: 'b', boardId: 'g', phase: 'do', text: 'Nei', time: 3 })
    setStep(board, { boardId: 'g', stepId: 'do.try', state: 'done' })
    expect(phaseBoards(board)).toHaveLength(1)
    restoreGoal(board, { id: 'g' })
    expect([ids(board, 'do', 'g'), statesOf(board, 'g')[2]]).toEqual([['a'], 'started'])
  })
})

describe('cards', () => {
  test('are moved within their phase and to others', () => {
    const board = withCards()
    moveCard(board, { id: 'c', phase: 'plan', afterId: null })
    expect(ids(board, 'plan')).toEqual(['c', 'a', 'b'])
    moveCard(board, { id: 'c', phase: 'plan', afterId: 'a' })
    expect(ids(board, 'plan')).toEqual(['a', 'c', 'b'])
    moveCard(board, { id: 'a', phase: 'do', afterId: 'b' })
    moveCard(board, { id: 'b', phase: 'do', afterId: null })
    expect([ids(board, 'plan'), ids(board, 'do')]).toEqual([['c'], ['b', 'a']])
  })

  test('[MO6] moved to where they stand, nothing is written', () => {
    const board = withCards()
    let updates = 0
    board.doc.on('update', () => (updates += 1))
    moveCard(board, { id: 'c', phase: 'plan', afterId: 'gone' })
    moveCard(board, { id: 'b', phase: 'plan', afterId: 'a' })
    setCardOwner(board, { id: 'a', owner: null })
    expect(updates).toBe(0)
  })

  test('carry an owner and a date; are deleted and taken back', () => {
    const board = withCards()
    setCardOwner(board, { id: 'a', owner: { name: ' Mette ' } })
    setCardDue(board, { id: 'a', due: '2027-03-17' })
    expect(() => setCardDue(board, { id: 'a', due: '2027-02-30' })).toThrow()
    deleteCard(board, { id: 'a', time: 2 })
    deleteCard(board, { id: 'b', time: 3 })
    setCardDue(board, { id: 'a', due: null })
    moveCard(board, { id: 'a', phase: 'do', afterId: null })
    expect(ids(board, 'plan')).toEqual(['c'])
    expect(deletedCards(board, 'team').map((card) => card.id)).toEqual(['b', 'a'])
    restoreCard(board, { id: 'a' })
    expect(cardsIn(board, 'team', 'plan')[0]).toMatchObject({ id: 'a', owner: { name: 'Mette' }, due: '2027-03-17' })
  })

  test('[MO11] an empty card and one that is too long are refused', () => {
    const board = newBoard()
    const card = { id: 'a', boardId: 'team', phase: 'plan', time: 1 } as const
    expect(() => addCard(board, { ...card, text: ' ' })).toThrow(expect.objectContaining({ code: 'nameEmpty' }))
    expect(() => addCard(board, { ...card, text: 'x'.repeat(401) })).toThrow(
      expect.objectContaining({ code: 'textTooLong' }),
    )
    expect(() => addCard(board, { ...card, text: 'x', phase: 'rest' as never })).toThrow()
    expect(board.cards.size).toBe(0)
  })

  test('[MO14] 1,000 cards are read in a moment', () => {
    const board = newBoard()
    addCard(board, { id: 'first', boardId: 'team', phase: 'plan', text: 'Først', time: 1 })
    board.doc.transact(() => {
      for (let at = 0; at < 1000; at += 1) {
        const card = board.cards.get('first')?.clone()
        if (!card) throw new Error('no card')
        board.cards.set(`c${at}`, card)
        card.set('phase', phases[at % 5])
      }
    })
    const began = performance.now()
    for (let round = 0; round < 10; round += 1) expect(phaseViews(board, 'team')[0]?.cards).toHaveLength(200)
    expect((performance.now() - began) / 10).toBeLessThan(500)
  })
})
