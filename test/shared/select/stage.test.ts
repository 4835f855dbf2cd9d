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
