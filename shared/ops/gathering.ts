import type { GatheringDocument, StageChoice } from '../schema/gathering.ts'
import { write } from './write.ts'

/** Puts something on the stage, from its first page; `{ kind: 'nothing' }` clears it. */
export function chooseStage(gathering: GatheringDocument, choice: StageChoice): void {
  write(gathering.doc, () => {
    gathering.stage.set('choice', choice)
    gathering.stage.set('page', 0)
  })
}

/** Turns to a page, 0 and up. A display takes it modulo the number of pages that its own screen needs. */
export function turnStagePage(gathering: GatheringDocument, page: number): void {
  write(gathering.doc, () => gathering.stage.set('page', Number.isFinite(page) ? Math.max(0, Math.trunc(page)) : 0))
}

/** «Tavlene hviler», on and off for every team of the network. The server holds editors to it. */
export function setBoardsRest(gathering: GatheringDocument, rest: boolean): void {
  if ((gathering.stage.get('boardsRest') === true) !== rest) {
    write(gathering.doc, () => gathering.stage.set('boardsRest', rest))
  }
}
