import { memo, useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import { Check } from '@phosphor-icons/react/Check'
import type { Involvement } from '../../../shared/schema/actor.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import type { StateStore } from '../../sync/state-store.ts'
import { classNames } from '../../ui/classNames.ts'
import { useActorMap } from './ActorMapContext.ts'
import { SectorIcon } from '../../ui/map/SectorIcon.tsx'
import type { Connecting } from './useConnectDrag.ts'
import type { Drag } from './useDragActor.ts'
import styles from './ActorNode.module.css'

type ActorNodeProps = {
  id: string
  name: string
  /** what is announced: name, sector, importance, relation, involvement */
  label: string
  sector: string
  involvement: Involvement
  x: number
  y: number
  width: number
  height: number
  font: number
  compact: boolean
  selected: boolean
  /** the filter is on and this one is not what is asked for */
  faded: boolean
  /** just moved by somebody else */
  outlined: boolean
  /** what somebody else is doing with it just now */
  note: string | null
  drag: StateStore<Drag | null>
  connecting: StateStore<Connecting | null>
}

/** An actor on the map. Drawn again only when it looks different. */
export const ActorNode = memo(function ActorNode(props: ActorNodeProps) {
  const { id, involvement, x, y, width, height, note } = props
  const { hrefOf, tabStop, readOnly } = useActorMap()
  const { map: m } = useMessages('map')
  const isTabStop = useSyncExternalStore(tabStop.subscribe, () => tabStop.get() === id)
  const moved = useSyncExternalStore(props.drag.subscribe, () => {
    const drag = props.drag.get()
    return drag?.id === id ? drag : null
  })
  const joining = useSyncExternalStore(props.connecting.subscribe, () => {
    const line = props.connecting.get()
    return line?.from === id ? 'from' : line?.over === id ? 'over' : null
  })
  return (
    <Link
      href={hrefOf(id)}
      className={classNames(
        styles['actor'],
        props.compact && styles['compact'],
        involvement !== 'with' && involvement !== 'asked' && styles['out'],
        props.selected && styles['selected'],
        props.faded && styles['faded'],
        props.outlined && styles['outlined'],
        moved && styles['dragged'],
        joining === 'from' && styles['joining'],
        joining === 'over' && styles['joined'],
      )}
      data-card={id}
      data-actor={id}
      draggable={false}
      tabIndex={isTabStop ? 0 : -1}
      aria-current={props.selected || undefined}
      aria-label={props.label}
      style={{
        left: x - width / 2,
        top: y - height / 2,
        width,
        height,
        fontSize: props.font,
        ...(moved && { transform: `translate(${moved.dx}px, ${moved.dy}px)` }),
      }}
    >
      <SectorIcon sector={props.sector} size={props.compact ? 18 : 22} />
      <span className={styles['name']}>{props.name}</span>
      {involvement === 'with' && (
        <span className={styles['tick']}>
          <Check size={13} weight="bold" aria-hidden />
        </span>
      )}
      {!readOnly && (
        <>
          <span className={styles['edge']} data-edge="start" title={m.dragEdge} aria-hidden="true" />
          <span className={styles['edge']} data-edge="end" title={m.dragEdge} aria-hidden="true" />
        </>
      )}
      {note && <span className={styles['note']}>{note}</span>}
    </Link>
  )
})
