import { involvements, type Importance } from '../schema/actor.ts'
import { mapLevels } from '../schema/actor-map.ts'
import { goalStates, type GoalState } from '../schema/goal.ts'
import { byOrder } from '../schema/order.ts'
import { phases, type Phase } from '../schema/phase.ts'
import { lineKinds, relations } from '../schema/relation.ts'
import type {
  StageActor,
  StageDocument,
  StageGoal,
  StageLine,
  StagePhase,
  StageSector,
  StageShow,
} from '../schema/stage.ts'
import { readChoice, readNumber, readString } from './read.ts'
import { fieldsOf, readStageGoal, readStagePhase } from './stage-read.ts'

/**
 * What the hall sees, ready to draw: the heading, and the parts of the board that it names; the other parts are
 * empty. `sections`: the goals of each state that has any, in the board's order, or the one goal in focus alone.
 */
export type StageView = {
  show: StageShow
  sections: { state: GoalState; goals: StageGoal[] }[]
  actors: StageActor[]
  lines: (StageLine & { key: string })[]
  sectors: StageSector[]
  phases: (StagePhase & { phase: Phase })[]
}

/** Reads the stage. Whatever is malformed reads as nothing, or is left out: one bad entry must not blank the screen. */
export function stageView(stage: StageDocument): StageView {
  const show = readShow(stage.show.get('value'))
  const view: StageView = { show, sections: [], actors: [], lines: [], sectors: [], phases: [] }
  switch (show.kind) {
    case 'nothing':
      return view
    case 'goals':
      return { ...view, sections: sectionsOf(stage, show.focus) }
    case 'map':
      return { ...view, ...mapOf(stage) }
    case 'phases':
      return { ...view, phases: phases.map((phase) => readStagePhase(phase, stage.phases.get(phase))) }
  }
}

/** What a map of values holds, read one by one; what can't be read is left out. */
function readAll<T>(
  map: { entries(): IterableIterator<[string, unknown]> },
  read: (id: string, value: unknown) => T | null,
): T[] {
  return [...map.entries()].map(([id, value]) => read(id, value)).filter((item) => item !== null)
}

function sectionsOf(stage: StageDocument, focus: string | null): StageView['sections'] {
  const all = readAll(stage.goals, readStageGoal).sort(byOrder)
  const alone = all.filter((goal) => goal.id === focus)
  const goals = alone.length > 0 ? alone : all
  return goalStates
    .map((state) => ({ state, goals: goals.filter((goal) => goal.state === state) }))
    .filter((section) => section.goals.length > 0)
}

function mapOf(stage: StageDocument): Pick<StageView, 'actors' | 'lines' | 'sectors'> {
  const actors = readAll(stage.actors, readStageActor).sort(byOrder)
  const there = new Set(actors.map((actor) => actor.id))
  return {
    actors,
    lines: readAll(stage.lines, readStageLine)
      .filter((line) => there.has(line.from) && there.has(line.to))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
    sectors: readAll(stage.sectors, readStageSector).sort(byOrder),
  }
}

function readShow(value: unknown): StageShow {
  const fields = fieldsOf(value)
  const page = Math.max(0, Math.trunc(readNumber(fields?.page) ?? 0))
  const teamId = readString(fields?.teamId)
  if (!fields || teamId === null) return { kind: 'nothing', page }
  const shown = {
    page,
    teamId,
    teamNumber: Math.max(1, Math.trunc(readNumber(fields.teamNumber) ?? 1)),
    teamName: readString(fields.teamName) ?? '',
  }
  const focus = readString(fields.focus)
  const mapId = readString(fields.mapId)
  const boardId = readString(fields.boardId)
  if (fields.kind === 'goals') return { ...shown, kind: 'goals', focus }
  if (fields.kind === 'map' && mapId !== null) {
    const level = readChoice(fields.level, mapLevels, 'individual')
    return { ...shown, kind: 'map', mapId, level, coverName: readString(fields.coverName) ?? '', focus }
  }
  if (fields.kind === 'phases' && boardId !== null) {
    return { ...shown, kind: 'phases', boardId, title: readString(fields.title) }
  }
  return { kind: 'nothing', page }
}

function readStageActor(id: string, value: unknown): StageActor | null {
  const fields = fieldsOf(value)
  if (!fields) return null
  const importance: Importance = fields.importance === 3 ? 3 : fields.importance === 2 ? 2 : 1
  return {
    id,
    name: readString(fields.name) ?? '',
    sector: readString(fields.sector) ?? '',
    importance,
    relation: relations.find((relation) => relation === fields.relation) ?? null,
    involvement: readChoice(fields.involvement, involvements, 'notAsked'),
    order: readString(fields.order) ?? '',
  }
}

function readStageLine(key: string, value: unknown): StageView['lines'][number] | null {
  const fields = fieldsOf(value)
  const from = readString(fields?.from)
  const to = readString(fields?.to)
  if (!fields || from === null || to === null || from === to) return null
  const relation = relations.find((each) => each === fields.relation) ?? null
  return { key, from, to, kind: readChoice(fields.kind, lineKinds, 'together'), relation }
}

function readStageSector(id: string, value: unknown): StageSector | null {
  const fields = fieldsOf(value)
  return fields && { id, name: readString(fields.name) ?? '', order: readString(fields.order) ?? '' }
}
