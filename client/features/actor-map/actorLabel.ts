import type { Messages } from '../../../shared/locale/nb.ts'
import type { PlacedActor } from '../../../shared/select/actorMaps.ts'
import type { ShownMap } from './ActorMapContext.ts'

/** «DPS, spesialisthelsetjenesten, svært viktig, svak relasjon, er med». */
export function actorLabel(actor: PlacedActor, shown: Pick<ShownMap, 'sectorNames'>, m: Messages['map']): string {
  const sector = shown.sectorNames.get(actor.sector) ?? m.sectors.other
  return m.actor(
    actor.name.trim() || m.untitled,
    // Within a sentence a service has a small letter, a name such as NAV keeps its own.
    /^\p{Lu}\p{Ll}/u.test(sector) ? sector.charAt(0).toLowerCase() + sector.slice(1) : sector,
    m.spoken.importance[actor.importance],
    actor.relation === null ? m.spoken.noRelation : m.spoken.relation[actor.relation],
    m.spoken.involvement[actor.involvement],
  )
}
