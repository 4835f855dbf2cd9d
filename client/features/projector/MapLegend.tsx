import { CheckCircleIcon } from '@phosphor-icons/react/CheckCircle'
import { relations } from '../../../shared/schema/relation.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import styles from './projector.module.css'
import map from './map.module.css'

const zigzag = 'M2 18 12 6 22 30 32 6 42 30 52 6 62 30 70 18'

/** What strokes and edges mean; where the map has several pages also which rings this one shows. */
export function MapLegend({ rings, lines }: { rings: string[] | null; lines: boolean }) {
  const { reading, projector: words } = useMessages('reading', 'projector')
  const m = reading.map
  return (
    <p className={styles.legend}>
      {relations.map((relation) => (
        <span key={relation}>
          <svg className={map.sample} viewBox="0 0 72 36" aria-hidden="true">
            <path className={map.line} data-relation={relation} d={relation === 'conflict' ? zigzag : 'M4 18H68'} />
          </svg>
          {m.relations[relation]}
        </span>
      ))}
      {lines && (
        <span>
          <svg className={map.sample} viewBox="0 0 72 36" aria-hidden="true">
            <path className={map.arrow} d="M4 18H66M48 6 66 18 48 30" />
          </svg>
          {m.kinds.inTurn}
        </span>
      )}
      <span>
        <CheckCircleIcon weight="fill" className={map.withMark} aria-hidden /> {m.involvements.with}
      </span>
      <span>
        <i /> {m.involvements.notAsked}
      </span>
      <span>
        <b>{rings ? words.rings(rings) : words.nearest}</b>
      </span>
    </p>
  )
}
