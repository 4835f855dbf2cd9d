import { useMemo, useRef } from 'react'
import type { StageShow } from '../../../shared/schema/stage.ts'
import type { StageView } from '../../../shared/select/stage.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { sectorName } from '../../ui/map/sectorName.ts'
import { fitMap, mapPageAt } from './fitMap.ts'
import { MapLegend } from './MapLegend.tsx'
import { StageFooter } from './StageFooter.tsx'
import { StageHeader } from './StageHeader.tsx'
import { StageMap } from './StageMap.tsx'
import { useStageFrame } from './useStageFrame.ts'
import styles from './projector.module.css'
import board from './boards.module.css'

type Show = Extract<StageShow, { kind: 'map' }>

/** An actor map for the hall: all of it where it fits, else the inner rings first and the others on the next pages. */
export function MapStage({ show, view, offlineSince }: { show: Show; view: StageView; offlineSince: number | null }) {
  const { reading, projector: words } = useMessages('reading', 'projector')
  const m = reading.map
  const main = useRef<HTMLDivElement>(null)
  const frame = useStageFrame(main)
  const { actors, lines, sectors } = view
  const pages = useMemo(() => {
    if (!frame) return []
    const named = sectors.map((sector) => ({ id: sector.id, label: sectorName(sector, m) }))
    return fitMap(
      {
        actors: actors.map(({ id, name, ...rest }) => ({ ...rest, actorId: id, name: name.trim() || m.untitled })),
        sectors: named.length > 0 ? named : [{ id: 'other', label: m.sectors.other }],
        lines,
        ringNames: m.importance,
      },
      frame,
    )
  }, [actors, lines, sectors, frame, m])
  const at = mapPageAt(pages, show.page, show.focus)
  const page = pages[at]
  const name = m.quoted(show.coverName.trim() || m.untitledMap)
  const rings = page?.rings.map((ring) => m.importance[ring]) ?? []
  return (
    <div className={`projector ${styles.screen}`}>
      <StageHeader show={show} what={show.level === 'municipal' ? words.municipalMap : words.mapOf(name)} />
      <main className={board.map}>
        <div ref={main} className={board.frame}>
          {frame && page && (
            <StageMap
              layout={page.layout}
              frame={frame}
              actors={actors}
              focus={show.focus}
              middle={show.level === 'municipal' ? show.teamName : name}
              question={show.level === 'individual'}
            />
          )}
        </div>
      </main>
      <StageFooter
        legend={
          <MapLegend rings={pages.length > 1 ? rings : null} lines={lines.some((line) => line.kind === 'inTurn')} />
        }
        page={at}
        pages={pages.length}
        offlineSince={offlineSince}
      />
    </div>
  )
}
