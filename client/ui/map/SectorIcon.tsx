import { Bank } from '@phosphor-icons/react/Bank'
import { HandHeart } from '@phosphor-icons/react/HandHeart'
import { Heart } from '@phosphor-icons/react/Heart'
import { Hospital } from '@phosphor-icons/react/Hospital'
import { HouseLine } from '@phosphor-icons/react/HouseLine'
import { Users } from '@phosphor-icons/react/Users'

const icons: Record<string, typeof Users> = {
  network: Heart,
  municipality: HouseLine,
  specialist: Hospital,
  state: Bank,
  voluntary: HandHeart,
}

/** A sector's picture; the team's own sectors have the one of «others». */
export function SectorIcon({ sector, size }: { sector: string; size: number }) {
  const Icon = icons[sector] ?? Users
  return <Icon size={size} aria-hidden />
}
