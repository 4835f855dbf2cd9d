import type { Messages } from '../../../shared/locale/nb.ts'
import type { ActorMap } from '../../../shared/schema/actor-map.ts'

/** A map as it is called in a row of maps: the cover name in its marks, or the whole municipality. */
export function mapName(map: ActorMap, m: Messages['map']): string {
  if (map.level === 'municipal') return m.municipal
  return m.quoted(map.coverName.trim() || m.untitledMap)
}
