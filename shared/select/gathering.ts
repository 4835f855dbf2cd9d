import type { GatheringDocument, StageChoice } from '../schema/gathering.ts'
import { readNumber, readString } from './read.ts'

/** What the facilitators have put on the stage; anything malformed reads as nothing. */
export function stageChoice(gathering: GatheringDocument): StageChoice {
  const value = gathering.stage.get('choice')
  if (typeof value !== 'object' || value === null) return { kind: 'nothing' }
  const fields = value as Record<string, unknown>
  const teamId = readString(fields['teamId'])
  const focus = readString(fields['focus'])
  const mapId = readString(fields['mapId'])
  const boardId = readString(fields['boardId'])
  if (teamId === null) return { kind: 'nothing' }
  if (fields['kind'] === 'goals') return { kind: 'goals', teamId, focus }
  if (fields['kind'] === 'map' && mapId !== null) return { kind: 'map', teamId, mapId, focus }
  if (fields['kind'] === 'phases' && boardId !== null) return { kind: 'phases', teamId, boardId }
  return { kind: 'nothing' }
}

/** «Tavlene hviler»: while it is true no editor may write on a team's board; commenting stays open. */
export function boardsRest(gathering: GatheringDocument): boolean {
  return gathering.stage.get('boardsRest') === true
}

/** The page that the facilitators have turned to, from 0. */
export function stagePage(gathering: GatheringDocument): number {
  return Math.max(0, Math.trunc(readNumber(gathering.stage.get('page')) ?? 0))
}
