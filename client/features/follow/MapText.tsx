import { useState } from 'react'
import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { SectorIcon } from '../../ui/map/SectorIcon.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import type { MapBoard } from './boardText.ts'
import { Commented } from './Commented.tsx'
import styles from './boards.module.css'

const firstShown = 6

/** An actor map as text: who, what the relation is like, and whether they are with it. */
export function MapText({ board: { actors, focus }, whole }: { board: MapBoard; whole: boolean }) {
  const { reading, talk } = useMessages('reading', 'talk')
  const { map } = reading
  const m = talk.follow
  const [all, setAll] = useState(whole)
  if (actors.length === 0) return <p className={styles['none']}>{m.emptyMap}</p>
  const standard: Record<string, string> = map.sectors
  const shown = all ? actors : actors.slice(0, firstShown)
  return (
    <>
      <ul className={styles['rows']}>
        {shown.map(({ id, name, sector, sectorName, relation, involvement, importance }) => {
          const title = name.trim() || map.untitled
          return (
            <li key={id}>
              <Commented
                subject={{ kind: 'actor', id }}
                title={title}
                focus={id === focus}
                heading={
                  <div className={styles['actor']}>
                    <SectorIcon sector={sector} size={24} />
                    <div>
                      <p>
                        <b>{title}</b>
                        <VisuallyHidden>
                          {`, ${sectorName.trim() || (standard[sector] ?? map.sectors.other)}, ${map.spoken.importance[importance]}. `}
                        </VisuallyHidden>
                      </p>
                      <small>
                        {relation === null ? m.noRelation : map.relations[relation]}. {map.involvements[involvement]}
                      </small>
                    </div>
                  </div>
                }
              />
            </li>
          )
        })}
      </ul>
      {!all && actors.length > firstShown && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {m.showAll(actors.length)}
        </Button>
      )}
    </>
  )
}
