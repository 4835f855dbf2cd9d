import * as Y from 'yjs'
import { fitMap } from '../../client/features/projector/fitMap.ts'
import { sectorName } from '../../client/ui/map/sectorName.ts'
import { sampleBoards } from '../../server/sample/boards.ts'
import { writeMaps } from '../../server/sample/write-maps.ts'
import { faultsOf } from './map-faults.ts'
import type { Language } from '../../shared/api.ts'
import { en } from '../../shared/locale/en.ts'
import { nb } from '../../shared/locale/nb.ts'
import { nn } from '../../shared/locale/nn.ts'
import { openTeamDocument } from '../../shared/schema/team.ts'
import { actorMapView, allMaps, type ActorMapView } from '../../shared/select/actorMaps.ts'
import type { Box } from '../../shared/select/map-geometry.ts'
import { layoutMap, type MapLayout } from '../../shared/select/map-layout.ts'
import { compactSizes, screenSizes, tightSizes } from '../../shared/select/map-sizes.ts'

const words = { nb, nn, en }

/** The map's own place on each screen that the product promises, and how wide the legend's button is there. */
export const screens: [screen: string, width: number, height: number, legend: number][] = [
  ['1440×900', 1344, 770, 190],
  ['1440×900 with the panel', 944, 770, 190],
  ['1366×768', 1270, 638, 190],
  ['820×1180', 820, 993, 190],
  ['390×844', 390, 542, 60],
  ['1920×1080', 1824, 950, 190],
]

/** Phones that many have beside the one above, each in a language in which something has lain over something else there. */
export const phones: [language: Language, ...screen: (typeof screens)[number]][] = [
  ['nb', '360×800', 360, 498, 60],
  ['en', '412×915', 412, 613, 60],
  ['en', '414×896', 414, 594, 60],
]

/** The same on a wall, in px of 1920 × 1080. */
export const walls: [screen: string, width: number, height: number][] = [
  ['1920×1080', 1872, 860],
  ['1024×768', 1872, 1220],
  ['1080×1920', 1032, 1660],
]

/** Every map of the sample that somebody is on. */
export const sampleMaps: [name: string, view: ActorMapView][] = Object.entries(sampleBoards).flatMap(
  ([team, boards]) => {
    const board = openTeamDocument(new Y.Doc())
    let made = 0
    const newId = () => `i${(made += 1)}`
    writeMaps(board, boards, { now: 0, newId, people: new Map() })
    return allMaps(board).flatMap(({ id, level, coverName }) => {
      const view = actorMapView(board, id)
      const name = `team ${team}, ${level === 'municipal' ? level : coverName}`
      return view && view.actors.length > 0 ? [[name, view] as [string, ActorMapView]] : []
    })
  },
)

function partsOf({ actors, sectors, lines }: ActorMapView, language: Language) {
  const m = words[language].map
  return {
    actors,
    sectors: sectors.map((sector) => ({ id: sector.id, label: sectorName(sector, m) })),
    lines,
    ringNames: m.importance,
  }
}

/** A map as it is laid out on somebody's screen. */
export function onScreen(
  view: ActorMapView,
  language: Language,
  [screen, width, height, legend]: (typeof screens)[number],
) {
  return layoutMap({
    ...partsOf(view, language),
    width,
    height,
    sizes: [screenSizes, compactSizes, tightSizes],
    taken: [legendOn([screen, width, height, legend])],
  })
}

/** A bar may begin where the map ends: a name this near to it seems to stand under it, px. */
const nearFoot = 8

/** What is wrong with it, seen whole. */
export function faultsOnScreen(view: ActorMapView, language: Language, screen: (typeof screens)[number]): string[] {
  const layout = onScreen(view, language, screen)
  const by = layout.width / screen[1]
  const { x, y, width, height } = legendOn(screen)
  const low = layout.sectorLabels.filter((label) => label.y + label.height / 2 > layout.height - nearFoot * by)
  return [
    ...faultsOf(layout, [{ x: x * by, y: y * by, width: width * by, height: height * by }]),
    ...low.map(({ label }) => `${label} at the foot`),
  ]
}

function legendOn([, , height, legend]: (typeof screens)[number]): Box {
  return { x: legend / 2, y: height - 32, width: legend, height: 56 }
}

/** A map as it is laid out on a wall, page by page. */
export function onWall(view: ActorMapView, language: Language, [, width, height]: (typeof walls)[number]): MapLayout[] {
  return fitMap(partsOf(view, language), { width, height }).map(({ layout }) => layout)
}
