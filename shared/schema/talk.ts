import type * as Y from 'yjs'

/** Somebody who has joined the team, by person id in `members`. The title is for display and gives no rights. */
export type Member = { name: string; title: string | null }

/**
 * Agreement to one wording of a goal: how many said yes, and who has answered either way. Who said «not yet»
 * is never here. `agreements` holds a list of these by goal id, one a wording that somebody's newest answer
 * is about: a late answer to an old wording must not hide the answers to the present one.
 */
export type Agreement = { wording: string; agreed: number; answered: string[] }

/** Written by the server only, from SQL, and can be rebuilt from it at any time. */
export type TalkDocument = {
  doc: Y.Doc
  meta: Y.Map<unknown>
  members: Y.Map<Member>
  agreements: Y.Map<Agreement[]>
}

/** Opens a Y.Doc as a team's or a gathering's talk. Makes nothing. */
export function openTalkDocument(doc: Y.Doc): TalkDocument {
  return { doc, meta: doc.getMap('meta'), members: doc.getMap('members'), agreements: doc.getMap('agreements') }
}
