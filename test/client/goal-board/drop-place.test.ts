import { describe, expect, test } from 'vitest'
import { dropIndex, isSamePlace, placeAt, stepAfter, stepPlace } from '../../../client/ui/columns/dropPlace.ts'
import type { Columns } from '../../../client/features/goal-board/boardView.ts'
import { moveGoal } from '../../../shared/ops/goals.ts'
import { goalsIn } from '../../../shared/select/goals.ts'
import { boardWith, meet, peerOf } from './board-fixture.ts'

const columns: Columns = { chosen: ['a', 'b', 'c'], proposed: ['d'], reached: [], setAside: [] }
const middles = [50, 150, 250]
const indexAt = (y: number) => dropIndex(middles.length, (at) => middles[at] ?? 0, y)

describe('where a dropped card lands [GB11]', () => {
  test('above a card’s middle is before it, below is after', () => {
    expect([indexAt(-10), indexAt(49), indexAt(51), indexAt(149), indexAt(300)]).toEqual([0, 0, 1, 1, 3])
  })

  test('a column of a thousand is asked about a dozen cards', () => {
    let asked = 0
    const index = dropIndex(
      1000,
      (at) => {
        asked += 1
        return at * 100 + 50
      },
      40_049,
    )
    expect(index).toBe(400)
    expect(asked).toBeLessThan(12)
  })

  test('the dragged card itself is no neighbour', () => {
    expect(placeAt('chosen', columns.chosen, 2, 'b')).toEqual({ column: 'chosen', afterId: 'a' })
    expect(placeAt('chosen', columns.chosen, 1, 'a')).toEqual({ column: 'chosen', afterId: null })
    expect(placeAt('chosen', columns.chosen, 3, 'd')).toEqual({ column: 'chosen', afterId: 'c' })
    expect(placeAt('reached', [], 0, 'a')).toEqual({ column: 'reached', afterId: null })
  })

  test('a drop where it came from is told apart, so that nothing is written', () => {
    expect(isSamePlace(columns, 'b', placeAt('chosen', columns.chosen, 1, 'b'))).toBe(true)
    expect(isSamePlace(columns, 'b', placeAt('chosen', columns.chosen, 2, 'b'))).toBe(true)
    expect(isSamePlace(columns, 'b', placeAt('chosen', columns.chosen, 3, 'b'))).toBe(false)
    expect(isSamePlace(columns, 'b', placeAt('proposed', columns.proposed, 0, 'b'))).toBe(false)
  })

  test('a neighbour deleted while one drags: the card lands last there [GB11]', () => {
    const board = boardWith({ chosen: ['a', 'b', 'c'], proposed: ['d'] })
    const peer = peerOf(board)
    peer.goals.get('a')?.set('deletedAt', 1)
    meet(board, peer)
    moveGoal(board, { id: 'd', state: 'chosen', afterId: 'a' })
    expect(goalsIn(board, 'chosen').map((goal) => goal.id)).toEqual(['b', 'c', 'd'])
  })
})

describe('one step up or down [GB12]', () => {
  test('within the state, and nowhere at the ends', () => {
    expect(stepPlace(columns, 'b', 'up')).toEqual({ column: 'chosen', afterId: null })
    expect(stepPlace(columns, 'c', 'up')).toEqual({ column: 'chosen', afterId: 'a' })
    expect(stepPlace(columns, 'a', 'down')).toEqual({ column: 'chosen', afterId: 'b' })
    expect(stepPlace(columns, 'a', 'up')).toBeNull()
    expect(stepPlace(columns, 'c', 'down')).toBeNull()
    expect(stepPlace(columns, 'gone', 'down')).toBeNull()
  })

  test('the same for a plain list', () => {
    expect(stepAfter(['x', 'y', 'z'], 'y', 'up')).toBeNull()
    expect(stepAfter(['x', 'y', 'z'], 'y', 'down')).toBe('z')
    expect(stepAfter(['x', 'y', 'z'], 'x', 'up')).toBeUndefined()
    expect(stepAfter(['x', 'y', 'z'], 'z', 'down')).toBeUndefined()
  })
})
