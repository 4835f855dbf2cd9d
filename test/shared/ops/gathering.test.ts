import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { chooseStage, setBoardsRest, turnStagePage } from '../../../shared/ops/gathering.ts'
import { openGatheringDocument } from '../../../shared/schema/gathering.ts'
import { boardsRest, stageChoice, stagePage } from '../../../shared/select/gathering.ts'

describe('the stage', () => {
  test('a choice begins at its first page', () => {
    const gathering = openGatheringDocument(new Y.Doc())
    chooseStage(gathering, { kind: 'goals', teamId: 't7', focus: null })
    turnStagePage(gathering, 2)
    expect([stageChoice(gathering), stagePage(gathering)]).toEqual([{ kind: 'goals', teamId: 't7', focus: null }, 2])
    chooseStage(gathering, { kind: 'goals', teamId: 't8', focus: null })
    expect([stageChoice(gathering), stagePage(gathering)]).toEqual([{ kind: 'goals', teamId: 't8', focus: null }, 0])
    chooseStage(gathering, { kind: 'nothing' })
    expect(stageChoice(gathering)).toEqual({ kind: 'nothing' })
  })

  test.each([
    [-1, 0],
    [1.9, 1],
    [NaN, 0],
    [Infinity, 0],
  ])('turning to page %d turns to %d', (page, expected) => {
    const gathering = openGatheringDocument(new Y.Doc())
    turnStagePage(gathering, page)
    expect(stagePage(gathering)).toBe(expected)
  })

  test('[MO5] two facilitators who choose at once never mix their choices', () => {
    const [a, b] = [openGatheringDocument(new Y.Doc()), openGatheringDocument(new Y.Doc())]
    chooseStage(a, { kind: 'goals', teamId: 't1', focus: null })
    chooseStage(b, { kind: 'nothing' })
    Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc))
    Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc))
    expect(stageChoice(a)).toEqual(stageChoice(b))
    expect([{ kind: 'goals', teamId: 't1', focus: null }, { kind: 'nothing' }]).toContainEqual(stageChoice(a))
  })
})

describe('boards at rest', () => {
  test('are put to rest and woken; saying what is so already writes nothing', () => {
    const gathering = openGatheringDocument(new Y.Doc())
    let updates = 0
    gathering.doc.on('update', () => (updates += 1))
    setBoardsRest(gathering, false)
    expect([boardsRest(gathering), updates]).toEqual([false, 0])
    setBoardsRest(gathering, true)
    setBoardsRest(gathering, true)
    expect([boardsRest(gathering), updates]).toEqual([true, 1])
    setBoardsRest(gathering, false)
    expect([boardsRest(gathering), updates]).toEqual([false, 2])
  })

  test.each([1, 'true', null, {}])('[MO14] %j is no rest', (value) => {
    const gathering = openGatheringDocument(new Y.Doc())
    gathering.stage.set('boardsRest', value)
    expect(boardsRest(gathering)).toBe(false)
  })

  test('what is on the stage is read with what is in focus, and anything malformed is left out', () => {
    const gathering = openGatheringDocument(new Y.Doc())
    const map = { kind: 'map', teamId: 't7', mapId: 'municipal', focus: 'a1' } as const
    chooseStage(gathering, map)
    expect(stageChoice(gathering)).toEqual(map)
    chooseStage(gathering, { kind: 'phases', teamId: 't7', boardId: 'team' })
    expect(stageChoice(gathering)).toEqual({ kind: 'phases', teamId: 't7', boardId: 'team' })
    gathering.stage.set('choice', { ...map, mapId: 7 })
    expect(stageChoice(gathering)).toEqual({ kind: 'nothing' })
    gathering.stage.set('choice', { ...map, focus: ['a1'] })
    expect(stageChoice(gathering)).toEqual({ ...map, focus: null })
  })
})
