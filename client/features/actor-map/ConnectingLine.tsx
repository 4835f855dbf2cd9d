import { useSyncExternalStore } from 'react'
import { edgeOf } from '../../../shared/select/map-geometry.ts'
import type { MapLayout } from '../../../shared/select/map-layout.ts'
import type { StateStore } from '../../sync/state-store.ts'
import type { Connecting } from './useConnectDrag.ts'
import styles from './MapCanvas.module.css'

/** The line that hangs from the pointer. */
export function ConnectingLine({
  layout,
  connecting,
}: {
  layout: MapLayout
  connecting: StateStore<Connecting | null>
}) {
  const at = useSyncExternalStore(connecting.subscribe, connecting.get)
  const from = layout.nodes.find(({ actorId }) => actorId === at?.from)
  if (!at || !from) return null
  const over = layout.nodes.find(({ actorId }) => actorId === at.over)
  const start = edgeOf(from, over ?? at)
  const end = over ? edgeOf(over, from) : at
  return (
    <svg className={styles['connecting']} width={layout.width} height={layout.height} aria-hidden="true">
      <line x1={start.x} y1={start.y} x2={end.x} y2={end.y} />
      <circle cx={end.x} cy={end.y} r={5} />
    </svg>
  )
}
