import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importances, type Importance } from '../../shared/schema/actor.ts'
import { relations } from '../../shared/schema/relation.ts'
import { standardSectors } from '../../shared/schema/sector.ts'
import { touches, touchesCircle } from '../../shared/select/map-geometry.ts'
import { layoutMap, type LayoutActor, type MapLayout } from '../../shared/select/map-layout.ts'
import { placeAtPoint } from '../../shared/select/map-point.ts'
import { compactSizes, projectorSizes, screenSizes, tightSizes } from '../../shared/select/map-sizes.ts'

const names = [
  'Fastlege',
  'DPS',
  'NAV-veileder',
  'Koordinator',
  'Nettverk, familie og likepersoner',
  'Mor',
  'Brukerorganisasjonen',
  'Ruspoliklinikken ved sykehuset',
  'Boligkontoret',
  'Turgruppa',
  'Barnevernstjenesten i tre kommuner',
  'Søster',
]

/** The map's own place beside rail, bar and panel, on each screen that the product promises. */
const screens: [string, number, number][] = [
  ['1440×900', 1320, 772],
  ['1440×900 with the panel', 928, 772],
  ['1366×768', 1246, 640],
  ['1366×768 with the panel', 854, 640],
  ['820×1180', 820, 980],
  ['390×844', 390, 600],
]
const sizes = [screenSizes, compactSizes, tightSizes] as const
const sectors = standardSectors.map((id) => ({ id, label: id }))

const actorArbitrary = fc.record({
  name: fc.constantFrom(...names),
  sector: fc.constantFrom(...standardSectors),
  importance: fc.constantFrom(...importances),
  relation: fc.option(fc.constantFrom(...relations)),
})
const actorsArbitrary = (max: number) =>
  fc
    .array(actorArbitrary, { maxLength: max })
    .map((list) =>
      list.map(
        (actor, index): LayoutActor => ({ ...actor, actorId: `a${index}`, order: String(index).padStart(3, '0') }),
      ),
    )

const spread = (count: number): LayoutActor[] =>
  Array.from({ length: count }, (_, index) => ({
    actorId: `a${index}`,
    name: names[index % names.length] ?? '',
    sector: standardSectors[(index * 5) % 6] ?? 'other',
    importance: ((Math.floor(index / 6) % 3) + 1) as Importance,
    relation: relations[index % 5] ?? null,
    order: String(index).padStart(3, '0'),
  }))

function expectSound(layout: MapLayout, count: number) {
  expect(layout.nodes).toHaveLength(count)
  for (const [index, node] of layout.nodes.entries()) {
    for (const other of layout.nodes.slice(index + 1)) expect(touches(node, other, 0)).toBe(false)
    for (const label of layout.sectorLabels) expect(touches(node, label, 0)).toBe(false)
    expect(touchesCircle(node, layout.person, layout.person.radius, 0)).toBe(false)
    expect(node.x - node.width / 2).toBeGreaterThanOrEqual(0)
    expect(node.y - node.height / 2).toBeGreaterThanOrEqual(0)
    expect(node.x + node.width / 2).toBeLessThanOrEqual(layout.width)
    expect(node.y + node.height / 2).toBeLessThanOrEqual(layout.height)
  }
}

