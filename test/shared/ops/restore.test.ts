import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addAction, deleteAction } from '../../../shared/ops/actions.ts'
import { addActor, removeFromMap } from '../../../shared/ops/actors.ts'
import { addGoal, deleteGoal, moveGoal, restoreGoal } from '../../../shared/ops/goals.ts'
import { addMap, deleteMap, renameSector } from '../../../shared/ops/maps.ts'
import { setStep } from '../../../shared/ops/phases.ts'
import { restoreContent, restoreOrigin } from '../../../shared/ops/restore.ts'
import { sweepDeleted } from '../../../shared/ops/sweep.ts'
import { setText } from '../../../shared/ops/text.ts'
import { localOrigin } from '../../../shared/ops/write.ts'
import { limits, undeleteMs } from '../../../shared/schema/limits.ts'
import { openTeamDocument, type TeamDocument } from '../../../shared/schema/team.ts'
import { allSectors } from '../../../shared/select/actorMaps.ts'
import { allGoals, deletedGoals } from '../../../shared/select/goals.ts'
import { actAtRandom } from '../../sim/operations.ts'
import { SeededRandom } from '../../sim/random.ts'
import { copyOf, meet, mergedInBothOrders, newBoard, reading, send, textOf, twoBoards, twoMaps } from '../boards.ts'

const now = 1_000_000_000_000

/** A version as it comes out of the store: bytes, read again. */
function version(board: TeamDocument): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(board.doc))
  return doc
}

/** Everything that people see; what is among the deleted may differ. */
function shown(board: TeamDocument) {
  const { gone: _gone, deletedMaps: _maps, goals, measures, actions, actors, sectors, phases, ...rest } = reading(board)
  return {
    ...rest,
    goals,
    measures: measures.slice(0, goals.length),
    actions: actions.slice(0, goals.length).map(([live]) => live),
    actors: actors[0],
    sectors: sectors[0],
    phases: phases.map(([id, title, views]) => [id, title, views]),
  }
}

/** Everybody at the board who may do anything that the product does. */
function hand(board: TeamDocument, seed: number, prefix: string) {
  const undo = new Y.UndoManager(
    [...board.doc.share.keys()].map((name) => board.doc.getMap(name)),
    { trackedOrigins: new Set([localOrigin]) },
  )
  let made = 0
  const random = new SeededRandom(seed)
  return { board, undo, random, now, newId: () => `${prefix}${(made += 1)}` }
}

