import * as Y from 'yjs'
import { AppError } from '../errors.ts'
import { limits } from '../schema/limits.ts'
import type { PersonReference } from '../schema/measure.ts'
import { newCardEntry, phases, phaseSteps, stepKey, stepStates, teamBoardId } from '../schema/phase.ts'
import type { Phase, StepId, StepState } from '../schema/phase.ts'
import type { TeamDocument } from '../schema/team.ts'
import { cardsIn } from '../select/phases.ts'
import { isDeleted } from '../select/read.ts'
import { liveEntity } from './live.ts'
import { checkDate, checkPerson } from './measures.ts'
import { placeAfter, standsAfter } from './order.ts'
import { checkLine } from './text.ts'
import { creationOrigin, setField, write } from './write.ts'

/** Whether there is such a phase board: the team's own, or that of a goal that is there. */
function hasBoard(board: TeamDocument, boardId: string): boolean {
  return boardId === teamBoardId || liveEntity(board.goals, boardId) !== null
}

/** Sets how far a step has come: forward or back, in any phase at any time. */
export function setStep(board: TeamDocument, args: { boardId: string; stepId: StepId; state: StepState }): void {
  const known = phases.some((phase) => (phaseSteps[phase] as readonly string[]).includes(args.stepId))
  if (!known || !stepStates.includes(args.state)) throw new AppError('badRequest')
  if (!hasBoard(board, args.boardId)) return
  const key = stepKey(args.boardId, args.stepId)
  if ((board.steps.get(key) ?? 'none') !== args.state) write(board.doc, () => board.steps.set(key, args.state))
}

/** Adds a card last in a phase. Made deleted, then shown: see `addGoal`. */
export function addCard(
  board: TeamDocument,
  args: { id: string; boardId: string; phase: Phase; text: string; time: number },
): void {
  const text = checkLine(args.text, limits.cardText)
  if (!phases.includes(args.phase)) throw new AppError('badRequest')
  if (board.cards.has(args.id) || !hasBoard(board, args.boardId)) return
  const siblings = cardsIn(board, args.boardId, args.phase)
  const { order } = placeAfter(siblings, siblings.at(-1)?.id ?? null)
  write(board.doc, () => board.cards.set(args.id, newCardEntry({ ...args, text, order })), creationOrigin)
  restoreCard(board, args)
}

/** Moves a card to a phase of its board, right after `afterId` there (null: first; gone: last). */
export function moveCard(board: TeamDocument, args: { id: string; phase: Phase; afterId: string | null }): void {
  if (!phases.includes(args.phase)) throw new AppError('badRequest')
  const card = liveEntity(board.cards, args.id)
  const boardId = card?.get('boardId')
  if (!card || typeof boardId !== 'string') return
  const list = cardsIn(board, boardId, args.phase)
  if (standsAfter(list, args.id, args.afterId)) return
  const place = placeAfter(
    list.filter((other) => other.id !== args.id),
    args.afterId,
  )
  write(board.doc, () => {
    setField(card, 'phase', args.phase)
    card.set('order', place.order)
    for (const other of place.others) board.cards.get(other.id)?.set('order', other.order)
  })
}

/** Sets who has it (null: nobody). */
export function setCardOwner(board: TeamDocument, args: { id: string; owner: PersonReference | null }): void {
  const owner = checkPerson(args.owner)
  const card = liveEntity(board.cards, args.id)
  if (card) write(board.doc, () => setField(card, 'owner', owner))
}

/** Sets its date (null: none). Throws `dateInvalid`. */
export function setCardDue(board: TeamDocument, args: { id: string; due: string | null }): void {
  checkDate(args.due)
  const card = liveEntity(board.cards, args.id)
  if (card) write(board.doc, () => setField(card, 'due', args.due))
}

/** Marks a card deleted at `time` (ms since 1970). */
export function deleteCard(board: TeamDocument, args: { id: string; time: number }): void {
  const card = liveEntity(board.cards, args.id)
  if (card) write(board.doc, () => card.set('deletedAt', args.time))
}

/** Takes a deleted card back. */
export function restoreCard(board: TeamDocument, args: { id: string }): void {
  const card = board.cards.get(args.id)
  if (card instanceof Y.Map && isDeleted(card)) write(board.doc, () => card.set('deletedAt', null))
}
