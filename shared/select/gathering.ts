import type { GatheringDocument, StageChoice } from '../schema/gathering.ts'
import { readNumber } from './read.ts'

/** What the facilitators have put on the stage; anything malformed reads as nothing. */
export function stageChoice(gathering: GatheringDocument): StageChoice {
  const value = gathering.stage.get('choice')
  if (typeof value !== 'object' || value === null || !('kind' in value)) return { kind: 'nothing' }
  if (value.kind === 'goals' && 'teamId' in value && typeof value.teamId === 'string') {
    return { kind: 'goals', teamId: value.teamId }
  }
  return { kind: 'nothing' }
}

/** The page that the facilitators have turned to, from 0. */
export function stagePage(gathering: GatheringDocument): number {
  return Math.max(0, Math.trunc(readNumber(gathering.stage.get('page')) ?? 0))
}
