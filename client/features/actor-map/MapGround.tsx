import { memo } from 'react'
import type { Importance } from '../../../shared/schema/actor.ts'
import type { MapLayout } from '../../../shared/select/map-layout.ts'
import { SectorIcon } from '../../ui/map/SectorIcon.tsx'
import styles from './MapGround.module.css'

const depths: Record<Importance, string> = { 3: 'var(--depth-1)', 2: 'var(--depth-2)', 1: 'var(--depth-3)' }

/** The depths: rings, sectors and their names. */
export const MapGround = memo(function MapGround({ layout }: { layout: MapLayout }) {
  return (
    <>
      <svg className={styles['svg']} width={layout.width} height={layout.height} aria-hidden="true">
        {layout.ellipses.map(({ importance, cx, cy, rx, ry }) => (
          <ellipse key={importance} cx={cx} cy={cy} rx={rx} ry={ry} fill={depths[importance]} />
        ))}
        {layout.spokes.map(({ from, to }, index) => (
          <line key={index} className={styles['spoke']} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
        ))}
        {layout.ellipses.map(({ importance, cx, cy, rx, ry }) => (
          <ellipse key={importance} className={styles['edge']} cx={cx} cy={cy} rx={rx} ry={ry} />
        ))}
      </svg>
      {layout.sectorLabels.map(({ id, label, x, y, width, height }) => (
        <div
          key={id}
          className={styles['sector']}
          data-lines={height > layout.sizes.sectorHeight ? 2 : 1}
          style={{ left: x - width / 2, top: y - height / 2, width, height, fontSize: layout.sizes.sectorFont }}
        >
          <SectorIcon sector={id} size={20} />
          <span>{label}</span>
        </div>
      ))}
      {layout.ringLabels.map(({ importance, label, x, y, width, height }) => (
        <div
          key={importance}
          className={styles['ring']}
          style={{ left: x - width / 2, top: y - height / 2, width, height, fontSize: layout.sizes.ringFont }}
        >
          {label}
        </div>
      ))}
    </>
  )
})

/** The part of the map that a dragged actor would land in. */
export function dropPath(layout: MapLayout, sector: string, importance: Importance): string {
  const span = layout.sectors.find(({ id }) => id === sector)
  const at = layout.ellipses.findIndex((ellipse) => ellipse.importance === importance)
  const outer = layout.ellipses[at]
  const inner = layout.ellipses[at + 1]
  if (!span || !outer) return ''
  const point = (rx: number, ry: number, angle: number) =>
    `${outer.cx + rx * Math.cos(angle)} ${outer.cy + ry * Math.sin(angle)}`
  const large = span.end - span.start > Math.PI ? 1 : 0
  const out = `M${point(outer.rx, outer.ry, span.start)}A${outer.rx} ${outer.ry} 0 ${large} 1 ${point(outer.rx, outer.ry, span.end)}`
  if (!inner) return `${out}L${outer.cx} ${outer.cy}Z`
  return `${out}L${point(inner.rx, inner.ry, span.end)}A${inner.rx} ${inner.ry} 0 ${large} 0 ${point(inner.rx, inner.ry, span.start)}Z`
}
