import { CheckIcon } from '@phosphor-icons/react/Check'
import type { Importance } from '../../../shared/schema/actor.ts'
import type { Relation } from '../../../shared/schema/relation.ts'
import type { StageActor } from '../../../shared/schema/stage.ts'
import type { MapLayout } from '../../../shared/select/map-layout.ts'
import { textWidth } from '../../../shared/select/map-sizes.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { RelationGlyph } from '../../ui/map/RelationMark.tsx'
import { SectorIcon } from '../../ui/map/SectorIcon.tsx'
import { classNames } from '../../ui/classNames.ts'
import type { Frame } from './fitMap.ts'
import styles from './map.module.css'

const depths: Record<Importance, string> = { 3: 'var(--depth-1)', 2: 'var(--depth-2)', 1: 'var(--depth-3)' }

type StageMapProps = {
  layout: MapLayout
  frame: Frame
  actors: readonly StageActor[]
  focus: string | null
  middle: string
  /** whether the person's own question stands in the middle */
  question: boolean
}

/** The drawing. Every length is in rem of the screen, so that what is 36 px at 1920 × 1080 is as large on any wall. */
export function StageMap({ layout, frame, actors, focus, middle, question }: StageMapProps) {
  const m = useMessages('reading').reading.map
  // Larger than the frame only where one ring alone is too much for a screen.
  const shrink = Math.min(1, frame.width / layout.width, frame.height / layout.height)
  const rem = (px: number) => `${(px * shrink) / 16}rem`
  const box = (at: { x: number; y: number; width: number; height: number }) => ({
    left: rem(at.x - at.width / 2),
    top: rem(at.y - at.height / 2),
    width: rem(at.width),
    height: rem(at.height),
  })
  const byId = new Map(actors.map((actor) => [actor.id, actor]))
  const { person, sizes } = layout
  const widest = Math.max(...middle.split(/\s+/u).map((word) => textWidth(word, 100) / 100))
  // Never under 28 px: a longer word is broken.
  const wordsInside = Math.max(
    28,
    Math.min(sizes.font * (middle.length > 16 ? 0.85 : 1.2), (person.radius * 1.7) / widest),
  )
  const mark = (key: string, relation: Relation, at: { x: number; y: number }) => (
    <span
      key={key}
      className={styles.mark}
      data-relation={relation}
      style={{ ...box({ ...at, width: sizes.badge, height: sizes.badge }), fontSize: rem(sizes.badge * 0.68) }}
    >
      <RelationGlyph relation={relation} size={1} />
    </span>
  )
  return (
    <div className={styles.sheet} style={{ width: rem(layout.width), height: rem(layout.height) }}>
      <svg className={styles.svg} viewBox={`0 0 ${layout.width} ${layout.height}`} aria-hidden="true">
        {layout.ellipses.map(({ importance, cx, cy, rx, ry }) => (
          <ellipse key={importance} cx={cx} cy={cy} rx={rx} ry={ry} fill={depths[importance]} />
        ))}
        {layout.spokes.map(({ from, to }, index) => (
          <line key={index} className={styles.spoke} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
        ))}
        {layout.ellipses.map(({ importance, cx, cy, rx, ry }) => (
          <ellipse key={importance} className={styles.edge} cx={cx} cy={cy} rx={rx} ry={ry} />
        ))}
        {layout.relations.map(({ actorId, relation, path }) => (
          <path key={actorId} className={styles.line} data-relation={relation} d={path} />
        ))}
        {layout.lines.map(({ key, relation, path, arrow }) => (
          <g key={key}>
            <path className={styles.line} data-relation={relation ?? 'none'} d={path} />
            {arrow && (
              <path
                className={styles.arrow}
                d="M-26 -14 0 0 -26 14"
                transform={`translate(${arrow.x} ${arrow.y}) rotate(${arrow.degrees})`}
              />
            )}
          </g>
        ))}
      </svg>
      {layout.ringLabels.map(({ importance, label, ...at }) => (
        <p key={importance} className={styles.ring} style={{ ...box(at), fontSize: rem(sizes.ringFont) }}>
          {label}
        </p>
      ))}
      <div className={styles.person} style={box({ ...person, width: person.radius * 2, height: person.radius * 2 })}>
        <b style={{ fontSize: rem(wordsInside) }}>{middle}</b>
        {question && <small style={{ fontSize: rem(28) }}>{m.whatMatters}</small>}
      </div>
      <div aria-hidden="true">
        {layout.relations.map(({ actorId, relation, badge }) => badge && mark(actorId, relation, badge))}
        {layout.lines.map(({ key, relation, badge }) => badge && relation && mark(key, relation, badge))}
      </div>
      {layout.sectorLabels.map(({ id, label, ...at }) => (
        <p
          key={id}
          className={styles.sector}
          data-lines={at.height > sizes.sectorHeight ? 2 : 1}
          style={{ ...box(at), fontSize: rem(sizes.sectorFont) }}
        >
          <SectorIcon sector={id} size={1} />
          <span>{label}</span>
        </p>
      ))}
      <ul>
        {layout.nodes.map((node) => {
          const actor = byId.get(node.actorId)
          if (!actor) return null
          const { involvement, relation } = actor
          return (
            <li
              key={node.actorId}
              data-actor={node.actorId}
              className={classNames(
                styles.actor,
                involvement !== 'with' && involvement !== 'asked' && styles.out,
                node.actorId === focus && styles.focus,
              )}
              style={{ ...box(node), fontSize: rem(sizes.font) }}
            >
              <SectorIcon sector={actor.sector} size={1} />
              <span>{actor.name.trim() || m.untitled}</span>
              <span className={styles.spoken}>
                {`, ${m.spoken.importance[actor.importance]}, ${relation ? m.spoken.relation[relation] : m.spoken.noRelation}, ${m.spoken.involvement[involvement]}`}
              </span>
              {involvement === 'with' && (
                <i className={styles.tick}>
                  <CheckIcon weight="bold" aria-hidden />
                </i>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
