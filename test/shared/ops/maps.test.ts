import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  addActor,
  deleteActor,
  moveActor,
  placeActor,
  removeFromMap,
  restoreActor,
  setPlacementField,
} from '../../../shared/ops/actors.ts'
import { connectActors, removeLine, setLineRelation } from '../../../shared/ops/lines.ts'
import {
  addMap,
  addSector,
  deleteMap,
  deleteSector,
  renameSector,
  restoreMap,
  restoreSector,
} from '../../../shared/ops/maps.ts'
import { setText } from '../../../shared/ops/text.ts'
import { lineKey, newLineEntry } from '../../../shared/schema/relation.ts'
import { newPlacementEntry, placementKey } from '../../../shared/schema/actor.ts'
import type { TeamDocument } from '../../../shared/schema/team.ts'
import {
  actorMapView,
  actorsNotOn,
  actorsOn,
  allActors,
  allMaps,
  allSectors,
  deletedActors,
  deletedMaps,
  deletedSectors,
  linesOn,
  mapCounts,
} from '../../../shared/select/actorMaps.ts'
import { bringOver, newBoard, placementText, twoMaps } from '../boards.ts'

const namesOn = (board: TeamDocument, mapId = 'kari') => actorsOn(board, mapId).map((actor) => actor.name)
const on = (board: TeamDocument, actorId: string, mapId = 'kari') =>
  actorsOn(board, mapId).find((actor) => actor.actorId === actorId)

/** How many updates a change makes. */
function updatesOf(board: TeamDocument, change: () => void): number {
  let count = 0
  const one = () => (count += 1)
  board.doc.on('update', one)
  change()
  board.doc.off('update', one)
  return count
}

describe('maps', () => {
  test('[MO24] every team has its municipal map, last, and it can neither be deleted nor made again', () => {
    const board = newBoard()
    addMap(board, { id: 'municipal', coverName: 'Ola', time: 1 })
    addMap(board, { id: 'kari', coverName: ' «Kari» ', time: 1 })
    addMap(board, { id: 'ola', coverName: '«Ola»', time: 1 })
    deleteMap(board, { id: 'municipal', time: 2 })
    expect(allMaps(board)).toMatchObject([
      { id: 'kari', level: 'individual', coverName: 'Kari' },
      { id: 'ola', level: 'individual' },
      { id: 'municipal', level: 'municipal', coverName: '' },
    ])
  })

  test('a deleted map comes back with everything on it', () => {
    const [board] = twoMaps()
    connectActors(board, { mapId: 'kari', from: 'a', to: 'b', kind: 'together', relation: 'weak', time: 2 })
    deleteMap(board, { id: 'kari', time: 3 })
    expect(actorMapView(board, 'kari')).toBeNull()
    expect(deletedMaps(board)).toMatchObject([{ id: 'kari', deletedAt: 3 }])
    addActor(board, { id: 'c', mapId: 'kari', name: 'C', sector: 'state', importance: 1, time: 4 })
    expect(allActors(board).map((actor) => actor.id)).toEqual(['a', 'b'])
    restoreMap(board, { id: 'kari' })
    expect(actorMapView(board, 'kari')).toMatchObject({ actors: [{ name: 'a' }, { name: 'b' }], lines: [{}] })
  })

  test.each([
    ['', 'nameEmpty'],
    ['\u200b', 'nameEmpty'],
    ['k'.repeat(41), 'textTooLong'],
  ])('[MO11] a cover name %j is %s', (coverName, code) => {
    const board = newBoard()
    expect(() => addMap(board, { id: 'k', coverName, time: 1 })).toThrow(expect.objectContaining({ code }))
    expect(allMaps(board)).toHaveLength(1)
  })

  test.each(['', 'a|b', 'a b', 'x'.repeat(65)])('[MO26] the id %j is refused: keys are made of ids', (id) => {
    const [board] = twoMaps()
    const refused = expect.objectContaining({ code: 'badRequest' }) as Error
    expect(() => addMap(board, { id, coverName: 'Ola', time: 1 })).toThrow(refused)
    expect(() => addSector(board, { id, name: 'Skolen', time: 1 })).toThrow(refused)
    const place = { mapId: 'kari', name: 'NAV', importance: 1, time: 1 } as const
    expect(() => addActor(board, { ...place, id, sector: 'state' })).toThrow(refused)
    expect(() => addActor(board, { ...place, id: 'nav', sector: id })).toThrow(refused)
    expect(namesOn(board)).toEqual(['a', 'b'])
  })
})

