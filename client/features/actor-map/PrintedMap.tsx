import { useEffect, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { Check } from '@phosphor-icons/react/Check'
import { useMessages } from '../../hooks/useMessages.ts'
import type { ShownMap } from './ActorMapContext.ts'
import { ActorTable } from './ActorTable.tsx'
import { MapGround } from './MapGround.tsx'
import { MapLines, MapMarks } from './MapLines.tsx'
import { RelationMark } from '../../ui/map/RelationMark.tsx'
import { SectorIcon } from '../../ui/map/SectorIcon.tsx'
import type { ActorMoves } from './useActorMoves.ts'
import { useMapLayout } from './useMapLayout.ts'
import { relations } from '../../../shared/schema/relation.ts'
import nodeStyles from './ActorNode.module.css'
import canvasStyles from './MapCanvas.module.css'
import styles from './PrintedMap.module.css'

// An A4 page lying down, within its margins, less the heading and the legend.
const paper = { width: 1040, height: 600 }
const nowhere = { x: -1000, y: -1000, width: 0, height: 0 }

/** The map and its table on paper. Drawn only while the browser prints. */
export function PrintedMap(props: { shown: ShownMap; moves: ActorMoves }) {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true))
    const after = () => setPrinting(false)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return printing ? <Paper {...props} /> : null
}

function Paper({ shown, moves }: { shown: ShownMap; moves: ActorMoves }) {
  const { map: m } = useMessages('map')
  const { layout } = useMapLayout(shown, paper, nowhere)
  const scale = Math.min(1, paper.width / layout.width, paper.height / layout.height)
  const byId = useMemo(() => new Map(shown.actors.map((actor) => [actor.actorId, actor])), [shown.actors])
  const { person } = layout
  return (
    <div className={styles['paper']}>
      <h1>{m.boardOf(shown.middle)}</h1>
      <div style={{ position: 'relative', width: layout.width * scale, height: layout.height * scale, margin: 'auto' }}>
        <div
          className={canvasStyles['surface']}
          style={{ width: layout.width, height: layout.height, transform: `scale(${scale})` }}
        >
          <MapGround layout={layout} />
          <MapLines layout={layout} />
          <MapMarks layout={layout} />
          <div
            className={canvasStyles['person']}
            style={{
              left: person.x - person.radius,
              top: person.y - person.radius,
              width: person.radius * 2,
              height: person.radius * 2,
            }}
          >
            <b>{shown.middle}</b>
          </div>
          {layout.nodes.map((node) => {
            const actor = byId.get(node.actorId)
            if (!actor) return null
            const out = actor.involvement !== 'with' && actor.involvement !== 'asked'
            return (
              <div
                key={node.actorId}
                className={`${nodeStyles['actor']} ${nodeStyles['compact']} ${out ? nodeStyles['out'] : ''}`}
                style={{
                  left: node.x - node.width / 2,
                  top: node.y - node.height / 2,
                  width: node.width,
                  height: node.height,
                  fontSize: layout.sizes.font,
                }}
              >
                <SectorIcon sector={actor.sector} size={18} />
                <span className={nodeStyles['name']}>{actor.name.trim() || m.untitled}</span>
                {actor.involvement === 'with' && (
                  <span className={nodeStyles['tick']}>
                    <Check size={13} weight="bold" aria-hidden />
                  </span>
                )}
              </div>
            )
          })}
        </div>
      </div>
      <p className={styles['legend']}>
        {relations.map((relation) => (
          <span key={relation}>
            <RelationMark relation={relation} /> {m.relations[relation]}
          </span>
        ))}
        <span>{m.legendNotAsked}</span>
      </p>
      <div className={styles['table']}>
        <ActorTable
          shown={shown}
          selectedId={null}
          onlyNotAsked={false}
          notes={noNotes}
          moves={moves}
          onRemove={() => undefined}
          plain
        />
      </div>
    </div>
  )
}

const noNotes: ReadonlyMap<string, string> = new Map()
