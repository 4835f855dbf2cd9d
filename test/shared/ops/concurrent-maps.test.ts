import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import {
  addActor,
  deleteActor,
  moveActor,
  placeActor,
  removeFromMap,
  restoreActor,
  setPlacementField,
} from '../../../shared/ops/actors.ts'
import { addGoal, deleteGoal, restoreGoal } from '../../../shared/ops/goals.ts'
import { connectActors, removeLine, setLineRelation } from '../../../shared/ops/lines.ts'
import {
  addSector,
  deleteMap,
  deleteSector,
  renameSector,
  restoreMap,
  restoreSector,
} from '../../../shared/ops/maps.ts'
import {
  addCard,
  deleteCard,
  moveCard,
  restoreCard,
  setCardDue,
  setCardOwner,
  setStep,
} from '../../../shared/ops/phases.ts'
import { editText, setText } from '../../../shared/ops/text.ts'
import { importances } from '../../../shared/schema/actor.ts'
import { limits } from '../../../shared/schema/limits.ts'
import { phases, stepStates } from '../../../shared/schema/phase.ts'
import { lineKey } from '../../../shared/schema/relation.ts'
import type { TeamDocument } from '../../../shared/schema/team.ts'
import {
  actorMapView,
  actorsOn,
  allActors,
  allMaps,
  allSectors,
  deletedActors,
  linesOn,
} from '../../../shared/select/actorMaps.ts'
import { cardsIn, phaseViews } from '../../../shared/select/phases.ts'
import {
  bringOver,
  copyOf,
  meet,
  mergedInBothOrders,
  placementText,
  reading,
  send,
  twoBoards,
  twoMaps,
} from '../boards.ts'

/** Both boards and two fresh ones that get the parts in either order: all must read the same. */
function agreed(a: TeamDocument, b: TeamDocument): void {
  const [forth, back] = mergedInBothOrders([a, b])
  meet(a, b)
  const all = [a, b, forth, back].map(reading)
  for (const each of all) expect(each).toEqual(all[0])
}

const on = (board: TeamDocument, actorId: string, mapId = 'kari') =>
  actorsOn(board, mapId).find((actor) => actor.actorId === actorId)
const order = (board: TeamDocument, mapId = 'kari') => actorsOn(board, mapId).map((actor) => actor.actorId)
const key = lineKey('kari', 'a', 'b', 'together')
const line = { mapId: 'kari', from: 'a', to: 'b', kind: 'together', time: 3 } as const

