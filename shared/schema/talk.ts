import type * as Y from 'yjs'
import type { Role } from '../roles.ts'

/** Somebody who has joined the team, by person id in `members`. The title is for display and gives no rights. */
export type Member = { name: string; title: string | null }

/**
 * Agreement to one wording of a goal: how many said yes, and who has answered either way. Who said «not yet»
 * is never here. `agreements` holds a list of these by goal id, one a wording that somebody's newest answer
 * is about: a late answer to an old wording must not hide the answers to the present one.
 */
export type Agreement = { wording: string; agreed: number; answered: string[] }

/** What a comment is about: the whole of a board, or one thing on it. */
export type Subject = { kind: 'team' | 'map' | 'actor' | 'goal' | 'card'; id: string }

export const commentStates = ['open', 'answered', 'resolved'] as const
export type CommentState = (typeof commentStates)[number]

/**
 * A comment, by id in `comments`. One «uten navn» carries no person, name or role, and its time is the day
 * only. A hidden one and one taken back keep their place without text, so that answers do not hang in the air.
 */
export type TalkComment = {
  subject: Subject
  /** the comment that this answers, or null */
  replyTo: string | null
  text: string
  author: { personId: string; name: string; role: Role; title: string | null } | null
  /** ms since 1970; for «uten navn» the start of the day */
  at: number
  state: CommentState
  gone: 'takenBack' | 'hidden' | null
}

/** What the team is called, as in `SessionView`: pages that are open hear by this that it was changed. */
export type TalkTeam = { name: string; municipalities: readonly string[] }

/** Written by the server only, from SQL, and can be rebuilt from it at any time. */
export type TalkDocument = {
  doc: Y.Doc
  meta: Y.Map<unknown>
  /** `TalkTeam` as `value`; nothing in a gathering's talk */
  team: Y.Map<TalkTeam>
  members: Y.Map<Member>
  agreements: Y.Map<Agreement[]>
  comments: Y.Map<TalkComment>
}

/** Opens a Y.Doc as a team's or a gathering's talk. Makes nothing. */
export function openTalkDocument(doc: Y.Doc): TalkDocument {
  return {
    doc,
    meta: doc.getMap('meta'),
    team: doc.getMap('team'),
    members: doc.getMap('members'),
    agreements: doc.getMap('agreements'),
    comments: doc.getMap('comments'),
  }
}
