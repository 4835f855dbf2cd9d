import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { stageContent, mostShown } from '../../../server/derived/stage-view.ts'
import { teamSummary } from '../../../server/derived/team-summary.ts'
import { WorkPace } from '../../../server/derived/work-pace.ts'
import { threadMs } from '../../../server/sync/thread-time.ts'
import { initialState } from '../../../shared/schema/migrations.ts'
import { municipalMapId } from '../../../shared/schema/actor-map.ts'
import { openTeamDocument, type TeamDocument } from '../../../shared/schema/team.ts'
import { actionsByGoal, actionsOf } from '../../../shared/select/actions.ts'
import { actorsByMap, actorsOn } from '../../../shared/select/actorMaps.ts'

const count = 3_000
const talk = { members: new Map(), agreements: new Map() }
const shown = { page: 0, teamId: 't', teamNumber: 1, teamName: 'Granvik' }

/** What no team writes, and a program can in a second: everything three thousand times. */
function hugeBoard(): TeamDocument {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, initialState('team'))
  const add = (root: string, id: string, fields: Record<string, unknown>): void =>
    void doc.getMap<Y.Map<unknown>>(root).set(id, new Y.Map(Object.entries(fields)))
  doc.transact(() => {
    for (let at = 0; at < count; at += 1) {
      add('goals', `g${at}`, { title: `Mål ${at}`, state: 'chosen', parentId: `g${at - 1}` })
      add('actions', `a${at}`, { goalId: `g${at % 7}`, text: 'x', order: `a${at}` })
      add('maps', `m${at}`, { coverName: `Kart ${at}` })
      add('actors', `b${at}`, { name: `Aktør ${at}`, sector: 'other' })
      add('placements', `m${at % 3}:b${at}`, { mapId: `m${at % 3}`, actorId: `b${at}` })
    }
  })
  return openTeamDocument(doc)
}

describe('[SY40] a board larger than any', () => {
  const board = hugeBoard()

  test('is summed up and shown in time that grows with its size and not with the square of it', () => {
    const from = threadMs()
    const team = { number: 1, name: 'Granvik' }
    const summary = teamSummary(board, { team, talk: { ...talk, comments: [] }, today: '2027-03-17' })
    const stage = stageContent(board, talk, { kind: 'goals', teamId: 't' }, shown)
    expect(threadMs() - from).toBeLessThan(1_500)
    expect(summary.goals).toHaveLength(mostShown)
    expect(summary.maps).toHaveLength(mostShown + 1)
    expect(summary.maps.at(-1)?.id).toBe(municipalMapId)
    expect(stage.goals.size).toBe(mostShown)
  })

  test('is read in one pass as it is read one by one', () => {
    const [actions, actors] = [actionsByGoal(board), actorsByMap(board)]
    for (const id of ['g0', 'g6', 'g7']) expect(actions.get(id) ?? []).toEqual(actionsOf(board, id))
    for (const id of ['m0', 'm2', 'm3']) expect(actors.get(id) ?? []).toEqual(actorsOn(board, id))
  })

  test('is worked out anew only after ten times as long as that took', () => {
    const pace = new WorkPace()
    expect(pace.wait(150)).toBe(150)
    pace.measure(() => {
      for (const until = threadMs() + 40; threadMs() < until; ) JSON.stringify(board.goals.size)
    })
    expect(pace.wait(150)).toBeGreaterThanOrEqual(400)
  })
})