// Which of two equal writes stands depends on the client ids: everything holds either way.
describe.each([false, true])('two people at one map (client ids swapped: %s)', (swapped) => {
  test('[MO25] both bring one actor over: it is there once, with what each wrote of it', () => {
    const [a, b] = twoMaps(swapped)
    bringOver(a, 'a', 2)
    bringOver(b, 'a', 3)
    editText(placementText(a, 'municipal', 'a'), { index: 0, remove: 0, insert: 'Har kveldsvakt. ' }, limits.learnt)
    editText(placementText(b, 'municipal', 'a'), { index: 0, remove: 0, insert: 'Svarer på SMS. ' }, limits.learnt)
    setPlacementField(a, { mapId: 'municipal', actorId: 'a', field: 'relation', value: 'weak' })
    setPlacementField(b, { mapId: 'municipal', actorId: 'a', field: 'involvement', value: 'with' })
    agreed(a, b)
    expect(actorsOn(a, 'municipal')).toMatchObject([{ actorId: 'a', relation: 'weak', involvement: 'with' }])
    for (const words of ['Har kveldsvakt.', 'Svarer på SMS.']) expect(on(b, 'a', 'municipal')?.learnt).toContain(words)
    expect(on(a, 'a')).toMatchObject({ relation: null, involvement: 'notAsked' })
  })

  test('[MO25] one who brought an actor over and wrote without net meets one who did long before', () => {
    const [a, b] = twoMaps(swapped)
    bringOver(a, 'a')
    removeFromMap(a, { mapId: 'municipal', actorId: 'a', time: 3 })
    bringOver(b, 'a')
    setText(placementText(b, 'municipal', 'a'), 'Skrevet uten nett', limits.learnt)
    agreed(a, b)
    bringOver(a, 'a')
    agreed(a, b)
    expect(on(b, 'a', 'municipal')?.learnt).toBe('Skrevet uten nett')
  })

  test('[MO25] both draw one line: it is there once, with what each said of it', () => {
    const [a, b] = twoMaps(swapped)
    connectActors(a, { ...line, relation: 'conflict' })
    connectActors(b, { ...line, from: 'b', to: 'a', relation: null })
    setText(b.lines.get(key)?.get('note') as Y.Text, 'Snakker ikke sammen', limits.lineNote)
    agreed(a, b)
    expect(linesOn(a, 'kari')).toMatchObject([{ key, relation: 'conflict', note: 'Snakker ikke sammen' }])
  })

  test('[MO3] one removes a line, another says how it is: it is gone, and drawn again it says so', () => {
    const [a, b] = twoMaps(swapped)
    connectActors(a, { ...line, relation: null })
    meet(a, b)
    removeLine(a, { key, time: 4 })
    setLineRelation(b, { key, relation: 'strong' })
    agreed(a, b)
    expect(linesOn(b, 'kari')).toEqual([])
    connectActors(b, { ...line, relation: null })
    agreed(a, b)
    expect(linesOn(a, 'kari')).toMatchObject([{ relation: 'strong' }])
  })

  test('[MO5] two move one actor: it stands in one place, in one sector', () => {
    const [a, b] = twoMaps(swapped)
    moveActor(a, { mapId: 'kari', actorId: 'a', sector: 'state', importance: 1 })
    moveActor(b, { mapId: 'kari', actorId: 'a', sector: 'voluntary', importance: 2 })
    agreed(a, b)
    expect(order(a).filter((id) => id === 'a')).toHaveLength(1)
    expect(['state', 'voluntary']).toContain(on(a, 'a')?.sector)
    expect([1, 2]).toContain(on(a, 'a')?.importance)
  })

  test('[MO7] two put actors in the same place: both stand there, in one order', () => {
    const [a, b] = twoMaps(swapped)
    const place = { mapId: 'kari', name: 'Ny', sector: 'network', importance: 3, time: 2 } as const
    addActor(a, { ...place, id: 'x' })
    addActor(b, { ...place, id: 'y' })
    agreed(a, b)
    expect(order(a)).toEqual(['a', 'b', 'x', 'y'])
    // Between two that share a key is a place like any other.
    moveActor(a, { mapId: 'kari', actorId: 'a', sector: 'network', importance: 3, afterActorId: 'x' })
    agreed(a, b)
    expect(order(b)).toEqual(['b', 'x', 'a', 'y'])
  })

  test.each(['actor', 'placement', 'map'] as const)(
    '[MO3] one moves and writes while another deletes the %s',
    (what) => {
      const [a, b] = twoMaps(swapped)
      moveActor(a, { mapId: 'kari', actorId: 'a', sector: 'specialist', importance: 2 })
      setText(placementText(a, 'kari', 'a'), 'Epikrisen kommer for sent', limits.learnt)
      setText(a.actors.get('a')?.get('name') as Y.Text, 'DPS', limits.actorName)
      if (what === 'actor') deleteActor(b, { id: 'a', time: 5 })
      else if (what === 'map') deleteMap(b, { id: 'kari', time: 5 })
      else removeFromMap(b, { mapId: 'kari', actorId: 'a', time: 5 })
      agreed(a, b)
      expect(actorMapView(a, 'kari')?.actors.some((actor) => actor.actorId === 'a') ?? false).toBe(false)
      // Somebody whose panel is still open types on.
      setText(placementText(b, 'kari', 'a'), 'Epikrisen kommer for sent, sier fastlegen', limits.learnt)
      if (what === 'actor') restoreActor(a, { id: 'a' })
      else if (what === 'map') restoreMap(a, { id: 'kari' })
      else placeActor(a, { mapId: 'kari', actorId: 'a', importance: 3, time: 6 })
      agreed(a, b)
      expect(on(b, 'a')).toMatchObject({
        name: 'DPS',
        sector: 'specialist',
        importance: 2,
        learnt: 'Epikrisen kommer for sent, sier fastlegen',
      })
    },
  )

  test('an actor brought over while another deletes it is gone, and comes back on both maps', () => {
    const [a, b] = twoMaps(swapped)
    bringOver(a, 'a')
    deleteActor(b, { id: 'a', time: 5 })
    agreed(a, b)
    expect([order(a, 'municipal'), deletedActors(a).length]).toEqual([[], 1])
    restoreActor(b, { id: 'a' })
    agreed(a, b)
    expect([order(a), order(a, 'municipal')]).toEqual([['a', 'b'], ['a']])
  })

  test('a sector removed while an actor moves there: it is shown in «other», and there when it is taken back', () => {
    const [a, b] = twoMaps(swapped)
    addSector(a, { id: 's1', name: 'Skolen', time: 2 })
    meet(a, b)
    moveActor(a, { mapId: 'kari', actorId: 'a', sector: 's1', importance: 3 })
    renameSector(a, { id: 's1', name: 'Skolen og SFO' })
    deleteSector(b, { id: 's1', time: 5 })
    agreed(a, b)
    expect([on(b, 'a')?.sector, allSectors(b).length]).toEqual(['other', 6])
    restoreSector(b, { id: 's1' })
    agreed(a, b)
    expect([on(a, 'a')?.sector, allSectors(a).at(-1)?.name]).toEqual(['s1', 'Skolen og SFO'])
  })

  test('[MO5] two rename a standard sector for the first time: one of the two names stands', () => {
    const [a, b] = twoMaps(swapped)
    renameSector(a, { id: 'state', name: 'NAV' })
    renameSector(b, { id: 'state', name: 'NAV og staten' })
    agreed(a, b)
    expect(['NAV', 'NAV og staten']).toContain(allSectors(a)[3]?.name)
  })
})