describe('restoreContent', () => {
  test('[MO28] what was changed reads as it was, what was deleted is there, what was made since is among the deleted', () => {
    const [board] = twoBoards()
    addAction(board, { id: 't', goalId: 'g', text: 'Ringe', time: 1 })
    setStep(board, { boardId: 'team', stepId: 'prepare.need', state: 'done' })
    const before = version(board)
    const text = textOf(board, 'g')
    setText(text, 'Noe helt annet', limits.goalTitle)
    moveGoal(board, { id: 'g', state: 'chosen', afterId: null })
    deleteAction(board, { id: 't', time: 2 })
    deleteGoal(board, { id: 'g', time: 3 })
    setStep(board, { boardId: 'team', stepId: 'prepare.need', state: 'started' })
    setStep(board, { boardId: 'team', stepId: 'plan.goals', state: 'done' })
    addGoal(board, { id: 'ny', title: 'Et nytt mål', state: 'proposed', time: 4 })
    restoreContent(board.doc, before, now)
    expect(shown(board)).toEqual(shown(openTeamDocument(before)))
    expect(deletedGoals(board)).toMatchObject([{ id: 'ny', title: 'Et nytt mål', deletedAt: now }])
    expect(textOf(board, 'g')).toBe(text)
    restoreGoal(board, { id: 'ny' })
    expect(allGoals(board).map((goal) => goal.id)).toEqual(['g', 'ny'])
  })

  test('[MO28] what is as it was is not written; a restore is one change with an origin of its own', () => {
    const [board] = twoMaps()
    const before = version(board)
    const origins: unknown[] = []
    board.doc.on('update', (_: Uint8Array, origin: unknown) => origins.push(origin))
    restoreContent(board.doc, before, now)
    expect(origins).toEqual([])
    board.maps.get('kari')?.set('order', 'a5')
    addMap(board, { id: 'ola', coverName: 'Ola', time: 2 })
    origins.length = 0
    restoreContent(board.doc, before, now)
    expect(origins).toEqual([restoreOrigin])
  })

  test('[MO28] what was swept since is made anew, with all that hung on it', () => {
    const [board] = twoMaps()
    addGoal(board, { id: 'g', title: 'Trygg hjemreise', state: 'chosen', time: 1 })
    addAction(board, { id: 't', goalId: 'g', text: 'Ringe', time: 1 })
    const before = version(board)
    deleteGoal(board, { id: 'g', time: 2 })
    removeFromMap(board, { mapId: 'kari', actorId: 'a', time: 2 })
    deleteMap(board, { id: 'kari', time: 2 })
    sweepDeleted(board.doc, undeleteMs + 3)
    expect(board.goals.has('g')).toBe(false)
    restoreContent(board.doc, before, now)
    expect(shown(board)).toEqual(shown(openTeamDocument(before)))
  })

  test('[MO28] a standard sector that was renamed since has its standard name again', () => {
    const board = newBoard()
    const before = version(board)
    renameSector(board, { id: 'state', name: 'Staten' })
    restoreContent(board.doc, before, now)
    expect(allSectors(board).find(({ id }) => id === 'state')).toMatchObject({ name: '', standard: true })
  })

  test('[MO28] fields, lists and roots that this version does not know come back too', () => {
    const [board] = twoBoards()
    const { doc, goals } = board
    goals.get('g')?.set('tags', Y.Array.from(['a', { b: 1 }]))
    goals.get('g')?.set('later', { deep: [1, 2] })
    doc.getMap('budget').set('x', new Y.Map([['amount', 3]]))
    const note = doc.getText('note')
    note.insert(0, 'Felles ')
    note.insert(7, 'ord', { bold: true })
    doc.getArray('list').push([1, 'two'])
    const before = version(board)
    goals.get('g')?.set('tags', Y.Array.from(['c']))
    goals.get('g')?.delete('later')
    goals.get('g')?.set('since', 1)
    doc.getMap<Y.Map<unknown>>('budget').get('x')?.set('amount', 4)
    doc.getMap('budget').set('y', new Y.Map())
    note.delete(0, 4)
    doc.getArray('list').delete(0, 1)
    const everyone = copyOf(board)
    restoreContent(everyone.doc, before, now)
    const copy = everyone.doc
    expect(everyone.goals.get('g')?.toJSON()).toMatchObject({ tags: ['a', { b: 1 }], later: { deep: [1, 2] } })
    expect(everyone.goals.get('g')?.has('since')).toBe(false)
    expect(copy.getMap('budget').toJSON()).toEqual({ x: { amount: 3 }, y: { deletedAt: now } })
    expect(copy.getText('note').toDelta()).toEqual([
      { insert: 'Felles ' },
      { insert: 'ord', attributes: { bold: true } },
    ])
    expect(copy.getArray('list').toJSON()).toEqual([1, 'two'])
  })

  test('[MO28] whatever is done to a board before and after, it reads as it did', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (seed, first, then) => {
          const board = newBoard()
          const someone = hand(board, seed, 'a')
          for (let step = 0; step < first; step += 1) actAtRandom(someone)
          const before = version(board)
          const wanted = shown(openTeamDocument(before))
          for (let step = 0; step < then; step += 1) actAtRandom(someone)
          if (then % 3 === 0) sweepDeleted(board.doc, now)
          restoreContent(board.doc, before, now)
          expect(shown(board)).toEqual(wanted)
          const update = Y.encodeStateVector(board.doc)
          restoreContent(board.doc, before, now)
          expect(Y.encodeStateVector(board.doc)).toEqual(update)
        },
      ),
      { numRuns: 30 },
    )
  })
})

