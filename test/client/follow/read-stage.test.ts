import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { itemsOf, wholeOf } from '../../../client/features/follow/boardText.ts'
import { readStage } from '../../../client/features/follow/readStage.ts'
import { openStageDocument, type StageActor, type StageGoal, type StageShow } from '../../../shared/schema/stage.ts'

const shown = { page: 0, teamId: 't7', teamNumber: 7, teamName: 'Granvik' }

function stageWith(show: unknown, fill: (stage: ReturnType<typeof openStageDocument>) => void = () => undefined) {
  const stage = openStageDocument(new Y.Doc())
  stage.show.set('value', show as StageShow)
  fill(stage)
  return stage
}
const actor = (id: string, importance: 1 | 2 | 3): StageActor => ({
  id,
  name: id,
  sector: 'network',
  importance,
  relation: 'weak',
  involvement: 'asked',
  order: id,
})
const goal = (id: string, more: Partial<StageGoal> = {}): StageGoal => ({
  id,
  title: id,
  state: 'proposed',
  order: id,
  letters: { S: true, M: null, A: null, R: null, T: null, E: null },
  measure: { name: '', unit: '%', baseline: null, baselineUnknown: false, target: null, due: null },
  actions: [],
  ...more,
})

describe('what a phone follows', () => {
  test('nothing, and whatever is no board, is nothing [TA20]', () => {
    for (const show of [undefined, null, 7, 'goals', [], { kind: 'nothing', page: 0 }, { kind: 'moon', ...shown }]) {
      expect(readStage(stageWith(show))).toBeNull()
    }
    expect(readStage(stageWith({ kind: 'map', ...shown }))).toBeNull()
    expect(readStage(stageWith({ kind: 'goals', page: 0 }))).toBeNull()
  })

  test('a map: the one in focus first, then the most important; malformed actors are left out [TA20] [TA21]', () => {
    const stage = stageWith(
      { ...shown, kind: 'map', mapId: 'm', level: 'individual', coverName: 'Kari', focus: 'c' },
      ({ actors }) => {
        for (const each of [actor('a', 1), actor('b', 3), actor('c', 2)]) actors.set(each.id, each)
        actors.set('bad', 4 as unknown as StageActor)
        actors.set('odd', { name: 9, relation: 'love', involvement: 3, importance: 12 } as unknown as StageActor)
      },
    )
    const board = readStage(stage)?.board
    expect(board?.kind === 'map' && board.actors.map(({ id }) => id).slice(0, 2)).toEqual(['c', 'b'])
    expect(board?.kind === 'map' && board.actors.find(({ id }) => id === 'odd')).toMatchObject({
      name: '',
      relation: null,
      involvement: 'notAsked',
      importance: 1,
    })
    expect(board && itemsOf(board).some(({ subject }) => subject.id === 'bad')).toBe(false)
    expect(board && wholeOf(board, 't7')).toEqual({ kind: 'map', id: 'm' })
  })

  test('goals: all of them, also when one is in focus; that one and its section come first [TA21]', () => {
    const stage = stageWith({ ...shown, kind: 'goals', focus: 'p2' }, ({ goals }) => {
      goals.set('c1', goal('c1', { state: 'chosen' }))
      goals.set('p1', goal('p1'))
      goals.set('p2', goal('p2'))
      goals.set('bad', [] as unknown as StageGoal)
    })
    const board = readStage(stage)?.board
    expect(board?.kind === 'goals' && board.sections.map(({ goals }) => goals.map(({ id }) => id))).toEqual([
      ['p2', 'p1'],
      ['c1'],
    ])
  })

  test('phases: every phase and step, whatever the stage leaves out; a comment on the whole is about its goal', () => {
    const stage = stageWith({ ...shown, kind: 'phases', boardId: 'g', title: 'Målet' }, ({ phases }) => {
      phases.set('plan', {
        steps: [{ id: 'plan.goals', state: 'done' }],
        cards: [{ id: 'k', text: 'Kort', owner: null, due: '2027-02-30' }, 5],
      } as never)
      phases.set('do', 'broken' as never)
    })
    const board = readStage(stage)?.board
    if (board?.kind !== 'phases') throw new Error('no phases')
    expect(board.phases).toHaveLength(5)
    expect(board.phases[1]?.steps.find(({ id }) => id === 'plan.goals')?.state).toBe('done')
    expect(board.phases[1]?.cards).toEqual([{ id: 'k', text: 'Kort', owner: null, due: null }])
    expect(wholeOf(board, 't7')).toEqual({ kind: 'goal', id: 'g' })
  })
})