describe('sectors', () => {
  test('the standard ones stand first in their order; own ones come last, and can be renamed', () => {
    const board = newBoard()
    addSector(board, { id: 's1', name: 'Skolen', time: 1 })
    addSector(board, { id: 's2', name: 'Idretten', time: 1 })
    addSector(board, { id: 'state', name: 'Nei', time: 1 })
    renameSector(board, { id: 's2', name: 'Idrettslaget' })
    renameSector(board, { id: 'state', name: 'NAV' })
    expect(allSectors(board).map((sector) => [sector.id, sector.name])).toEqual([
      ['network', ''],
      ['municipality', ''],
      ['specialist', ''],
      ['state', 'NAV'],
      ['voluntary', ''],
      ['other', ''],
      ['s1', 'Skolen'],
      ['s2', 'Idrettslaget'],
    ])
    renameSector(board, { id: 'state', name: ' ' })
    expect(allSectors(board)[3]?.name).toBe('')
    expect(() => renameSector(board, { id: 's1', name: ' ' })).toThrow(expect.objectContaining({ code: 'nameEmpty' }))
  })

  test('one that is removed shows its actors in «other», and gives them back when it is taken back', () => {
    const [board] = twoMaps()
    addSector(board, { id: 's1', name: 'Skolen', time: 1 })
    moveActor(board, { mapId: 'kari', actorId: 'a', sector: 's1', importance: 2 })
    moveActor(board, { mapId: 'kari', actorId: 'b', sector: 'other', importance: 2 })
    deleteSector(board, { id: 's1', time: 2 })
    deleteSector(board, { id: 'state', time: 2 })
    expect(on(board, 'a')).toMatchObject({ sector: 'other', importance: 2 })
    expect(allSectors(board)).toHaveLength(6)
    // About «other» it can be moved, and still goes home.
    moveActor(board, { mapId: 'kari', actorId: 'a', sector: 'other', importance: 2, afterActorId: 'b' })
    expect(namesOn(board)).toEqual(['b', 'a'])
    expect(deletedSectors(board)).toMatchObject([{ id: 's1', name: 'Skolen' }])
    restoreSector(board, { id: 's1' })
    expect(on(board, 'a')?.sector).toBe('s1')
    deleteSector(board, { id: 's1', time: 3 })
    moveActor(board, { mapId: 'kari', actorId: 'a', sector: 'voluntary', importance: 2 })
    restoreSector(board, { id: 's1' })
    expect(on(board, 'a')?.sector).toBe('voluntary')
  })

  test('an actor added to a sector that was removed a moment ago is shown in «other»', () => {
    const [board] = twoMaps()
    addActor(board, { id: 'c', mapId: 'kari', name: 'Læreren', sector: 's1', importance: 1, time: 2 })
    expect(on(board, 'c')).toMatchObject({ name: 'Læreren', sector: 'other' })
  })
})