describe.each([false, true])('two people at one phase board (client ids swapped: %s)', (swapped) => {
  test('[MO5] two set one step: one of the two stands, for everyone', () => {
    const [a, b] = twoBoards(swapped)
    setStep(a, { boardId: 'team', stepId: 'do.try', state: 'started' })
    setStep(b, { boardId: 'team', stepId: 'do.try', state: 'done' })
    setStep(b, { boardId: 'team', stepId: 'do.adjust', state: 'done' })
    agreed(a, b)
    expect(['started', 'done']).toContain(phaseViews(a, 'team')[2]?.steps[0]?.state)
    expect(phaseViews(a, 'team')[2]?.steps[1]?.state).toBe('done')
  })

  test('two move one card: it stands in one phase, once', () => {
    const [a, b] = twoBoards(swapped)
    addCard(a, { id: 'c', boardId: 'team', phase: 'plan', text: 'Kort', time: 2 })
    meet(a, b)
    moveCard(a, { id: 'c', phase: 'do', afterId: null })
    moveCard(b, { id: 'c', phase: 'evaluate', afterId: null })
    agreed(a, b)
    const there = phases.filter((phase) => cardsIn(a, 'team', phase).length > 0)
    expect(['do', 'evaluate']).toContain(there[0])
    expect(there).toHaveLength(1)
  })

  test('[MO3] one moves and writes on a card while another deletes it', () => {
    const [a, b] = twoBoards(swapped)
    addCard(a, { id: 'c', boardId: 'team', phase: 'plan', text: 'Kort', time: 2 })
    meet(a, b)
    moveCard(a, { id: 'c', phase: 'do', afterId: null })
    setText(a.cards.get('c')?.get('text') as Y.Text, 'Kort til fastlegen', limits.cardText)
    setCardOwner(a, { id: 'c', owner: { personId: 'p' } })
    deleteCard(b, { id: 'c', time: 5 })
    agreed(a, b)
    expect(cardsIn(a, 'team', 'do')).toEqual([])
    restoreCard(b, { id: 'c' })
    agreed(a, b)
    expect(cardsIn(a, 'team', 'do')).toMatchObject([{ text: 'Kort til fastlegen', owner: { personId: 'p' } }])
  })

  test('[MO3] a goal deleted while its phase board is worked on brings it all back', () => {
    const [a, b] = twoBoards(swapped)
    setStep(a, { boardId: 'g', stepId: 'plan.goals', state: 'done' })
    addCard(a, { id: 'c', boardId: 'g', phase: 'plan', text: 'Kort', time: 2 })
    setCardDue(a, { id: 'c', due: '2027-03-17' })
    deleteGoal(b, { id: 'g', time: 5 })
    agreed(a, b)
    restoreGoal(b, { id: 'g' })
    agreed(a, b)
    expect(phaseViews(b, 'g')[1]).toMatchObject({
      state: 'started',
      done: 1,
      cards: [{ text: 'Kort', due: '2027-03-17' }],
    })
  })
})

type Step = { board: number; kind: number; one: number; other: number; sync: boolean }
const step: fc.Arbitrary<Step> = fc.record({
  board: fc.nat(2),
  kind: fc.nat(22),
  one: fc.nat(3),
  other: fc.nat(3),
  sync: fc.boolean(),
})

