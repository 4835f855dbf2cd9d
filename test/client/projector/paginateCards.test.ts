import { expect, describe, test } from 'vitest'
import { paginateCards, shrinkFor } from '../../../client/features/projector/paginateCards.ts'

const phase = (room: number, ...cards: number[]) => ({ room, gap: 10, cards })

describe('[PR13] the cards of the phases', () => {
  test('no cards: one page', () => expect(paginateCards([phase(100), phase(100)])).toHaveLength(1))
  test('every card is on one page once, in order, and none is cut', () => {
    const pages = paginateCards([phase(100, 40, 40, 40, 90), phase(100, 20)])
    expect(pages).toEqual([
      [
        { from: 0, to: 2 },
        { from: 0, to: 1 },
      ],
      [
        { from: 2, to: 3 },
        { from: 1, to: 1 },
      ],
      [
        { from: 3, to: 4 },
        { from: 1, to: 1 },
      ],
    ])
  })
  test('a card that is higher than its room makes everything smaller, and has a page of its own', () => {
    expect(shrinkFor([phase(100, 200), phase(100, 50)])).toBe(0.5)
    expect(shrinkFor([phase(100, 80)])).toBe(1)
    expect(shrinkFor([phase(-5)])).toBe(0)
    expect(paginateCards([phase(100, 30, 200, 30)])).toHaveLength(3)
  })
})
