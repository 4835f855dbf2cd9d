import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addAction, setActionOwner } from '../../../shared/ops/actions.ts'
import { setPlacementField } from '../../../shared/ops/actors.ts'
import { addGoal, deleteGoal } from '../../../shared/ops/goals.ts'
import { connectActors } from '../../../shared/ops/lines.ts'
import { contentAnew, contentWithout } from '../../../shared/ops/purge.ts'
import { setText } from '../../../shared/ops/text.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { actorsOn } from '../../../shared/select/actorMaps.ts'
import { placesOf, textPattern } from '../../../shared/select/find-text.ts'
import { placementText, reading, textOf, twoBoards, twoMaps } from '../boards.ts'

const now = 1_000_000_000_000
const has = (doc: Y.Doc, text: string) => Buffer.from(Y.encodeStateAsUpdate(doc)).includes(Buffer.from(text))
const pattern = (text: string) => textPattern(text) ?? /$^/u

describe('textPattern', () => {
  test.each([
    ['Kari Nordmann', 'Ring kari  nordmanns søster', 'Ring …s søster'],
    ['01017012345', 'nr 010170 12345 og 01.01.70-12345.', 'nr … og ….'],
    ['010170 12345', '01017012345', '…'],
    ['Åse', 'A\u030ase og åse', '… og …'],
    ['a.b(c', 'a.b(c axb(c', '… axb(c'],
  ])('[MO31] %s', (wanted, text, without) => {
    expect(text.replace(pattern(wanted), '…')).toBe(without)
  })

  test.each(['', '  ', 'ab', ' a '])('[MO31] %j is too little to look for', (wanted) => {
    expect(textPattern(wanted)).toBeNull()
  })
})

describe('contentAnew', () => {
  test('[MO30] reads the same, and has no trace of what was typed and deleted', () => {
    const [board] = twoMaps()
    addGoal(board, { id: 'g', title: 'Hjelpe Kari Nordmann hjem', state: 'chosen', time: 1 })
    addGoal(board, { id: 'gone', title: 'Slettet', state: 'proposed', time: 1 })
    deleteGoal(board, { id: 'gone', time: 2 })
    connectActors(board, { mapId: 'kari', from: 'a', to: 'b', kind: 'inTurn', relation: 'weak', time: 3 })
    setText(textOf(board, 'g'), 'Trygg hjemreise', 300)
    const later = board.doc.getText('later')
    later.insert(0, 'Fet', { bold: true })
    board.doc.getArray('list').push([{ x: 1 }])
    const made = contentAnew(board.doc, null)
    expect(reading(openTeamDocument(made))).toEqual(reading(board))
    expect(made.getText('later').toDelta()).toEqual(later.toDelta())
    expect(made.getArray('list').toJSON()).toEqual([{ x: 1 }])
    expect([has(made, 'Nordmann'), has(made, 'Hjelpe')]).toEqual([false, false])
    for (const client of made.store.clients.keys()) expect(board.doc.store.clients.has(client)).toBe(false)
  })

  test('[MO31] the text goes wherever people write it, and no id is touched', () => {
    const [board] = twoMaps()
    addGoal(board, { id: 'kari', title: 'Hjelpe Kari hjem', state: 'chosen', time: 1 })
    addAction(board, { id: 't', goalId: 'kari', text: 'Ringe', time: 1 })
    setActionOwner(board, { id: 't', owner: { name: 'Kari' } })
    placementText(board, 'kari', 'a').insert(0, 'Søsteren til KARI')
    setPlacementField(board, { mapId: 'kari', actorId: 'b', field: 'nextStepOwner', value: { name: 'Kari Li' } })
    addGoal(board, { id: 'gone', title: 'Kari igjen', state: 'proposed', time: 1 })
    deleteGoal(board, { id: 'gone', time: 2 })
    const before = board.doc.toJSON()
    const found = placesOf(board, pattern('kari'))
    expect(found.map(({ kind, id, deleted }) => [kind, id, deleted])).toEqual([
      ['goal', 'kari', false],
      ['goal', 'gone', true],
      ['action', 't', false],
      ['map', 'kari', false],
      ['actor', 'a', false],
      ['actor', 'b', false],
    ])
    const made = openTeamDocument(contentAnew(board.doc, pattern('kari')))
    expect(placesOf(made, pattern('kari')).map(({ kind }) => kind)).toEqual([])
    expect(made.goals.get('kari')?.toJSON()).toMatchObject({ title: 'Hjelpe … hjem' })
    expect(made.actions.get('t')?.toJSON()).toMatchObject({ goalId: 'kari', owner: { name: '…' } })
    expect(actorsOn(made, 'kari')).toHaveLength(2)
    expect(board.doc.toJSON()).toEqual(before)
  })
})

describe('contentWithout', () => {
  test('[MO32] a thing goes with what hangs on it, and nothing else does', () => {
    const [board] = twoBoards()
    addGoal(board, { id: 'h', title: 'Et annet', state: 'proposed', time: 2 })
    addAction(board, { id: 't', goalId: 'g', text: 'Ringe', time: 2 })
    addAction(board, { id: 'u', goalId: 'h', text: 'Møte', time: 2 })
    const made = openTeamDocument(contentWithout(board.doc, { kind: 'goal', id: 'g' }, now))
    expect([[...made.goals.keys()], [...made.measures.keys()], [...made.actions.keys()]]).toEqual([['h'], ['h'], ['u']])
    expect(has(made.doc, 'Bedre samhandling')).toBe(false)
    expect(board.goals.has('g')).toBe(true)
    expect(reading(openTeamDocument(contentWithout(board.doc, { kind: 'map', id: 'municipal' }, now)))).toEqual(
      reading(board),
    )
    expect(reading(openTeamDocument(contentWithout(board.doc, { kind: 'card', id: 'none' }, now)))).toEqual(
      reading(board),
    )
  })
})
