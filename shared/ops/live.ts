import * as Y from 'yjs'
import { isDeleted } from '../select/read.ts'

/** An entity's map, or null if it is deleted, swept or malformed: operations on such a one do nothing. */
export function liveEntity(root: Y.Map<Y.Map<unknown>>, id: string): Y.Map<unknown> | null {
  const map = root.get(id)
  return map instanceof Y.Map && !isDeleted(map) ? map : null
}
