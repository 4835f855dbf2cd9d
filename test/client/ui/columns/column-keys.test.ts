import { describe, expect, test } from 'vitest'
import { focusAfterLeaving, keyMeaning, neighbour } from '../../../../client/ui/columns/columnKeys.ts'
import { firstCard, type Columns } from '../../../../client/ui/columns/columns.ts'

const columns: Columns = { chosen: ['a', 'b', 'c'], proposed: [], reached: ['d'], setAside: ['e', 'f'] }
const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const press = (key: string, focused: string | null = 'b') => keyMeaning({ ...plain, key }, columns, focused, 'columns')

describe('keys on the board [GB20]', () => {
  test('arrows move within a column and over empty columns to the nearest one with cards', () => {
    expect(neighbour(columns, 'b', 'ArrowUp', 'columns')).toBe('a')
    expect(neighbour(columns, 'b', 'ArrowDown', 'columns')).toBe('c')
    expect(neighbour(columns, 'c', 'ArrowRight', 'columns')).toBe('d')
    expect(neighbour(columns, 'd', 'ArrowLeft', 'columns')).toBe('a')
    expect(neighbour(columns, 'f', 'ArrowLeft', 'columns')).toBe('d')
  })

  test('arrows stop at the edges', () => {
    expect(neighbour(columns, 'a', 'ArrowUp', 'columns')).toBeNull()
    expect(neighbour(columns, 'c', 'ArrowDown', 'columns')).toBeNull()
    expect(neighbour(columns, 'a', 'ArrowLeft', 'columns')).toBeNull()
    expect(neighbour(columns, 'e', 'ArrowRight', 'columns')).toBeNull()
  })

  test('where the states lie below each other, up and down pass from one to the next', () => {
    expect(neighbour(columns, 'c', 'ArrowDown', 'stack')).toBe('d')
    expect(neighbour(columns, 'd', 'ArrowUp', 'stack')).toBe('c')
    expect(neighbour(columns, 'f', 'ArrowDown', 'stack')).toBeNull()
    expect(neighbour(columns, 'b', 'End', 'stack')).toBe('f')
    expect(neighbour(columns, 'f', 'Home', 'stack')).toBe('a')
  })

  test('N adds, M moves and Delete deletes the card that has focus', () => {
    expect(press('n')).toEqual({ kind: 'add' })
    expect(press('N', null)).toEqual({ kind: 'add' })
    expect(press('m')).toEqual({ kind: 'move', id: 'b' })
    expect(press('Delete')).toEqual({ kind: 'delete', id: 'b' })
    expect(press('m', null)).toBeNull()
    expect(press('x')).toBeNull()
  })

  test('with a modifier the keys belong to the browser', () => {
    expect(keyMeaning({ ...plain, ctrlKey: true, key: 'n' }, columns, 'b', 'columns')).toBeNull()
    expect(keyMeaning({ ...plain, altKey: true, key: 'ArrowLeft' }, columns, 'd', 'columns')).toBeNull()
    expect(keyMeaning({ ...plain, shiftKey: true, key: 'Delete' }, columns, 'b', 'columns')).toBeNull()
  })

  test('focus goes to the next card when one leaves, then to the one before, then to any [GB21]', () => {
    expect(focusAfterLeaving(columns, 'b')).toBe('c')
    expect(focusAfterLeaving(columns, 'c')).toBe('b')
    expect(focusAfterLeaving(columns, 'd')).toBe('a')
    expect(focusAfterLeaving({ chosen: [], proposed: ['x'], reached: [], setAside: [] }, 'x')).toBeNull()
    expect(firstCard(columns)).toBe('a')
  })
})
