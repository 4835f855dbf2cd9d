import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeAfter, standsAfter } from '../../../shared/ops/order.ts'
import { limits } from '../../../shared/schema/limits.ts'
import { byOrder, type Ordered } from '../../../shared/schema/order.ts'

/** Keys as honest programs write them, equal ones, and some that are none. */
const key = fc.oneof(
  fc.constantFrom('a0', 'a1', 'a1', 'a2', 'a0V', 'Zz', 'b00'),
  fc.constantFrom('', 'a', 'a1~', '~~~', 'a00', '🙂', 'A00000000000000000000000000', `a0${'z'.repeat(300)}`),
)
const siblings = fc
  .uniqueArray(fc.record({ id: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 3 }), order: key }), {
    selector: (item) => item.id,
    maxLength: 9,
  })
  .map((items) => items.sort(byOrder))

/** The list as everyone sorts it once the keys are written. */
function placed(list: readonly Ordered[], afterId: string | null): string[] {
  const { order, others } = placeAfter(list, afterId)
  const keys = new Map(others.map((other) => [other.id, other.order]))
  const written = list.map((item) => ({ ...item, order: keys.get(item.id) ?? item.order }))
  return [...written, { id: 'NEW!', order }].sort(byOrder).map((item) => item.id)
}

describe('placeAfter', () => {
  test('[MO6] puts an item right after the one asked for, whatever the keys are', () => {
    fc.assert(
      fc.property(siblings, fc.nat(), (list, seed) => {
        const ids = list.map((item) => item.id)
        const at = seed % (ids.length + 1)
        const afterId = at === 0 ? null : (ids[at - 1] ?? null)
        expect(placed(list, afterId)).toEqual(ids.toSpliced(at, 0, 'NEW!'))
      }),
      { numRuns: 2000 },
    )
  })

  test('[MO6] writes one key where the neighbours differ', () => {
    const list = ['a0', 'a1', 'a2'].map((order, index) => ({ id: `${index}`, order }))
    for (const afterId of [null, '0', '1', '2']) expect(placeAfter(list, afterId).others).toEqual([])
  })

  test('[MO6] writes new keys only to those that share the place', () => {
    const list = [
      { id: 'a', order: 'a1' },
      { id: 'b', order: 'a1' },
      { id: 'c', order: 'a1' },
      { id: 'd', order: 'a2' },
    ]
    expect(placeAfter(list, 'a').others.map((other) => other.id)).toEqual(['b', 'c'])
  })

  test('after one that is gone meanwhile is last', () => {
    const list = [
      { id: 'a', order: 'a1' },
      { id: 'b', order: 'a2' },
    ]
    expect(placed(list, 'gone')).toEqual(['a', 'b', 'NEW!'])
  })

  test('[MO6] keys stay short however often people drop in the same place', () => {
    let list: Ordered[] = [
      { id: 'first', order: 'a0' },
      { id: 'last', order: 'a1' },
    ]
    for (let index = 0; index < 1500; index += 1) {
      const { order, others } = placeAfter(list, 'first')
      const keys = new Map(others.map((other) => [other.id, other.order]))
      list = [...list.map((item) => ({ ...item, order: keys.get(item.id) ?? item.order })), { id: `${index}`, order }]
      list.sort(byOrder)
      expect(list[1]?.id).toBe(`${index}`)
      expect(order.length).toBeLessThanOrEqual(limits.orderKey)
    }
  })
})

describe('standsAfter', () => {
  const list = ['a', 'b', 'c'].map((id, index) => ({ id, order: `a${index}` }))

  test('[MO6] knows the place that an item has', () => {
    expect(standsAfter(list, 'a', null)).toBe(true)
    expect(standsAfter(list, 'b', 'a')).toBe(true)
    expect(standsAfter(list, 'c', 'gone')).toBe(true)
    expect(standsAfter(list, 'b', null)).toBe(false)
    expect(standsAfter(list, 'c', 'a')).toBe(false)
    expect(standsAfter(list, 'a', 'gone')).toBe(false)
    expect(standsAfter(list, 'elsewhere', null)).toBe(false)
  })
})
