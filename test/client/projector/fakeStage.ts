import * as Y from 'yjs'
import { openStageDocument, type StageDocument, type StageGoal, type StageShow } from '../../../shared/schema/stage.ts'

/** One goal for the hall, with whatever a test wants otherwise. */
export function fakeGoal(id: string, more: Partial<StageGoal> = {}): StageGoal {
  return {
    id,
    title: `Mål ${id}`,
    state: 'chosen',
    order: id,
    letters: { S: null, M: null, A: null, R: null, T: null, E: null },
    measure: { name: '', unit: '%', baseline: null, baselineUnknown: false, target: null, due: null },
    actions: [],
    ...more,
  }
}

export const granvik: StageShow = {
  kind: 'goals',
  page: 0,
  teamId: 't7',
  teamNumber: 7,
  teamName: 'Granvik',
  focus: null,
}

/** A stage as the server writes it. */
export function fakeStage(show: StageShow, goals: StageGoal[]): StageDocument {
  const stage = openStageDocument(new Y.Doc())
  stage.show.set('value', show)
  for (const goal of goals) stage.goals.set(goal.id, goal)
  return stage
}
