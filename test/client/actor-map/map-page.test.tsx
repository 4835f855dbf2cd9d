import { act } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type * as Wouter from 'wouter'
import { addActor, removeFromMap, setPlacementField } from '../../../shared/ops/actors.ts'
import { connectActors } from '../../../shared/ops/lines.ts'
import { deleteMap } from '../../../shared/ops/maps.ts'
import { setText } from '../../../shared/ops/text.ts'
import { importances } from '../../../shared/schema/actor.ts'
import { standardSectors } from '../../../shared/schema/sector.ts'
import type { TeamDocument } from '../../../shared/schema/team.ts'
import { actorMapView, actorsOn, allMaps, linesOn } from '../../../shared/select/actorMaps.ts'
import type * as Y from 'yjs'
import { copyOf, meet, newBoard, twoMaps } from '../../shared/boards.ts'
import { find, get, key, m, press, showMap, type } from './map-page.tsx'

const drawn = vi.hoisted(() => new Map<string, number>())
vi.mock('wouter', async (original) => {
  const wouter = await original<typeof Wouter>()
  // Every actor draws exactly one link: counting links counts how often actors are drawn.
  return {
    ...wouter,
    Link: (props: Record<string, unknown>) => {
      const id = props['data-actor']
      if (typeof id === 'string') drawn.set(id, (drawn.get(id) ?? 0) + 1)
      const Link = wouter.Link as unknown as (props: Record<string, unknown>) => never
      return <Link {...props} />
    },
  }
})

const nodes = () => [...document.querySelectorAll<HTMLElement>('[data-actor]')]
const labels = () => nodes().map((node) => node.getAttribute('aria-label'))
const focusOn = async (id: string) =>
  act(async () => document.querySelector<HTMLElement>(`[data-actor="${id}"]`)?.focus())
const placed = (board: TeamDocument, id: string, mapId = 'kari') =>
  actorsOn(board, mapId).find((actor) => actor.actorId === id)
const kari = (ids: readonly string[] = ['a', 'b']) => twoMaps(false, ids)[0]

let page: Awaited<ReturnType<typeof showMap>>
beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))
afterEach(async () => {
  await page.close()
  vi.unstubAllGlobals()
})

describe('the maps', () => {
  test('a team without one is asked who is in the middle, and the cover name becomes its map [AM1]', async () => {
    const board = newBoard()
    page = await showMap({ board })
    await press(get('button', m.empty.button))
    await press(get('button', m.makeMap))
    expect(document.body.textContent).toContain(m.coverNameEmpty)
    await type(m.coverName, 'Kari')
    await press(get('button', m.makeMap))
    expect(allMaps(board).map((map) => map.coverName)).toEqual(['Kari', ''])
    expect(page.where()).toMatch(/^\/team\/t\/kart\/.+/u)
    await page.draw()
    expect(get('button', '«Kari»').getAttribute('aria-pressed')).toBe('true')
  })

  test('the middle of the municipal map is the team [AM2]', async () => {
    page = await showMap({ board: kari(), path: '/team/t/kart/municipal' })
    expect(get('[role=group]', m.boardOf('Granvik'))).toBeTruthy()
  })

  test('a map that somebody else deletes says so, and can be taken back [AM3]', async () => {
    const board = kari()
    page = await showMap({ board, path: '/team/t/kart/kari' })
    const peer = copyOf(board)
    deleteMap(peer, { id: 'kari', time: 5 })
    await act(async () => meet(board, peer))
    expect(document.querySelector('[role=alert]')?.textContent).toContain(m.mapGone)
    await press(get('button', m.takeBackNamed('«Kari»')))
    expect(actorMapView(board, 'kari')?.actors).toHaveLength(2)
  })
})

