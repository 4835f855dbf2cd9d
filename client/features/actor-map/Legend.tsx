import { Check } from '@phosphor-icons/react/Check'
import { Info } from '@phosphor-icons/react/Info'
import { relations } from '../../../shared/schema/relation.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { RelationMark } from '../../ui/map/RelationMark.tsx'
import lineStyles from './MapLines.module.css'
import styles from './Legend.module.css'

const zigzag = 'M0 8 5 3 10 13 15 3 20 13 25 3 30 13 35 3 40 8'

/** What strokes, edges and rings mean. */
export function Legend() {
  const { map: m } = useMessages('map')
  const [open, setOpen] = useState(false)
  return (
    <div
      role="group"
      aria-label={m.legend}
      className={styles['legend']}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false)
      }}
    >
      {open && (
        <div className={styles['pane']} id="map-legend">
          <h2>{m.legendRelations}</h2>
          <ul>
            {relations.map((relation) => (
              <li key={relation}>
                <svg width="40" height="16" aria-hidden="true">
                  <path
                    className={lineStyles['line']}
                    data-relation={relation}
                    d={relation === 'conflict' ? zigzag : 'M2 8H38'}
                  />
                </svg>
                <RelationMark relation={relation} />
                {m.relations[relation]}
              </li>
            ))}
          </ul>
          <ul>
            <li>
              <span className={styles['with']}>
                <span>
                  <Check size={10} weight="bold" aria-hidden />
                </span>
              </span>
              {m.legendWith}
            </li>
            <li>
              <span className={styles['with']} />
              {m.legendAsked}
            </li>
            <li>
              <span className={styles['out']} />
              {m.legendNotAsked}
            </li>
          </ul>
          <p>{m.legendRings}</p>
        </div>
      )}
      <Button
        className={styles['button']}
        aria-label={m.legend}
        title={m.legend}
        aria-expanded={open}
        aria-controls={open ? 'map-legend' : undefined}
        onClick={() => setOpen(!open)}
      >
        <Info aria-hidden />
        <span className={styles['word']}>{m.legend}</span>
      </Button>
    </div>
  )
}
