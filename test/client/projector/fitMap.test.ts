import { describe, expect, test } from 'vitest'
import { fitMap, mapPageAt, type MapParts } from '../../../client/features/projector/fitMap.ts'
import type { Importance } from '../../../shared/schema/actor.ts'

const names = [
  'Mor',
  'Fastlege',
  'Koordinator',
  'NAV-veileder',
  'Brukerorganisasjonen',
  'Rus- og psykisk helsetjeneste',
]
const sectors = ['network', 'municipality', 'specialist', 'state', 'voluntary', 'other'].map((id) => ({
  id,
  label: id,
}))

function map(count: number): MapParts {
  const actors = Array.from({ length: count }, (_, index) => ({
    actorId: `a${index}`,
    name: names[index % names.length] ?? '',
    sector: sectors[index % sectors.length]?.id ?? '',
    importance: ((index % 3) + 1) as Importance,
    relation: 'fair' as const,
    order: `a${index}`,
  }))
  return { actors, sectors, lines: [], ringNames: { 3: 'Svært viktig', 2: 'Viktig', 1: 'Noe viktig' } }
}
const frames = [
  ['1920 × 1080', { width: 1872, height: 860 }],
  ['1024 × 768', { width: 1872, height: 1220 }],
  ['1080 × 1920', { width: 1032, height: 1660 }],
] as const

describe('[PR12] a map on the projector', () => {
  test.each(frames)(
    'on %s everyone is on some page once, inside the frame and in letters of 36 px or more',
    (_, frame) => {
      for (const count of [0, 1, 6, 14, 24]) {
        const parts = map(count)
        const pages = fitMap(parts, frame)
        const drawn = pages.flatMap(({ layout }) => layout.nodes.map(({ actorId }) => actorId))
        expect(drawn.toSorted()).toEqual(parts.actors.map(({ actorId }) => actorId).toSorted())
        for (const { layout } of pages) {
          expect(
            layout.sizes.font * Math.min(1, frame.width / layout.width, frame.height / layout.height),
          ).toBeGreaterThanOrEqual(36)
        }
      }
    },
  )
  test('more than a screen holds goes on: the inner rings first', () => {
    const pages = fitMap(map(33), { width: 1872, height: 860 })
    expect(pages.length).toBeGreaterThan(1)
    expect(pages[0]?.rings).toContain(3)
    expect(pages.at(-1)?.rings).toContain(1)
    expect(pages.flatMap(({ rings }) => rings)).toEqual([3, 2, 1])
  })
  test('the page with the actor in focus is shown first; turning goes round from there', () => {
    const pages = fitMap(map(33), { width: 1872, height: 860 })
    const last = pages.length - 1
    expect(mapPageAt(pages, 0, null)).toBe(0)
    expect(mapPageAt(pages, 0, 'a0')).toBe(last)
    expect(mapPageAt(pages, 1, 'a0')).toBe(0)
    expect(mapPageAt(pages, 0, 'gone')).toBe(0)
    expect(mapPageAt([], 3, null)).toBe(0)
  })
})