function take(board: TeamDocument, { kind, one, other }: Step, time: number): void {
  const actorId = `a${one}`
  const mapId = other % 2 ? 'kari' : 'municipal'
  const sector = allSectors(board)[one + other]?.id ?? 'other'
  const importance = importances[other % 3] ?? 1
  const fresh = `n${time}-${board.doc.clientID}`
  const cards = [...board.cards.keys()]
  const card = cards[one] ?? ''
  const phase = phases[other] ?? 'do'
  const lineId = [...board.lines.keys()][other] ?? ''
  const learnt = placementText(board, mapId, actorId)
  const doings: (() => void)[] = [
    () => addActor(board, { id: fresh, mapId, name: fresh, sector, importance, time }),
    () => placeActor(board, { mapId, actorId, importance, time }),
    () => placeActor(board, { mapId, actorId, importance, time }),
    () => removeFromMap(board, { mapId, actorId, time }),
    () => moveActor(board, { mapId, actorId, sector, importance }),
    () => moveActor(board, { mapId, actorId, sector, importance, afterActorId: other ? `a${other}` : null }),
    () => deleteActor(board, { id: actorId, time }),
    () => restoreActor(board, { id: actorId }),
    () => setPlacementField(board, { mapId, actorId, field: 'relation', value: other ? 'weak' : null }),
    () => connectActors(board, { mapId, from: actorId, to: `a${other}`, kind: 'together', relation: null, time }),
    () => connectActors(board, { mapId, from: actorId, to: `a${other}`, kind: 'inTurn', relation: 'fair', time }),
    () => removeLine(board, { key: lineId, time }),
    () => setLineRelation(board, { key: lineId, relation: 'conflict' }),
    () => (learnt ? editText(learnt, { index: 0, remove: 0, insert: `${fresh} ` }, limits.learnt) : undefined),
    () => addSector(board, { id: `s${one}`, name: fresh, time }),
    () => deleteSector(board, { id: `s${one}`, time }),
    () => renameSector(board, { id: other ? `s${one}` : 'state', name: `Sektor ${time}` }),
    () => (other ? deleteMap(board, { id: 'kari', time }) : restoreMap(board, { id: 'kari' })),
    () => addCard(board, { id: fresh, boardId: other ? 'g' : 'team', phase, text: fresh, time }),
    () => moveCard(board, { id: card, phase, afterId: cards[other] ?? null }),
    () => (other ? deleteCard(board, { id: card, time }) : restoreCard(board, { id: card })),
    () => setStep(board, { boardId: other % 2 ? 'g' : 'team', stepId: 'do.try', state: stepStates[one % 3] ?? 'done' }),
    () => (other ? deleteGoal(board, { id: 'g', time }) : restoreGoal(board, { id: 'g' })),
  ]
  doings[kind]?.()
}

describe('three people', () => {
  test(
    '[MO2] whatever they do and whenever they meet, they end with the same maps and phases, and no words are lost',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
          const [first] = twoMaps(false, ['a0', 'a1', 'a2', 'a3'])
          addGoal(first, { id: 'g', title: 'Mål', state: 'chosen', time: 1 })
          const boards = [first, copyOf(first, 2), copyOf(first, 3)]
          const written: string[] = []
          steps.forEach((each, index) => {
            const board = boards[each.board] ?? first
            take(board, each, index + 2)
            const mapId = each.other % 2 ? 'kari' : 'municipal'
            const words = `n${index + 2}-${board.doc.clientID} `
            if (each.kind === 13 && placementText(board, mapId, `a${each.one}`)) written.push(words)
            if (each.sync) send(board, boards[(each.board + 1) % 3] ?? first)
            for (const map of allMaps(board)) {
              const ids = order(board, map.id)
              expect(new Set(ids).size).toBe(ids.length)
              for (const { from, to } of linesOn(board, map.id)) expect(ids).toEqual(expect.arrayContaining([from, to]))
            }
          })
          const [forth, back] = mergedInBothOrders(boards)
          for (const from of boards) for (const to of boards) send(from, to)
          const expected = reading(forth)
          for (const board of [...boards, back]) expect(reading(board)).toEqual(expected)
          const texts = JSON.stringify(forth.placements.toJSON())
          for (const words of written) expect(texts).toContain(words)
          expect(allActors(forth).length + deletedActors(forth).length).toBe(forth.actors.size)
        }),
        { numRuns: 120 },
      )
    },
  )
})