describe('the actors', () => {
  test('each announces name, sector, importance, relation and involvement [AM20]', async () => {
    const board = kari(['a'])
    addActor(board, { id: 'dps', mapId: 'kari', name: 'DPS', sector: 'specialist', importance: 3, time: 1 })
    setPlacementField(board, { mapId: 'kari', actorId: 'dps', field: 'relation', value: 'weak' })
    setPlacementField(board, { mapId: 'kari', actorId: 'dps', field: 'involvement', value: 'with' })
    addActor(board, { id: 'nav', mapId: 'kari', name: 'NAV-veileder', sector: 'state', importance: 2, time: 1 })
    page = await showMap({ board })
    expect(labels()).toContain('DPS, spesialisthelsetjenesten, svært viktig, svak relasjon, er med')
    expect(labels()).toContain('NAV-veileder, NAV og staten, viktig, relasjon ikke valgt, ikke spurt')
  })

  test('among 150, one is drawn again when one changes [AM21]', async () => {
    const board = kari([])
    for (let index = 0; index < 150; index += 1) {
      const sector = standardSectors[index % 6] ?? 'other'
      const importance = importances[Math.floor(index / 6) % 3] ?? 1
      addActor(board, { id: `a${index}`, mapId: 'kari', name: `a${index}`, sector, importance, time: 1 })
    }
    page = await showMap({ board })
    expect(nodes()).toHaveLength(150)
    drawn.clear()
    const change = { mapId: 'kari', actorId: 'a7', field: 'involvement', value: 'with' } as const
    await act(async () => setPlacementField(board, change))
    expect([...drawn.keys()]).toEqual(['a7'])
    drawn.clear()
    const learnt = board.placements.get('kari|a9')?.get('learnt') as Y.Text
    await act(async () => setText(learnt, 'Svarer alltid', 600))
    expect([...drawn.keys()]).toEqual([])
  })

  test('a new one takes the sector of the suggestion, and its place on the map [AM22]', async () => {
    const board = kari([])
    page = await showMap({ board })
    await press(get('button', m.add))
    await page.draw()
    await type(m.addName, '   ')
    await press(get('button', m.addButton))
    expect(document.body.textContent).toContain(m.emptyName)
    await press(get('button', 'DPS'))
    await press(get('button', m.importance[3]))
    await press(get('button', m.addButton))
    expect(actorsOn(board, 'kari')).toMatchObject([{ name: 'DPS', sector: 'specialist', importance: 3 }])
  })

  test('those of another map come over by one press, and stay on both [AM23]', async () => {
    const board = kari(['Fastlege'])
    page = await showMap({ board, path: '/team/t/kart/municipal' })
    await press(get('button', m.add))
    await page.draw()
    await press(get('button', m.bringOverNamed('Fastlege')))
    expect(placed(board, 'Fastlege', 'municipal')).toBeDefined()
    expect(placed(board, 'Fastlege', 'kari')).toBeDefined()
  })

  test('who may only read sees everything and no control that changes anything [AM24]', async () => {
    const board = kari()
    page = await showMap({ board, role: 'commenter', path: '/team/t/kart/kari/a' })
    expect(document.body.textContent).toContain(m.readOnly)
    for (const name of [m.add, m.addMap, m.removeFromMap, m.deleteActor, m.connect]) {
      expect(find('button', name), name).toEqual([])
    }
    await press(get('button', /Sterk$/u))
    await focusOn('a')
    await key('1')
    await key('Delete')
    expect(placed(board, 'a')?.relation).toBeNull()
  })
})

