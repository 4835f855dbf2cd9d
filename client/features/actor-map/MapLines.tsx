import { memo } from 'react'
import type { Relation } from '../../../shared/schema/relation.ts'
import type { Point } from '../../../shared/select/map-geometry.ts'
import type { MapLayout } from '../../../shared/select/map-layout.ts'
import { RelationGlyph } from '../../ui/map/RelationMark.tsx'
import styles from './MapLines.module.css'

/** Relations and lines. For the eye: each actor says its own relation, and the panel its connections. */
export const MapLines = memo(function MapLines({ layout }: { layout: MapLayout }) {
  return (
    <svg className={styles['svg']} width={layout.width} height={layout.height} aria-hidden="true">
      {layout.relations.map(({ actorId, relation, path }) => (
        <path key={actorId} className={styles['line']} data-relation={relation} d={path} />
      ))}
      {layout.lines.map(({ key, relation, path, arrow }) => (
        <g key={key}>
          <path className={styles['line']} data-between="" data-relation={relation ?? 'none'} d={path} />
          {arrow && (
            <path
              className={styles['arrow']}
              d="M-13 -7 0 0 -13 7"
              transform={`translate(${arrow.x} ${arrow.y}) rotate(${arrow.degrees})`}
            />
          )}
        </g>
      ))}
    </svg>
  )
})

/** The signs on the lines; they lie over the lines and under the actors. */
export const MapMarks = memo(function MapMarks({ layout }: { layout: MapLayout }) {
  const mark = (key: string, relation: Relation, { x, y }: Point) => (
    <span
      key={key}
      className={styles['mark']}
      data-relation={relation}
      style={{ left: x, top: y, width: layout.sizes.badge, height: layout.sizes.badge }}
    >
      <RelationGlyph relation={relation} size={layout.sizes.badge * 0.62} />
    </span>
  )
  return (
    <div aria-hidden="true">
      {layout.relations.map(({ actorId, relation, badge }) => badge && mark(actorId, relation, badge))}
      {layout.lines.map(({ key, relation, badge }) => badge && relation && mark(key, relation, badge))}
    </div>
  )
})
