import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { openStageDocument } from '../../../shared/schema/stage.ts'
import { stageView } from '../../../shared/select/stage.ts'
import { fakeGoal, fakeStage, granvik } from '../../client/projector/fakeStage.ts'

describe('[PR2] the goal board on the stage', () => {
  test('chosen goals first, then proposals, reached, set aside; each in the board’s order', () => {
    const view = stageView(
      fakeStage(granvik, [
        fakeGoal('d', { state: 'setAside' }),
        fakeGoal('c', { state: 'reached' }),
        fakeGoal('b', { state: 'proposed' }),
        fakeGoal('a2', { order: 'a1' }),
        fakeGoal('a1', { order: 'a2' }),
      ]),
    )
    expect(view.sections.map((section) => [section.state, section.goals.map((goal) => goal.id)])).toEqual([
      ['chosen', ['a2', 'a1']],
      ['proposed', ['b']],
      ['reached', ['c']],
      ['setAside', ['d']],
    ])
  })

  test('an empty document shows nothing', () => {
    expect(stageView(openStageDocument(new Y.Doc()))).toMatchObject({
      show: { kind: 'nothing', page: 0 },
      sections: [],
    })
  })

  test('goals left over from the last team are not shown once the stage is cleared', () => {
    expect(stageView(fakeStage({ kind: 'nothing', page: 2 }, [fakeGoal('a')])).sections).toEqual([])
  })
})

describe('[PR6] malformed entries', () => {
  const rawStage = (show: unknown, goals: Record<string, unknown>) => {
    const doc = new Y.Doc()
    doc.getMap<unknown>('show').set('value', show)
    for (const [id, goal] of Object.entries(goals)) doc.getMap<unknown>('goals').set(id, goal)
    return openStageDocument(doc)
  }

  test.each([[null], ['goals'], [7], [{ kind: 'goals' }], [{ kind: 'dance', teamId: 't' }], [[1, 2]]])(
    'a choice that is none (%o) reads as nothing',
    (show) => expect(stageView(rawStage(show, {})).show.kind).toBe('nothing'),
  )

  test('a page that is none reads as the first', () => {
    for (const page of ['two', -3, Number.NaN, null]) {
      expect(stageView(rawStage({ ...granvik, page }, {})).show.page).toBe(0)
    }
  })

  test('a goal that is none is left out, and the rest of the board stands', () => {
    const view = stageView(
      rawStage(granvik, {
        a: null,
        b: 'goal',
        c: [],
        d: {
          title: 7,
          state: 'flying',
          order: {},
          letters: 'SMARTE',
          measure: [1],
          actions: [null, { text: 5 }, { text: 'Ring' }],
        },
        e: fakeGoal('e', { order: 'a0' }),
      }),
    )
    expect(view.sections.flatMap((section) => section.goals.map((goal) => goal.id))).toEqual(['e', 'd'])
    const broken = view.sections[1]?.goals[0]
    expect(broken).toMatchObject({
      title: '',
      state: 'proposed',
      actions: [{ text: 'Ring', state: 'notStarted', owner: null }],
    })
    expect(Object.values(broken?.letters ?? {})).toEqual([null, null, null, null, null, null])
  })

  test('a date that does not exist is no date', () => {
    const goal = fakeGoal('a', { measure: { ...fakeGoal('a').measure, due: '2027-02-30' } })
    expect(stageView(fakeStage(granvik, [goal])).sections[0]?.goals[0]?.measure.due).toBeNull()
  })
})

describe('[PR6] maps and phases on the stage', () => {
  const stageOf = (show: unknown, parts: Record<string, Record<string, unknown>>) => {
    const doc = new Y.Doc()
    doc.getMap<unknown>('show').set('value', show)
    for (const [name, entries] of Object.entries(parts)) {
      for (const [id, value] of Object.entries(entries)) doc.getMap<unknown>(name).set(id, value)
    }
    return stageView(openStageDocument(doc))
  }
  const team = { page: 0, teamId: 't7', teamNumber: 7, teamName: 'Granvik' }
  const mapShow = { ...team, kind: 'map', mapId: 'm', level: 'individual', coverName: 'Kari', focus: 'a' }
  const mor = { name: 'Mor', sector: 'network', importance: 3, relation: 'conflict', involvement: 'asked', order: 'a1' }

  test('a map with its actors in order, and only lines between two who are there', () => {
    const view = stageOf(mapShow, {
      actors: { a: mor, b: { ...mor, name: 'Far', order: 'a0' }, c: null, d: { importance: 'very', relation: 'love' } },
      lines: {
        l1: { from: 'a', to: 'b', kind: 'inTurn', relation: 'weak' },
        l2: { from: 'a', to: 'gone', kind: 'together', relation: null },
        l3: 'a line',
        l4: { from: 'a', to: 'a', kind: 'together' },
      },
      sectors: { network: { id: 'network', name: '', order: 'a' }, bad: 4 },
    })
    expect(view.show).toEqual(mapShow)
    expect(view.actors.map(({ id }) => id)).toEqual(['d', 'b', 'a'])
    expect(view.actors[0]).toMatchObject({ name: '', importance: 1, relation: null, involvement: 'notAsked' })
    expect(view.lines).toEqual([{ key: 'l1', from: 'a', to: 'b', kind: 'inTurn', relation: 'weak' }])
    expect(view.sectors.map(({ id }) => id)).toEqual(['network'])
    expect(view.sections).toEqual([])
  })
  test('a map that has no id is nothing', () => {
    expect(stageOf({ ...team, kind: 'map' }, { actors: { a: mor } })).toMatchObject({
      show: { kind: 'nothing' },
      actors: [],
    })
  })
  test('five phases with every step, whatever is told of them', () => {
    const view = stageOf(
      { ...team, kind: 'phases', boardId: 'team', title: null },
      {
        phases: {
          do: {
            steps: [{ id: 'do.try', state: 'started' }, 3],
            cards: [{ id: 'k', text: 'Møte', owner: 7, due: 'soon' }, null],
          },
          plan: 'all',
        },
      },
    )
    expect(view.phases.map(({ phase }) => phase)).toEqual(['prepare', 'plan', 'do', 'evaluate', 'followUp'])
    expect(view.phases[2]?.steps).toEqual([
      { id: 'do.try', state: 'started' },
      { id: 'do.adjust', state: 'none' },
    ])
    expect(view.phases[2]?.cards).toEqual([{ id: 'k', text: 'Møte', owner: null, due: null }])
    expect(view.phases[1]?.steps).toHaveLength(4)
  })
  test('[PR14] a goal in focus is alone; one that is gone is no focus', () => {
    const goals = { a: fakeGoal('a'), b: fakeGoal('b', { state: 'proposed' }) }
    expect(
      stageOf({ ...granvik, focus: 'b' }, { goals }).sections.map(({ goals: shown }) => shown.map(({ id }) => id)),
    ).toEqual([['b']])
    expect(stageOf({ ...granvik, focus: 'gone' }, { goals }).sections).toHaveLength(2)
  })
})
