import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  pageAt,
  paginate,
  type MeasuredGoal,
  type MeasuredSection,
  type Page,
} from '../../../client/features/projector/paginate.ts'

const goal = (id: string, head: number, actions: number[] = [], beside = false): MeasuredGoal => ({
  id,
  head,
  actions,
  frame: 20,
  beside,
})
const section = (goals: MeasuredGoal[], more: Partial<MeasuredSection> = {}): MeasuredSection => ({
  state: 'chosen',
  heading: 50,
  gap: 10,
  columns: 1,
  goals,
  ...more,
})
const ids = (pages: Page[]) => pages.map((page) => page.sections.flatMap((each) => each.parts.map((part) => part.id)))

describe('[PR4] what does not fit goes to further pages', () => {
  test('no goals: one empty page', () => {
    expect(paginate([], 500)).toEqual([{ sections: [], shrink: 1 }])
  })

  test('all on one page where there is room, to the last pixel', () => {
    // 50 heading + 2 × (20 + 190) + 10 gap between; the gap under the last may hang over the edge
    expect(ids(paginate([section([goal('a', 190), goal('b', 190)])], 480))).toEqual([['a', 'b']])
    expect(ids(paginate([section([goal('a', 190), goal('b', 190)])], 479))).toEqual([['a'], ['b']])
  })

  test('the heading is repeated where its goals go on, and never stands alone', () => {
    const pages = paginate([section([goal('a', 300)]), section([goal('b', 300)], { state: 'proposed' })], 450)
    expect(pages.map((page) => page.sections.map((each) => each.state))).toEqual([['chosen'], ['proposed']])
  })

  test('actions beside the head only count where they are higher', () => {
    expect(ids(paginate([section([goal('a', 200, [60, 60], true), goal('b', 200)])], 500))).toEqual([['a', 'b']])
    expect(ids(paginate([section([goal('a', 200, [60, 60], false), goal('b', 200)])], 500))).toEqual([['a'], ['b']])
  })

  test('side by side takes the height of the highest', () => {
    const goals = ['a', 'b', 'c', 'd'].map((id, index) => goal(id, index === 0 ? 300 : 100))
    expect(ids(paginate([section(goals, { columns: 2 })], 500))).toEqual([['a', 'b', 'c', 'd']])
    expect(ids(paginate([section(goals, { columns: 2 })], 400))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  test('a goal with more actions than a page holds goes on under its own title', () => {
    const pages = paginate([section([goal('a', 100, [100, 100, 100, 100, 100])])], 400)
    expect(pages.flatMap((page) => page.sections.flatMap((each) => each.parts))).toEqual([
      { id: 'a', from: 0, to: 2 },
      { id: 'a', from: 2, to: 4 },
      { id: 'a', from: 4, to: 5 },
    ])
    expect(pages.every((page) => page.shrink === 1)).toBe(true)
  })

  test('where a quarter of a standing screen would stay empty, the next goal begins, with an action or more', () => {
    const parts = (last: MeasuredGoal, available: number) =>
      paginate([section([goal('a', 200), last])], available).map((page) => page.sections.flatMap((each) => each.parts))
    // 50 heading + 220 + 10 gap: of 600, 320 are left.
    const four = goal('b', 100, [80, 80, 80, 80])
    expect(parts(four, 600)).toEqual([
      [
        { id: 'a', from: 0, to: 0 },
        { id: 'b', from: 0, to: 2 },
      ],
      [{ id: 'b', from: 2, to: 4 }],
    ])
    // Less than a quarter is left, or no room for an action, or the actions stand beside their goal: kept whole.
    const whole = [[{ id: 'a', from: 0, to: 0 }], [{ id: 'b', from: 0, to: 4 }]]
    expect(parts(goal('b', 10, [20, 20, 20, 20]), 360)).toEqual(whole)
    expect(parts(goal('b', 232, [70, 70, 70, 1]), 600)).toEqual(whole)
    expect(
      parts(
        goal(
          'b',
          100,
          [80, 80, 80, 80].map((each) => each + 20),
          true,
        ),
        600,
      ),
    ).toEqual(whole)
  })

  test('actions beside a head that is too high for the screen all stand beside it', () => {
    const pages = paginate([section([goal('a', 480, [100, 100, 100], true)])], 500)
    expect(pages).toEqual([
      { sections: [{ state: 'chosen', parts: [{ id: 'a', from: 0, to: 3 }] }], shrink: 500 / 550 },
    ])
  })

  test('one thing higher than the screen is made smaller, not cut', () => {
    const [page] = paginate([section([goal('a', 530)])], 325)
    expect(page?.shrink).toBeCloseTo(325 / (50 + 550))
  })

  const anySections = fc.array(
    fc.record({
      state: fc.constantFrom('chosen' as const, 'proposed' as const, 'reached' as const, 'setAside' as const),
      heading: fc.integer({ min: 0, max: 80 }),
      gap: fc.integer({ min: 0, max: 30 }),
      columns: fc.integer({ min: 1, max: 3 }),
      goals: fc.array(
        fc.record({
          id: fc.uuid(),
          head: fc.integer({ min: 1, max: 900 }),
          actions: fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 12 }),
          frame: fc.integer({ min: 0, max: 40 }),
          beside: fc.boolean(),
        }),
        { maxLength: 12 },
      ),
    }),
    { maxLength: 4 },
  )

  test('every goal and every action is on some page, once and in order, and nothing is higher than the screen', () => {
    fc.assert(
      fc.property(anySections, fc.integer({ min: 1, max: 1200 }), (sections, available) => {
        const pages = paginate(sections, available)
        const parts = pages.flatMap((page) => page.sections.flatMap((each) => each.parts))
        for (const each of sections.flatMap((one) => one.goals)) {
          const own = parts.filter((part) => part.id === each.id)
          expect(own.length).toBeGreaterThan(0)
          expect(own.flatMap((part) => each.actions.slice(part.from, part.to))).toEqual(each.actions)
        }
        expect([...new Set(parts.map((part) => part.id))]).toEqual(
          sections.flatMap((one) => one.goals.map((each) => each.id)),
        )
        expect(pages.every((page) => page.shrink > 0 && page.shrink <= 1)).toBe(true)
      }),
    )
  })
})

test('[PR5] the page is taken round and round in what this screen has', () => {
  expect([0, 1, 2, 3, 4].map((page) => pageAt(page, 3))).toEqual([0, 1, 2, 0, 1])
  expect(pageAt(7, 0)).toBe(0)
})
