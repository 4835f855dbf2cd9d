import * as Y from 'yjs'
import { addGoal } from '../../../shared/ops/goals.ts'
import type { GoalState } from '../../../shared/schema/goal.ts'
import { openTalkDocument, type TalkDocument } from '../../../shared/schema/talk.ts'
import { openTeamDocument, type TeamDocument } from '../../../shared/schema/team.ts'

export const time = Date.UTC(2027, 2, 17, 12)

/** A board with goals by id, titled «Mål <id>». */
export function boardWith(goals: Partial<Record<GoalState, readonly string[]>>): TeamDocument {
  const board = openTeamDocument(new Y.Doc())
  for (const [state, ids] of Object.entries(goals)) {
    for (const id of ids) addGoal(board, { id, title: `Mål ${id}`, state: state as GoalState, time })
  }
  return board
}

/** A second person's copy of the same board. */
export function peerOf(board: TeamDocument): TeamDocument {
  const peer = openTeamDocument(new Y.Doc())
  Y.applyUpdate(peer.doc, Y.encodeStateAsUpdate(board.doc), 'net')
  return peer
}

/** Both see what the other did. */
export function meet(a: TeamDocument, b: TeamDocument): void {
  Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc, Y.encodeStateVector(b.doc)), 'net')
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc, Y.encodeStateVector(a.doc)), 'net')
}

/** A talk with members, person id and name alike. */
export function talkWith(names: readonly string[]): TalkDocument {
  const talk = openTalkDocument(new Y.Doc())
  for (const name of names) talk.members.set(name, { name, title: null })
  return talk
}