describe('the layout of an actor map', () => {
  test.each(screens)('nothing covers anything, whatever up to 30 actors there are: %s [AM10]', (_, width, height) => {
    fc.assert(
      fc.property(actorsArbitrary(30), (actors) => {
        expectSound(layoutMap({ actors, sectors, lines: [], width, height, sizes }), actors.length)
      }),
      { numRuns: 25 },
    )
  })

  test('nothing covers anything on the big screen, with the two inner rings [AM10]', () => {
    fc.assert(
      fc.property(actorsArbitrary(30), (actors) => {
        const shown = actors.filter((actor) => actor.importance > 1)
        const layout = layoutMap({
          actors,
          sectors,
          lines: [],
          width: 1400,
          height: 900,
          sizes: [projectorSizes],
          rings: [3, 2],
        })
        expectSound(layout, shown.length)
      }),
      { numRuns: 25 },
    )
  })

  test.each(screens.slice(0, 5))('30 actors fit in the frame as it is: %s [AM10]', (_, width, height) => {
    const layout = layoutMap({ actors: spread(30), sectors, lines: [], width, height, sizes })
    expect(layout.width).toBe(width)
    expect(layout.height).toBe(height)
  })

  test('150 actors are laid out in a larger frame, soon enough [AM10]', () => {
    // Its own time: a busy machine has many.
    const start = process.threadCpuUsage().user
    const layout = layoutMap({ actors: spread(150), sectors, lines: [], width: 1320, height: 772, sizes })
    expectSound(layout, 150)
    expect((process.threadCpuUsage().user - start) / 1000).toBeLessThan(3000)
  })

  test('the same gives the same, in whatever order it is given [AM11]', () => {
    const args = { sectors, lines: [], width: 900, height: 700, sizes }
    const forth = layoutMap({ ...args, actors: spread(20) })
    const back = layoutMap({ ...args, actors: spread(20).toReversed() })
    const places = (layout: MapLayout) => new Map(layout.nodes.map((node) => [node.actorId, node]))
    expect(places(back)).toEqual(places(forth))
  })

  test('each actor stands in its own sector and ring [AM12]', () => {
    fc.assert(
      fc.property(actorsArbitrary(30), (actors) => {
        const layout = layoutMap({ actors, sectors, lines: [], width: 1320, height: 772, sizes })
        for (const actor of actors) {
          const node = layout.nodes.find(({ actorId }) => actorId === actor.actorId)
          const place = node && placeAtPoint(layout, actors, node, actor.actorId)
          expect(place).toMatchObject({ sector: actor.sector, importance: actor.importance })
        }
      }),
      { numRuns: 25 },
    )
  })

  test('a sector with more actors is wider, and none is under 40° [AM13]', () => {
    const actors = spread(12).map((actor) => ({ ...actor, sector: 'network' }))
    const { sectors: spans } = layoutMap({ actors, sectors, lines: [], width: 1320, height: 772, sizes })
    const degrees = spans.map(({ start, end }) => Math.round(((end - start) * 180) / Math.PI))
    expect(degrees).toEqual([160, 40, 40, 40, 40, 40])
  })

  test('lines end at the actors, pass beside the person, and say which way they go [AM14]', () => {
    const lines = [
      { key: '1', from: 'a0', to: 'a1', kind: 'together', relation: 'conflict' },
      { key: '2', from: 'a0', to: 'a1', kind: 'inTurn', relation: null },
      { key: '3', from: 'a0', to: 'gone', kind: 'together', relation: 'fair' },
    ] as const
    const layout = layoutMap({ actors: spread(6), sectors, lines, width: 1320, height: 772, sizes })
    expect(layout.lines.map(({ key }) => key)).toEqual(['1', '2'])
    expect(layout.lines[0]?.badge).not.toBeNull()
    expect(layout.lines[0]?.arrow).toBeNull()
    expect(layout.lines[1]?.arrow).not.toBeNull()
    expect(layout.lines[0]?.path).not.toBe(layout.lines[1]?.path)
  })

  test('every relation that is chosen is drawn with a mark, and one that is not is not [AM14]', () => {
    const actors = spread(8)
    actors.push({ ...(actors[0] as LayoutActor), actorId: 'new', relation: null })
    const layout = layoutMap({ actors, sectors, lines: [], width: 1320, height: 772, sizes })
    expect(layout.relations.map(({ actorId }) => actorId).sort()).toEqual(spread(8).map(({ actorId }) => actorId))
    expect(layout.relations.every(({ badge }) => badge !== null)).toBe(true)
  })
})

describe('a point on the map', () => {
  test('means a sector, a ring, and a place among those there [AM15]', () => {
    const actors = ['a', 'b', 'c'].map((actorId, index) => ({
      ...(spread(1)[0] as LayoutActor),
      actorId,
      name: actorId,
      sector: 'specialist',
      importance: 1 as Importance,
      order: `a${index}`,
    }))
    const layout = layoutMap({ actors, sectors, lines: [], width: 1320, height: 772, sizes })
    const at = (id: string) => layout.nodes.find(({ actorId }) => actorId === id) as { x: number; y: number }
    const between = { x: (at('a').x + at('b').x) / 2, y: (at('a').y + at('b').y) / 2 }
    expect(placeAtPoint(layout, actors, between, 'c')).toEqual({
      sector: 'specialist',
      importance: 1,
      afterActorId: 'a',
    })
    const { x, y, radius } = layout.person
    expect(placeAtPoint(layout, actors, { x, y: y - radius - 4 }, null)).toEqual({
      sector: 'network',
      importance: 3,
      afterActorId: null,
    })
    expect(placeAtPoint(layout, actors, { x, y: 0 }, null)).toMatchObject({ sector: 'network', importance: 1 })
  })
})