describe('actors', () => {
  test('stand innermost first, then in order; and the counts tell who is with us', () => {
    const [board] = twoMaps()
    addActor(board, { id: 'c', mapId: 'kari', name: 'c', sector: 'state', importance: 1, time: 1 })
    moveActor(board, { mapId: 'kari', actorId: 'a', sector: 'network', importance: 1 })
    moveActor(board, { mapId: 'kari', actorId: 'c', sector: 'network', importance: 1, afterActorId: null })
    expect(namesOn(board)).toEqual(['b', 'c', 'a'])
    moveActor(board, { mapId: 'kari', actorId: 'c', sector: 'network', importance: 1, afterActorId: 'gone' })
    expect(namesOn(board)).toEqual(['b', 'a', 'c'])
    setPlacementField(board, { mapId: 'kari', actorId: 'a', field: 'involvement', value: 'with' })
    expect(mapCounts(actorsOn(board, 'kari'))).toEqual({ actors: 3, with: 1, notAsked: 2 })
  })

  test('[MO6] moving an actor to where it stands writes nothing', () => {
    const [board] = twoMaps()
    const place = { mapId: 'kari', sector: 'network', importance: 3 } as const
    for (const afterActorId of [undefined, 'a', 'gone'] as const) {
      const more = afterActorId === undefined ? {} : { afterActorId }
      expect(updatesOf(board, () => moveActor(board, { ...place, actorId: 'b', ...more }))).toBe(0)
    }
    expect(updatesOf(board, () => moveActor(board, { ...place, actorId: 'a', afterActorId: null }))).toBe(0)
    expect(updatesOf(board, () => moveActor(board, { ...place, actorId: 'a', afterActorId: 'b' }))).toBe(1)
  })

  test('[MO25] brought over they are one actor with two placements: name and sector shared, the rest not', () => {
    const [board] = twoMaps()
    expect(actorsNotOn(board, 'municipal').map((actor) => actor.id)).toEqual(['a', 'b'])
    bringOver(board, 'a')
    expect(updatesOf(board, () => bringOver(board, 'a'))).toBe(0)
    setPlacementField(board, { mapId: 'municipal', actorId: 'a', field: 'relation', value: 'strong' })
    moveActor(board, { mapId: 'municipal', actorId: 'a', sector: 'voluntary', importance: 1 })
    expect(on(board, 'a')).toMatchObject({ sector: 'voluntary', importance: 3, relation: null })
    expect(on(board, 'a', 'municipal')).toMatchObject({ sector: 'voluntary', importance: 1, relation: 'strong' })
    removeFromMap(board, { mapId: 'municipal', actorId: 'a', time: 4 })
    expect([namesOn(board), namesOn(board, 'municipal')]).toEqual([['a', 'b'], []])
    deleteActor(board, { id: 'a', time: 5 })
    bringOver(board, 'a')
    expect([namesOn(board), deletedActors(board).map((actor) => actor.id)]).toEqual([['b'], ['a']])
    restoreActor(board, { id: 'a' })
    expect(namesOn(board)).toEqual(['a', 'b'])
  })

  test('taken off a map and brought back, they have what was written of them', () => {
    const [board] = twoMaps()
    setText(placementText(board, 'kari', 'a'), 'Ringer hver kveld', 2000)
    setPlacementField(board, { mapId: 'kari', actorId: 'a', field: 'nextStepOwner', value: { name: ' Mette ' } })
    removeFromMap(board, { mapId: 'kari', actorId: 'a', time: 4 })
    setPlacementField(board, { mapId: 'kari', actorId: 'a', field: 'relation', value: 'weak' })
    placeActor(board, { mapId: 'kari', actorId: 'a', importance: 1, time: 5 })
    expect(on(board, 'a')).toMatchObject({
      learnt: 'Ringer hver kveld',
      nextStepOwner: { name: 'Mette' },
      relation: null,
      importance: 3,
    })
  })

  test.each([
    { field: 'relation', value: 'good' },
    { field: 'involvement', value: 'maybe' },
    { field: 'influence', value: 3 },
    { field: 'interest', value: 'huge' },
    { field: 'nextStepDue', value: '2027-02-30' },
    { field: 'nextStepOwner', value: { name: ' ' } },
  ])('[MO1] $field cannot be $value', (change) => {
    const [board] = twoMaps()
    const bad = () => setPlacementField(board, { mapId: 'kari', actorId: 'a', ...change } as never)
    expect(updatesOf(board, () => expect(bad).toThrow())).toBe(0)
  })

  test('[MO1] operations on what is gone do nothing', () => {
    const [board] = twoMaps()
    const gone = { mapId: 'kari', actorId: 'nobody' }
    const count = updatesOf(board, () => {
      moveActor(board, { ...gone, sector: 'other', importance: 1 })
      moveActor(board, { mapId: 'nowhere', actorId: 'a', sector: 'other', importance: 1 })
      placeActor(board, { ...gone, importance: 1, time: 1 })
      placeActor(board, { mapId: 'nowhere', actorId: 'a', importance: 1, time: 1 })
      removeFromMap(board, { ...gone, time: 1 })
      deleteActor(board, { id: 'nobody', time: 1 })
      restoreActor(board, { id: 'a' })
      setPlacementField(board, { ...gone, field: 'relation', value: 'weak' })
      connectActors(board, { mapId: 'kari', from: 'a', to: 'nobody', kind: 'inTurn', relation: null, time: 1 })
      connectActors(board, { mapId: 'kari', from: 'a', to: 'a', kind: 'inTurn', relation: null, time: 1 })
      removeLine(board, { key: 'none', time: 1 })
      setLineRelation(board, { key: 'none', relation: 'weak' })
      deleteSector(board, { id: 'none', time: 1 })
      restoreSector(board, { id: 'none' })
      renameSector(board, { id: 'none', name: 'Ny' })
      deleteMap(board, { id: 'none', time: 1 })
      restoreMap(board, { id: 'none' })
    })
    expect(count).toBe(0)
  })
})

