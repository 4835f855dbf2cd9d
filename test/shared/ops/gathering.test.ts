import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { chooseStage, turnStagePage } from '../../../shared/ops/gathering.ts'
import { openGatheringDocument } from '../../../shared/schema/gathering.ts'
import { stageChoice, stagePage } from '../../../shared/select/gathering.ts'

describe('the stage', () => {
  test('a choice begins at its first page', () => {
    const gathering = openGatheringDocument(new Y.Doc())
    chooseStage(gathering, { kind: 'goals', teamId: 't7' })
    turnStagePage(gathering, 2)
    expect([stageChoice(gathering), stagePage(gathering)]).toEqual([{ kind: 'goals', teamId: 't7' }, 2])
    chooseStage(gathering, { kind: 'goals', teamId: 't8' })
    expect([stageChoice(gathering), stagePage(gathering)]).toEqual([{ kind: 'goals', teamId: 't8' }, 0])
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
    chooseStage(a, { kind: 'goals', teamId: 't1' })
    chooseStage(b, { kind: 'nothing' })
    Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc))
    Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc))
    expect(stageChoice(a)).toEqual(stageChoice(b))
    expect([{ kind: 'goals', teamId: 't1' }, { kind: 'nothing' }]).toContainEqual(stageChoice(a))
  })
})
