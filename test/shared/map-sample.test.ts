import { describe, expect, test } from 'vitest'
import { faultsOf } from './map-faults.ts'
import { faultsOnScreen, onScreen, onWall, phones, sampleMaps, screens, walls } from './sample-maps.ts'

const languages = ['nb', 'nn', 'en'] as const
// Some 250 maps are laid out for each language.
const patience = 60_000

describe.each(languages)('every map of the sample, in %s', (language) => {
  test(
    'no actor, name, line or mark lies over another, on any screen [AM10] [AM16]',
    () => {
      for (const screen of screens) {
        const faults = sampleMaps.map(([name, view]) => [name, faultsOnScreen(view, language, screen)])
        expect(Object.fromEntries(faults.filter(([, found = []]) => found.length > 0)), screen[0]).toEqual({})
      }
    },
    patience,
  )

  test(
    'nor on any wall [AM10] [AM16]',
    () => {
      for (const wall of walls) {
        const faults = sampleMaps.map(([name, view]) => [
          name,
          onWall(view, language, wall).flatMap((page) => faultsOf(page)),
        ])
        expect(Object.fromEntries(faults.filter(([, found = []]) => found.length > 0)), wall[0]).toEqual({})
      }
    },
    patience,
  )
})

test.each(phones)(
  'nor on other phones: in %s on %s [AM10] [AM16]',
  (language, ...screen) => {
    const faults = sampleMaps.map(([name, view]) => [name, faultsOnScreen(view, language, screen)])
    expect(Object.fromEntries(faults.filter(([, found = []]) => found.length > 0)), screen[0]).toEqual({})
  },
  patience,
)

test('lines and marks are the same in whatever order actors and lines are given [AM11]', () => {
  const [, view] = sampleMaps.toSorted(([, a], [, b]) => b.lines.length - a.lines.length)[0] ?? []
  const [screen] = screens
  if (!view || !screen) throw new Error('The sample has no map')
  const turned = { ...view, actors: view.actors.toReversed(), lines: view.lines.toReversed() }
  expect(onScreen(turned, 'nb', screen)).toEqual(onScreen(view, 'nb', screen))
})
