import type { Messages } from '../../../shared/locale/nb.ts'
import { isStandardSector, type Sector } from '../../../shared/schema/sector.ts'

/** A sector as it is called: by the team, else by the reader's language. */
export function sectorName(sector: Pick<Sector, 'id' | 'name'>, m: Messages['reading']['map']): string {
  const own = sector.name.trim()
  if (own !== '') return own
  return isStandardSector(sector.id) ? m.sectors[sector.id] : m.sectors.other
}
