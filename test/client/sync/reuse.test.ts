import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reuse } from '../../../client/sync/reuse.ts'

describe('[CL16] what is equal stays the same object', () => {
  test('a list with one changed card keeps the others', () => {
    const before = [
      { id: 'a', title: 'A', tags: ['x'] },
      { id: 'b', title: 'B', tags: [] },
    ]
    const after = reuse(before, [
      { id: 'a', title: 'A', tags: ['x'] },
      { id: 'b', title: 'changed', tags: [] },
    ])
    expect(after).not.toBe(before)
    expect(after[0]).toBe(before[0])
    expect(after[1]).toEqual({ id: 'b', title: 'changed', tags: [] })
    expect(after[1]?.tags).toBe(before[1]?.tags)
  })

  test('a card that moved or got a new neighbour is the same card', () => {
    const before = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
    const after = reuse(before, [{ id: 'c' }, { id: 'new' }, { id: 'a' }])
    expect(after[0]).toBe(before[2])
    expect(after[2]).toBe(before[0])
  })

  test('keys that came, went or are undefined make it another object', () => {
    const before: Record<string, unknown> = { a: 1, b: undefined }
    expect(reuse(before, { a: 1, b: undefined })).toBe(before)
    expect(reuse(before, { a: 1, c: undefined })).not.toBe(before)
    expect(reuse(before, { a: 1 })).toEqual({ a: 1 })
  })

  test('Maps are looked into; their order counts', () => {
    const before = new Map([
      ['a', { n: 1 }],
      ['b', { n: 2 }],
    ])
    expect(
      reuse(
        before,
        new Map([
          ['a', { n: 1 }],
          ['b', { n: 2 }],
        ]),
      ),
    ).toBe(before)
    const after = reuse(
      before,
      new Map([
        ['b', { n: 2 }],
        ['a', { n: 3 }],
      ]),
    )
    expect([...after.keys()]).toEqual(['b', 'a'])
    expect(after.get('b')).toBe(before.get('b'))
  })

  test('for any two values: the result equals the second, and is the first if they are equal', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(reuse(a, b)).toEqual(b)
        if (typeof a === 'object' && a !== null) expect(reuse(a, structuredClone(a))).toBe(a)
      }),
    )
  })
})
