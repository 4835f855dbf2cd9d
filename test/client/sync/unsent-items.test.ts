import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { unsentItems } from '../../../client/sync/unsent-items.ts'
import { addAction } from '../../../shared/ops/actions.ts'
import { addActor, placeActor } from '../../../shared/ops/actors.ts'
import { addGoal, deleteGoal, moveGoal } from '../../../shared/ops/goals.ts'
import { setMeasureField } from '../../../shared/ops/measures.ts'
import { setStep } from '../../../shared/ops/phases.ts'
import { setText } from '../../../shared/ops/text.ts'
import type { TeamDocument } from '../../../shared/schema/team.ts'
import { copyOf, placementText, textOf, twoBoards, twoMaps } from '../../shared/boards.ts'

/** What was done to a board and never sent. */
function unsent(board: TeamDocument, run: (board: TeamDocument) => void) {
  const updates: Uint8Array[] = []
  const keep = (update: Uint8Array) => updates.push(update)
  board.doc.on('update', keep)
  run(board)
  board.doc.off('update', keep)
  return unsentItems(board.doc, updates)
}

test('[CL22] a new goal with its action, a word in another’s goal and a note are told with one’s own words alone', () => {
  const [board] = twoBoards()
  addActor(board, { id: 'a', mapId: 'municipal', name: 'Fastlegen', sector: 'other', importance: 1, time: 1 })
  const items = unsent(copyOf(board, 30), (mine) => {
    setText(textOf(mine, 'g'), 'Bedre samhandling for alle', 300)
    textOf(mine, 'g').insert(0, 'Mye ')
    addGoal(mine, { id: 'h', title: 'Trygg hjemreise', state: 'proposed', time: 2 })
    addAction(mine, { id: 't', goalId: 'h', text: 'Ringe', time: 2 })
    placementText(mine, 'municipal', 'a').insert(0, 'Svarer aldri')
  })
  expect(items).toEqual([
    { root: 'goals', key: 'g', added: false, texts: ['Mye … for alle'] },
    { root: 'goals', key: 'h', added: true, texts: ['Trygg hjemreise'] },
    { root: 'measures', key: 'h', added: true, texts: [] },
    { root: 'actions', key: 't', added: true, texts: ['Ringe'] },
    { root: 'placements', key: 'municipal|a', added: false, texts: ['Svarer aldri'] },
  ])
})

test('[CL22] letters that were sent are not among those that were not, though they are one’s own', () => {
  const [board] = twoBoards()
  const title = textOf(board, 'g')
  title.insert(title.length, ' og')
  const items = unsent(board, () => title.insert(title.length, ' trygghet'))
  expect(items).toEqual([{ root: 'goals', key: 'g', added: false, texts: ['… trygghet'] }])
})

test('[CL22] what was only moved or chosen is told without words; what is deleted or taken out again is not', () => {
  const [board] = twoBoards()
  const items = unsent(board, (mine) => {
    moveGoal(mine, { id: 'g', state: 'chosen', afterId: null })
    setMeasureField(mine, { goalId: 'g', field: 'target', value: 80 })
    setStep(mine, { boardId: 'team', stepId: 'prepare.need', state: 'done' })
    textOf(mine, 'g').insert(0, 'x')
    textOf(mine, 'g').delete(0, 1)
  })
  expect(items).toEqual([
    { root: 'goals', key: 'g', added: false, texts: [] },
    { root: 'measures', key: 'g', added: false, texts: [] },
    { root: 'steps', key: 'team|prepare.need', added: true, texts: [] },
  ])
})

test('[CL22] an actor that was put on another map is told, and what a deleted goal was written in is kept', () => {
  const [board] = twoMaps()
  addGoal(board, { id: 'g', title: 'Deres', state: 'proposed', time: 1 })
  const items = unsent(board, (mine) => {
    placeActor(mine, { mapId: 'municipal', actorId: 'a', importance: 1, time: 2 })
    textOf(mine, 'g').insert(0, 'Mitt ')
    deleteGoal(mine, { id: 'g', time: 3 })
  })
  expect(items.map(({ root, key, texts }) => [root, key, texts])).toEqual(
    expect.arrayContaining([
      ['goals', 'g', ['Mitt …']],
      ['placements', 'municipal|a', []],
    ]),
  )
})

test('[CL22] the sentence for all teams, and nothing at all', () => {
  const doc = new Y.Doc()
  doc.getText('sentence').insert(0, 'Pause')
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  expect(unsentItems(doc, [])).toEqual([])
  doc.getText('sentence').insert(5, ' til 14')
  expect(unsentItems(doc, updates)).toEqual([{ root: 'sentence', key: '', added: false, texts: ['… til 14'] }])
})