describe('lines', () => {
  const together = { mapId: 'kari', kind: 'together', relation: null, time: 2 } as const

  test('one of each kind joins two actors; those in turn have a direction', () => {
    const [board] = twoMaps()
    connectActors(board, { ...together, from: 'b', to: 'a', relation: 'fair' })
    connectActors(board, { ...together, from: 'a', to: 'b' })
    connectActors(board, { ...together, kind: 'inTurn', from: 'b', to: 'a' })
    expect(linesOn(board, 'kari')).toMatchObject([
      { from: 'a', to: 'b', kind: 'together', relation: 'fair' },
      { from: 'b', to: 'a', kind: 'inTurn', relation: null },
    ])
    setLineRelation(board, { key: lineKey('kari', 'a', 'b', 'together'), relation: null })
    expect(linesOn(board, 'kari')[0]?.relation).toBeNull()
  })

  test('a line is hidden while one of its ends is not there, and comes back with its note', () => {
    const [board] = twoMaps()
    connectActors(board, { ...together, from: 'a', to: 'b' })
    const key = lineKey('kari', 'a', 'b', 'together')
    setText(board.lines.get(key)?.get('note') as Y.Text, 'Møtes hver tirsdag', 300)
    removeFromMap(board, { mapId: 'kari', actorId: 'a', time: 3 })
    expect(linesOn(board, 'kari')).toEqual([])
    placeActor(board, { mapId: 'kari', actorId: 'a', importance: 3, time: 4 })
    removeLine(board, { key, time: 5 })
    expect(linesOn(board, 'kari')).toEqual([])
    connectActors(board, { ...together, from: 'b', to: 'a', relation: 'strong' })
    expect(linesOn(board, 'kari')).toMatchObject([{ key, note: 'Møtes hver tirsdag', relation: 'strong' }])
  })
})

describe('what programs may have written', () => {
  test('[MO26] ids that hold the sign between ids stand nowhere, and keys of other things are no placements', () => {
    const [board] = twoMaps()
    const actor = (id: string, name: string) => {
      const map = new Y.Map<unknown>([['name', new Y.Text(name)]])
      board.actors.set(id, map)
    }
    actor('b|together', 'Sammensatt')
    board.placements.set(
      'kari|b|together',
      new Y.Map<unknown>(Object.entries({ mapId: 'kari', actorId: 'b|together' })),
    )
    board.placements.set('another', new Y.Map<unknown>(Object.entries({ mapId: 'kari', actorId: 'a' })))
    board.maps.set('kari|a', new Y.Map<unknown>())
    board.lines.set('kari|a', new Y.Map<unknown>(Object.entries({ mapId: 'kari', from: 'a', to: 'b' })))
    expect(namesOn(board)).toEqual(['a', 'b'])
    expect(allMaps(board)).toHaveLength(2)
    expect([linesOn(board, 'kari'), allActors(board).length]).toEqual([[], 2])
  })

  test('[MO24] an entry that says the municipal map is deleted or something else changes nothing', () => {
    const [board] = twoMaps()
    board.maps.get('municipal')?.set('deletedAt', 7)
    board.maps.get('kari')?.set('level', 'municipal')
    bringOver(board, 'a')
    expect(allMaps(board).map((map) => [map.id, map.level, map.deletedAt])).toEqual([
      ['kari', 'individual', null],
      ['municipal', 'municipal', null],
    ])
    board.maps.set('municipal', 7 as never)
    expect(actorMapView(board, 'municipal')?.actors).toHaveLength(1)
  })

  test('[MO14] 150 actors on ten maps with 1,500 lines are read in a moment', () => {
    const board = newBoard()
    const ids = Array.from({ length: 150 }, (_, at) => `a${at}`)
    board.doc.transact(() => {
      for (const id of ids) board.actors.set(id, new Y.Map([['name', new Y.Text(id)]]))
      for (let at = 0; at < 10; at += 1) {
        const mapId = `m${at}`
        addMap(board, { id: mapId, coverName: `«M${at}»`, time: 1 })
        for (const [index, actorId] of ids.entries()) {
          const placement = newPlacementEntry({ mapId, actorId })
          board.placements.set(placementKey(mapId, actorId), placement)
          placement.set('deletedAt', null)
          const line = newLineEntry({ mapId, from: actorId, to: ids[index - 1] ?? 'a7', kind: 'inTurn' })
          board.lines.set(lineKey(mapId, actorId, ids[index - 1] ?? 'a7', 'inTurn'), line)
          line.set('deletedAt', null)
        }
      }
    })
    const began = performance.now()
    for (let round = 0; round < 10; round += 1) expect(actorMapView(board, 'm5')?.actors).toHaveLength(150)
    expect(linesOn(board, 'm5')).toHaveLength(150)
    expect((performance.now() - began) / 10).toBeLessThan(500)
  })
})
