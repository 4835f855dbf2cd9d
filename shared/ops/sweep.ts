import type * as Y from 'yjs'
import { municipalMapId } from '../schema/actor-map.ts'
import { placementKey } from '../schema/actor.ts'
import { undeleteMs } from '../schema/limits.ts'
import { phases, phaseSteps, stepKey, teamBoardId } from '../schema/phase.ts'
import { standardSectors } from '../schema/sector.ts'
import { openTeamDocument, type TeamDocument } from '../schema/team.ts'
import { entries, readString, readTime } from '../select/read.ts'

/** The origin of a sweep's transaction. */
export const sweepOrigin = 'sweep'

/** Whether what an entity hangs on is removed now, was removed before, or stands. */
type Lost = 'now' | 'before' | null

type Root = Y.Map<Y.Map<unknown>>

/**
 * Removes for good what was deleted more than `undeleteMs` before `now` (ms since 1970), with what hangs on it:
 * goals with their measures, actions, phase steps and cards; maps and actors with their placements and lines;
 * single actions, cards, placements, lines and sectors; and what somebody offline hung on something that was
 * removed already, when it is as old itself. Run by the server when a team's room loads. Safe to run twice and
 * in two places at once; whoever takes an entity back at the same moment loses to the sweep, as after any
 * other 30 days. Resolves no clocks: a deletion is as old as its writer's clock said. Returns how many went.
 */
export function sweepDeleted(doc: Y.Doc, now: number): number {
  const board = openTeamDocument(doc)
  const old = (value: unknown) => {
    const time = readTime(value)
    return time !== null && now - time > undeleteMs
  }
  const removed = new Map<Root, Set<string>>()

  /** Marks the entities of a root for removal: the old ones, and those that point to what is gone. */
  function mark(root: Root, pointers: (entity: Y.Map<unknown>) => Lost[] = () => []): void {
    const ids = entries(root)
      .filter(([, entity]) => {
        if (old(entity.get('deletedAt'))) return true
        const lost = pointers(entity)
        return lost.includes('now') || (lost.includes('before') && old(entity.get('createdAt')))
      })
      .map(([id]) => id)
    removed.set(root, new Set(ids))
  }

  /** Whether the entity that a field of another names is gone. */
  function lost(root: Root, id: unknown): Lost {
    const name = readString(id)
    if (name === null) return null
    if (removed.get(root)?.has(name)) return 'now'
    return root.has(name) ? null : 'before'
  }

  mark(board.goals)
  mark(board.actions, (action) => [lost(board.goals, action.get('goalId'))])
  mark(board.cards, (card) => {
    const boardId = card.get('boardId')
    return boardId === teamBoardId ? [] : [lost(board.goals, boardId)]
  })
  mark(board.maps)
  removed.get(board.maps)?.delete(municipalMapId)
  mark(board.sectors)
  for (const id of standardSectors) removed.get(board.sectors)?.delete(id)
  mark(board.actors)
  const lostMap = (mapId: unknown) => (mapId === municipalMapId ? null : lost(board.maps, mapId))
  mark(board.placements, (placement) => [lostMap(placement.get('mapId')), lost(board.actors, placement.get('actorId'))])
  mark(board.lines, (line) => [
    lostMap(line.get('mapId')),
    lost(board.actors, line.get('from')),
    lost(board.actors, line.get('to')),
    ...['from', 'to'].map((end) =>
      lost(board.placements, placementKey(String(line.get('mapId')), String(line.get(end)))),
    ),
  ])
  const steps = stepsOfLostGoals(board, (goalId) => lost(board.goals, goalId) !== null)
  const count = [...removed.values()].reduce((sum, ids) => sum + ids.size, 0)
  if (count + steps.length === 0) return 0
  doc.transact(() => {
    for (const id of removed.get(board.goals) ?? []) board.measures.delete(id)
    for (const [root, ids] of removed) for (const id of ids) root.delete(id)
    for (const key of steps) board.steps.delete(key)
  }, sweepOrigin)
  return count
}

/** The keys of the steps on phase boards of goals that are gone. A key that is none of ours is left alone. */
function stepsOfLostGoals(board: TeamDocument, isLost: (goalId: string) => boolean): string[] {
  const stepIds = phases.flatMap((phase) => [...phaseSteps[phase]])
  return [...board.steps.keys()].filter((key) => {
    const goalId = key.slice(0, Math.max(key.lastIndexOf('|'), 0))
    const known = stepIds.some((stepId) => key === stepKey(goalId, stepId))
    return known && goalId !== teamBoardId && isLost(goalId)
  })
}
