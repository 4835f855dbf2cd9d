import * as Y from 'yjs'

/** Somebody who has joined the team, by person id in `members`. The title is for display and gives no rights. */
export type Member = { name: string; title: string | null }

/**
 * Agreement to one goal, by goal id in `agreements`: to which wording, how many said yes, and who has
 * answered either way. Who said «not yet» is never here.
 */
export type Agreement = { wording: string; agreed: number; answered: string[] }

/** Written by the server only, from SQL, and can be rebuilt from it at any time. */
export type TalkDocument = {
  doc: Y.Doc
  meta: Y.Map<unknown>
  members: Y.Map<Member>
  agreements: Y.Map<Agreement>
}

/** Opens a Y.Doc as a team's or a gathering's talk. Makes nothing. */
export function openTalkDocument(doc: Y.Doc): TalkDocument {
  return { doc, meta: doc.getMap('meta'), members: doc.getMap('members'), agreements: doc.getMap('agreements') }
}
