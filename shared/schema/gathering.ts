import type * as Y from 'yjs'

/** What the facilitators have put on the stage. */
export type StageChoice =
  | { kind: 'nothing' }
  /** `focus`: the one goal or actor that is talked about now, or null */
  | { kind: 'goals'; teamId: string; focus?: string | null }
  | { kind: 'map'; teamId: string; mapId: string; focus?: string | null }
  | { kind: 'phases'; teamId: string; boardId: string }

/**
 * The facilitators' document. `stage` holds `choice` as one plain value (so two facilitators who choose at
 * once never mix a team with another's board) and `page` (0 …), which a display takes modulo its own number
 * of pages. `sentence` is what every team's home says right now.
 */
export type GatheringDocument = {
  doc: Y.Doc
  meta: Y.Map<unknown>
  stage: Y.Map<unknown>
  sentence: Y.Text
}

/** Opens a Y.Doc as a gathering's. Makes nothing. */
export function openGatheringDocument(doc: Y.Doc): GatheringDocument {
  return { doc, meta: doc.getMap('meta'), stage: doc.getMap('stage'), sentence: doc.getText('sentence') }
}
