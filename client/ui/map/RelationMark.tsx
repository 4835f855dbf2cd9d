import { Lightning } from '@phosphor-icons/react/Lightning'
import type { Relation } from '../../../shared/schema/relation.ts'
import styles from './RelationMark.module.css'

const glyphs: Record<Exclude<Relation, 'conflict'>, string> = { strong: '=', fair: '–', weak: '~', missing: '?' }

/** A relation's sign without its ring. */
export function RelationGlyph({ relation, size = 16 }: { relation: Relation; size?: number }) {
  if (relation === 'conflict') return <Lightning size={size} weight="fill" aria-hidden />
  return <span aria-hidden="true">{glyphs[relation]}</span>
}

/** A relation's sign in a ring: never by hue alone. The word stands beside it. */
export function RelationMark({ relation }: { relation: Relation }) {
  return (
    <span className={styles['mark']} data-relation={relation} aria-hidden="true">
      <RelationGlyph relation={relation} size={14} />
    </span>
  )
}