describe('keys', () => {
  test('1 to 5 set the relation, Shift and arrows move, Delete takes off the map and undo puts back [AM30]', async () => {
    const board = kari()
    page = await showMap({ board })
    await focusOn('a')
    await key('4')
    expect(placed(board, 'a')?.relation).toBe('conflict')
    await key('ArrowDown', { shiftKey: true })
    expect(placed(board, 'a')?.importance).toBe(2)
    await key('ArrowRight', { shiftKey: true })
    expect(placed(board, 'a')?.sector).toBe('municipality')
    await key('Delete')
    expect(placed(board, 'a')).toBeUndefined()
    expect(document.activeElement?.getAttribute('data-actor')).toBe('b')
    await key('z', { ctrlKey: true })
    expect(placed(board, 'a')).toMatchObject({ relation: 'conflict', importance: 2, sector: 'municipality' })
  })

  test('K opens the panel with the form for a connection [AM31]', async () => {
    const board = kari()
    page = await showMap({ board })
    await focusOn('a')
    await key('k')
    await page.draw()
    expect(page.where()).toBe('/team/t/kart/kari/a')
    expect(find('form', m.connectTo('a'))).toHaveLength(1)
  })

  test('single keys mean nothing with a modifier, or where somebody writes [AM32]', async () => {
    const board = kari()
    page = await showMap({ board, path: '/team/t/kart/kari/a' })
    await focusOn('a')
    await key('1', { ctrlKey: true })
    document.querySelector<HTMLTextAreaElement>('section textarea')?.focus()
    await key('1')
    await key('Delete')
    expect(placed(board, 'a')?.relation).toBeNull()
  })
})

describe('the panel', () => {
  test('pressing the chosen relation again takes the choice away [AM40]', async () => {
    const board = kari()
    page = await showMap({ board, path: '/team/t/kart/kari/a' })
    await press(get('button', /Sterk$/u))
    expect(placed(board, 'a')?.relation).toBe('strong')
    await press(get('button', /Sterk$/u))
    expect(placed(board, 'a')?.relation).toBeNull()
  })

  test('an actor that somebody else takes away while it is open can be taken back with its words [AM41]', async () => {
    const board = kari()
    const peer = copyOf(board)
    page = await showMap({ board, path: '/team/t/kart/kari/a' })
    setText(board.placements.get('kari|a')?.get('learnt') as Y.Text, 'Ringer hver kveld', 600)
    removeFromMap(peer, { mapId: 'kari', actorId: 'a', time: 9 })
    await act(async () => meet(board, peer))
    expect(document.querySelector('section [role=alert]')?.textContent).toContain(m.gone)
    await press(get('section button', m.takeBack))
    expect(placed(board, 'a')?.learnt).toBe('Ringer hver kveld')
  })

  test('a connection is shown from both ends and can be removed [AM42]', async () => {
    const board = kari()
    const line = { mapId: 'kari', from: 'a', to: 'b', kind: 'inTurn', relation: 'weak', time: 1 } as const
    connectActors(board, line)
    page = await showMap({ board, path: '/team/t/kart/kari/b' })
    expect(document.body.textContent).toContain(m.after('a'))
    await press(get('button', m.removeLine('a')))
    expect(linesOn(board, 'kari')).toEqual([])
  })
})

describe('the list', () => {
  test('holds the same actors by sector, with the same choices [AM50]', async () => {
    const board = kari()
    addActor(board, { id: 'dps', mapId: 'kari', name: 'DPS', sector: 'specialist', importance: 2, time: 1 })
    page = await showMap({ board, path: '/team/t/kart/liste/kari' })
    expect([...document.querySelectorAll('[data-row]')].map((row) => row.getAttribute('data-row'))).toEqual([
      'a',
      'b',
      'dps',
    ])
    const select = get('select', m.table.importanceOf('DPS')) as HTMLSelectElement
    await act(async () => {
      select.value = '3'
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
    expect(placed(board, 'dps')?.importance).toBe(3)
    await press(get('button', m.table.remove('DPS')))
    expect(placed(board, 'dps')).toBeUndefined()
    await press(get('[role=status] button', m.undo))
    expect(placed(board, 'dps')).toBeDefined()
  })

  test('«Hvem er ikke spurt?» leaves those [AM51]', async () => {
    const board = kari()
    setPlacementField(board, { mapId: 'kari', actorId: 'a', field: 'involvement', value: 'asked' })
    page = await showMap({ board, path: '/team/t/kart/liste/kari' })
    await press(get('button', m.onlyNotAsked))
    expect([...document.querySelectorAll('[data-row]')].map((row) => row.getAttribute('data-row'))).toEqual(['b'])
  })
})
