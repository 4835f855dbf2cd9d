import type { MapDot } from './summary.ts'

const middle = { x: 140, y: 80 }
const rings = [
  { rx: 136, ry: 76, fill: 'var(--depth-3)' },
  { rx: 94, ry: 53, fill: 'var(--depth-2)' },
  { rx: 54, ry: 31, fill: 'var(--depth-1)' },
]
/** How far out an actor of importance 1, 2 and 3 lies, as a part of the outermost ring. */
const reach = { 1: 0.84, 2: 0.54, 3: 0.34 } as const

/** The actor map in small: one box an actor, its ring by importance; dashed until it takes part. */
export function MapPicture({ dots }: { dots: readonly MapDot[] }) {
  const placed = dots.map((dot, index) => {
    const angle = ((index + 0.5) / dots.length) * 2 * Math.PI - Math.PI / 2
    const part = reach[dot.importance]
    return { ...dot, x: middle.x + Math.cos(angle) * 136 * part, y: middle.y + Math.sin(angle) * 76 * part }
  })
  const [width, height] = dots.length > 14 ? [20, 9] : dots.length > 8 ? [30, 12] : [42, 16]
  return (
    <svg viewBox="0 0 280 160">
      {rings.map((ring) => (
        <ellipse key={ring.rx} cx={middle.x} cy={middle.y} {...ring} stroke="var(--depth-line)" />
      ))}
      {placed.map(({ key, x, y, joined, relation }) => (
        <line
          key={key}
          x1={middle.x}
          y1={middle.y}
          x2={x}
          y2={y}
          stroke={relation === 'strong' ? 'var(--spruce)' : relation === 'conflict' ? 'var(--rowan)' : 'var(--ink)'}
          strokeWidth={relation === 'strong' ? 3.5 : 1.5}
          strokeDasharray={
            relation === 'weak' ? '5 4' : relation === null || relation === 'missing' ? '1 5' : undefined
          }
          opacity={joined || relation !== null ? 1 : 0.5}
        />
      ))}
      {placed.map(({ key, x, y, joined }) => (
        <rect
          key={key}
          x={x - width / 2}
          y={y - height / 2}
          width={width}
          height={height}
          rx={4}
          fill="var(--white)"
          stroke="var(--ink)"
          strokeWidth={1.5}
          strokeDasharray={joined ? undefined : '3 3'}
        />
      ))}
      <circle cx={middle.x} cy={middle.y} r={17} fill="var(--sand)" stroke="var(--sand-edge)" strokeWidth={2} />
    </svg>
  )
}
