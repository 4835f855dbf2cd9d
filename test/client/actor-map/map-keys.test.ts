import { describe, expect, test } from 'vitest'
import { neighbour, stepPlace } from '../../../client/features/actor-map/mapKeys.ts'
import type { PlacedActor } from '../../../shared/select/actorMaps.ts'

const node = (actorId: string, x: number, y: number) => ({ actorId, x, y, width: 10, height: 10 })
const nodes = [node('mid', 0, 0), node('up', 10, -50), node('right', 60, 5), node('far', 200, 0), node('down', -8, 70)]

describe('arrows', () => {
  test.each([
    ['ArrowUp', 'up'],
    ['ArrowDown', 'down'],
    ['ArrowRight', 'right'],
    ['Home', 'mid'],
    ['End', 'down'],
  ])('%s goes to the nearest that way: %s [AM33]', (key, id) => {
    expect(neighbour(nodes, 'mid', key)).toBe(id)
  })

  test('lead nowhere where nothing is [AM33]', () => {
    expect(neighbour(nodes, 'far', 'ArrowRight')).toBeNull()
    expect(neighbour(nodes, 'gone', 'ArrowRight')).toBeNull()
  })
})

describe('steps', () => {
  const actor = (actorId: string, sector: string, importance: 1 | 2 | 3) =>
    ({ actorId, sector, importance }) as PlacedActor
  const actors = [actor('a', 's1', 3), actor('b', 's1', 3), actor('c', 's1', 2), actor('d', 's2', 3)]
  const sectors = ['s1', 's2', 's3']
  test.each([
    ['a', 'in', null],
    ['a', 'out', { sector: 's1', importance: 2, afterActorId: 'c' }],
    ['a', 'forward', { sector: 's1', importance: 3, afterActorId: 'b' }],
    ['b', 'back', { sector: 's1', importance: 3, afterActorId: null }],
    ['b', 'forward', { sector: 's2', importance: 3, afterActorId: null }],
    ['d', 'back', { sector: 's1', importance: 3, afterActorId: 'b' }],
    ['a', 'back', { sector: 's3', importance: 3, afterActorId: null }],
    ['gone', 'in', null],
  ] as const)('%s %s leads to %j [AM34]', (id, step, place) => {
    expect(stepPlace(actors, sectors, id, step)).toEqual(place)
  })
})
