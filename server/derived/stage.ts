import type { Clock } from '../../shared/clock.ts'
import { documentId, parseDocumentId } from '../../shared/document-id.ts'
import { openGatheringDocument, type StageChoice } from '../../shared/schema/gathering.ts'
import { openStageDocument } from '../../shared/schema/stage.ts'
import { openTalkDocument } from '../../shared/schema/talk.ts'
import { openTeamDocument } from '../../shared/schema/team.ts'
import { stageChoice, stagePage } from '../../shared/select/gathering.ts'
import type { Directory } from '../store/directory.ts'
import type { Rooms } from '../sync/rooms.ts'
import { emptyStage, stageContent, type StageContent } from './stage-view.ts'
import { WorkPace } from './work-pace.ts'
import { writeDifference } from './write-difference.ts'

export type StageDependencies = { directory: Directory; rooms: Rooms; clock: Clock; onError: (error: unknown) => void }

/** Typing changes a board many times a second; the hall needs it a few times. ms. */
const followMs = 150
/** After a failure (a disk that is full for a moment) the hall is brought up to date as soon as it works again, ms. */
const retryMs = 2_000

/** What is on a stage: which team's documents it follows. */
type Following = { teamId: string | null }

/**
 * Keeps each `stage:` document equal to what its gathering has chosen to show: the facilitators' choice in
 * `gathering:`, the team's board in `team:`, names and agreement in `talk:`. The server alone writes a stage,
 * so that a phone in the hall never receives a team's other work.
 */
export class Stage {
  readonly #deps: StageDependencies
  readonly #following = new Map<string, Following>()
  readonly #due = new Set<string>()
  readonly #running = new Map<string, Promise<void>>()
  readonly #paces = new Map<string, WorkPace>()
  #stopped = false

  constructor(deps: StageDependencies) {
    this.#deps = deps
  }

  /** Begins to follow. A stage that is read into memory is brought up to date, whatever happened meanwhile. */
  start(): void {
    const { rooms } = this.#deps
    rooms.onLoaded((id) => {
      const name = parseDocumentId(id)
      if (name?.kind === 'stage') this.#soon(name.key, 0)
    })
    rooms.onCommitted((id) => {
      const name = parseDocumentId(id)
      if (name?.kind === 'gathering') this.#soon(name.key, 0)
      if (name?.kind !== 'team' && name?.kind !== 'talk') return
      for (const [gatheringId, { teamId }] of this.#following)
        if (teamId === name.key) this.#soon(gatheringId, followMs)
    })
  }

  /** A team was renamed, removed or taken back: SQL says so and no document does. */
  teamChanged(teamId: string): void {
    for (const [gatheringId, following] of this.#following) if (following.teamId === teamId) this.#soon(gatheringId, 0)
  }

  /** Begins nothing more; resolves when what is under way is done. A stage is brought up to date when it is read again. */
  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all(this.#running.values())
  }

  #soon(gatheringId: string, delayMs: number): void {
    if (this.#due.has(gatheringId)) return
    this.#due.add(gatheringId)
    this.#deps.clock.setTimeout(() => this.#refresh(gatheringId), this.#pace(gatheringId).wait(delayMs))
  }

  #pace(gatheringId: string): WorkPace {
    const known = this.#paces.get(gatheringId) ?? new WorkPace()
    this.#paces.set(gatheringId, known)
    return known
  }

  #refresh(gatheringId: string): void {
    if (this.#stopped) return
    if (this.#running.has(gatheringId)) {
      this.#deps.clock.setTimeout(() => this.#refresh(gatheringId), followMs)
      return
    }
    this.#due.delete(gatheringId)
    const run = this.#write(gatheringId)
      .catch((error: unknown) => {
        this.#deps.onError(error)
        this.#soon(gatheringId, retryMs)
      })
      .finally(() => this.#running.delete(gatheringId))
    this.#running.set(gatheringId, run)
  }

  async #write(gatheringId: string): Promise<void> {
    const { directory, rooms } = this.#deps
    const gathering = await directory.gathering(gatheringId)
    const chosen = await rooms.read(documentId('gathering', gatheringId), (doc) => {
      const document = openGatheringDocument(doc)
      return { choice: stageChoice(document), page: stagePage(document) }
    })
    if (!gathering || !chosen) return
    // Followed before it is read, and also while it shows nothing: what was deleted may be taken back.
    this.#following.set(gatheringId, { teamId: chosen.choice.kind === 'nothing' ? null : chosen.choice.teamId })
    const content = await this.#content(gathering, chosen)
    await rooms.change(documentId('stage', gatheringId), (doc) => {
      const stage = openStageDocument(doc)
      writeDifference(stage.show, new Map([['value', content.show]]))
      writeDifference(stage.goals, content.goals)
      writeDifference(stage.actors, content.actors)
      writeDifference(stage.lines, content.lines)
      writeDifference(stage.sectors, content.sectors)
      writeDifference(stage.phases, content.phases)
    })
  }

  /** What was chosen, as it stands; nothing if the team is gone or not of this network. */
  async #content(
    gathering: { id: string; networkId: string },
    chosen: { choice: StageChoice; page: number },
  ): Promise<StageContent> {
    const { directory, rooms } = this.#deps
    const { choice, page } = chosen
    if (choice.kind === 'nothing') return emptyStage(page)
    const team = await directory.team(choice.teamId)
    if (!team || team.networkId !== gathering.networkId) return emptyStage(page)
    const talk = await rooms.read(documentId('talk', team.id), (doc) => {
      const { members, agreements } = openTalkDocument(doc)
      return { members: new Map(members.entries()), agreements: new Map(agreements.entries()) }
    })
    const shown = { page, teamId: team.id, teamNumber: team.number, teamName: team.name }
    const none = { members: new Map(), agreements: new Map() }
    const content = await rooms.read(documentId('team', team.id), (doc) =>
      this.#pace(gathering.id).measure(() => stageContent(openTeamDocument(doc), talk ?? none, choice, shown)),
    )
    return content ?? emptyStage(page)
  }
}
