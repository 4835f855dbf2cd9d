import * as Y from 'yjs'
import type { PersonReference } from './measure.ts'

/** Modell for kvalitetsforbedring: five phases, in any order, several at once. */
export const phases = ['prepare', 'plan', 'do', 'evaluate', 'followUp'] as const
export type Phase = (typeof phases)[number]

/** The steps of each phase. Ids are stable; the words are in the catalogues. */
export const phaseSteps = {
  prepare: ['prepare.need', 'prepare.knowledge', 'prepare.anchor'],
  plan: ['plan.practice', 'plan.goals', 'plan.measures', 'plan.actions'],
  do: ['do.try', 'do.adjust'],
  evaluate: ['evaluate.reflect', 'evaluate.better'],
  followUp: ['followUp.adopt', 'followUp.sustain', 'followUp.share'],
} as const satisfies Record<Phase, readonly string[]>
export type StepId = (typeof phaseSteps)[Phase][number]

export const stepStates = ['none', 'started', 'done'] as const
export type StepState = (typeof stepStates)[number]

/** The id of the phase board that is the team's own; other boards have their goal's id. */
export const teamBoardId = 'team'

/** Where a step's state is kept in the root map `steps`: one plain value, last writer wins. */
export function stepKey(boardId: string, stepId: StepId): string {
  return `${boardId}|${stepId}`
}

/**
 * A card on a phase board. In the document: a Y.Map in `cards` under its id with Y.Text `text`. A card of a
 * goal that is deleted is hidden on reading.
 */
export type PhaseCard = {
  id: string
  boardId: string
  phase: Phase
  text: string
  owner: PersonReference | null
  due: string | null
  order: string
  deletedAt: number | null
}

/** A new card's entry, made deleted and shown in a second step. */
export function newCardEntry(args: {
  boardId: string
  phase: Phase
  text: string
  order: string
  time: number
}): Y.Map<unknown> {
  const map = new Y.Map<unknown>()
  map.set('boardId', args.boardId)
  map.set('phase', args.phase)
  map.set('text', new Y.Text(args.text))
  map.set('owner', null)
  map.set('due', null)
  map.set('order', args.order)
  map.set('createdAt', args.time)
  map.set('deletedAt', args.time)
  return map
}
