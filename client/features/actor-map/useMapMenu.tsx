import { ChartPieSlice } from '@phosphor-icons/react/ChartPieSlice'
import { PencilSimple } from '@phosphor-icons/react/PencilSimple'
import { Printer } from '@phosphor-icons/react/Printer'
import { Trash } from '@phosphor-icons/react/Trash'
import type { MapLevel } from '../../../shared/schema/actor-map.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import type { MenuItem } from '../../ui/Menu.tsx'

type MapMenuArgs = {
  level: MapLevel
  readOnly: boolean
  onRename: () => void
  onDelete: () => void
  onSectors: () => void
}

/** What can be done with a whole map. The municipal one has no cover name and can't be deleted. */
export function useMapMenu({ level, readOnly, onRename, onDelete, onSectors }: MapMenuArgs): MenuItem[] {
  const { map: m } = useMessages('map')
  const own: MenuItem[] = [
    { id: 'rename', label: m.renameMap, icon: <PencilSimple aria-hidden />, onSelect: onRename },
    { id: 'delete', label: m.deleteMap, icon: <Trash aria-hidden />, onSelect: onDelete },
  ]
  return [
    ...(readOnly
      ? []
      : [{ id: 'sectors', label: m.editSectors, icon: <ChartPieSlice aria-hidden />, onSelect: onSectors }]),
    { id: 'print', label: m.print, icon: <Printer aria-hidden />, onSelect: () => window.print() },
    ...(readOnly || level === 'municipal' ? [] : own),
  ]
}