describe('while others write', () => {
  test('[MO29] what somebody wrote offline before the restore meets it and doubles nothing', () => {
    const [board, laptop] = twoBoards()
    const before = version(board)
    setText(textOf(board, 'g'), 'Ødelagt', limits.goalTitle)
    send(board, laptop)
    // Offline: one text, one move, one new goal, and a goal that the restore puts among the deleted.
    addGoal(board, { id: 'since', title: 'Siden', state: 'proposed', time: 2 })
    send(board, laptop)
    textOf(laptop, 'g').insert(0, '✱')
    textOf(laptop, 'since').insert(0, '✱')
    moveGoal(laptop, { id: 'g', state: 'reached', afterId: null })
    addGoal(laptop, { id: 'mine', title: 'Mitt ✱', state: 'proposed', time: 3 })
    restoreContent(board.doc, before, now)
    const [forth, back] = mergedInBothOrders([board, laptop])
    meet(board, laptop)
    for (const each of [board, laptop, forth, back]) {
      expect(reading(each)).toEqual(reading(board))
      expect(allGoals(each).map(({ id, title }) => [id, title.replace('✱', '')])).toEqual([
        ['g', 'Bedre samhandling'],
        ['mine', 'Mitt '],
      ])
      expect(textOf(each, 'g').toString()).toContain('✱')
      expect(deletedGoals(each)).toMatchObject([{ id: 'since', title: '✱Siden' }])
    }
  })

  test('[MO29] whatever somebody did offline, both sides agree, and it is there once', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 12 }),
        (seed, steps, offline) => {
          const board = newBoard()
          const someone = hand(board, seed, 'a')
          for (let step = 0; step < steps; step += 1) actAtRandom(someone)
          addGoal(board, { id: 'theirs', title: 'Deres', state: 'proposed', time: 1 })
          const before = version(board)
          for (let step = 0; step < steps; step += 1) actAtRandom(someone)
          const laptop = copyOf(board)
          const other = hand(laptop, seed + 1, 'b')
          for (let step = 0; step < offline; step += 1) actAtRandom(other)
          const title = textOf(laptop, 'theirs') as Y.Text | undefined
          title?.insert(0, '✱')
          addActor(laptop, { id: 'mine', mapId: 'municipal', name: '✱', sector: 'other', importance: 1, time: 2 })
          restoreContent(board.doc, before, now)
          const [forth, back] = mergedInBothOrders([board, laptop])
          meet(board, laptop)
          for (const each of [board, laptop, forth, back]) {
            expect(reading(each)).toEqual(reading(board))
            const written = JSON.stringify(each.doc.toJSON())
            expect(written.split('✱').length - 1).toBe(title ? 2 : 1)
            expect(each.actors.has('mine')).toBe(true)
          }
        },
      ),
      { numRuns: 25 },
    )
  })

  test('[MO29] somebody’s undo takes back only what was theirs', () => {
    const [board, laptop] = twoBoards()
    const undo = new Y.UndoManager([laptop.goals, laptop.measures], { trackedOrigins: new Set([localOrigin]) })
    const before = version(board)
    setText(textOf(laptop, 'g'), 'Bedre samhandling hjemme', limits.goalTitle)
    moveGoal(board, { id: 'g', state: 'chosen', afterId: null })
    meet(board, laptop)
    restoreContent(board.doc, before, now)
    meet(board, laptop)
    expect(allGoals(laptop)).toMatchObject([{ title: 'Bedre samhandling', state: 'proposed' }])
    undo.undo()
    meet(board, laptop)
    expect(allGoals(board)).toMatchObject([{ title: 'Bedre samhandling', state: 'proposed' }])
  })
})
