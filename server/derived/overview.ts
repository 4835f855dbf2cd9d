import type { Clock } from '../../shared/clock.ts'
import { documentId, parseDocumentId } from '../../shared/document-id.ts'
import { openOverviewDocument, type TeamSummary } from '../../shared/schema/overview.ts'
import { openTalkDocument } from '../../shared/schema/talk.ts'
import { openTeamDocument } from '../../shared/schema/team.ts'
import type { Directory, Team } from '../store/directory.ts'
import type { Rooms } from '../sync/rooms.ts'
import { dateInNorway, followDays } from './follow-days.ts'
import { teamSummary } from './team-summary.ts'
import { WorkPace } from './work-pace.ts'
import { writeDifference } from './write-difference.ts'

export type OverviewDependencies = {
  directory: Directory
  rooms: Rooms
  clock: Clock
  onError: (error: unknown) => void
}

/** Typing changes a board many times a second; figures need no more than this. ms. */
const followMs = 500
/** After a failure (a disk that is full for a moment) the figures are made true as soon as it works again. ms. */
const retryMs = 2_000

/**
 * Keeps each `overview:` that somebody has open equal to its teams. One that nobody has open is left alone and made
 * up to date when it is read into memory. Team by team: a network's boards are never all read at once.
 */
export class Overview {
  readonly #deps: OverviewDependencies
  readonly #networkOf = new Map<string, string>()
  /** the teams whose figures are old, by network; `all` also for the list of teams itself */
  readonly #old = new Map<string, Set<string> | 'all'>()
  readonly #running = new Map<string, Promise<void>>()
  readonly #paces = new Map<string, WorkPace>()
  /** the teams that changed while their boards, which take long to sum up, have to wait */
  readonly #resting = new Set<string>()
  /** the networks whose overview was opened, and may be open still */
  readonly #opened = new Set<string>()
  #days: { stop(): void } | null = null
  #stopped = false

  constructor(deps: OverviewDependencies) {
    this.#deps = deps
  }

  /** Begins to follow. */
  start(): void {
    const { rooms, clock, onError } = this.#deps
    rooms.onLoaded((id) => {
      const name = parseDocumentId(id)
      if (name?.kind !== 'overview') return
      this.#opened.add(name.key)
      this.networkChanged(name.key)
    })
    rooms.onCommitted((id) => {
      const name = parseDocumentId(id)
      if (name?.kind === 'team' || name?.kind === 'talk') this.#teamChanged(name.key).catch(onError)
    })
    // What is due yesterday is overdue though nobody has touched a board.
    this.#days = followDays(clock, () => this.#dayBegan())
  }

  #dayBegan(): void {
    for (const networkId of this.#opened) {
      if (this.#deps.rooms.isOpen(documentId('overview', networkId))) this.networkChanged(networkId)
      else this.#opened.delete(networkId)
    }
  }

  /** Teams were added, renamed, removed or taken back: SQL says so and no document does. */
  networkChanged(networkId: string): void {
    this.#soon(networkId, 'all')
  }

  /** Begins nothing more; resolves when what is under way is done. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#days?.stop()
    await Promise.all(this.#running.values())
  }

  async #teamChanged(teamId: string): Promise<void> {
    if (this.#stopped) return
    const networkId = this.#networkOf.get(teamId) ?? (await this.#deps.directory.team(teamId))?.networkId
    if (networkId === undefined) return
    this.#networkOf.set(teamId, networkId)
    this.#teamSoon(networkId, teamId, followMs)
  }

  /** A board that takes long to sum up waits alone: the other teams' figures go on. */
  #teamSoon(networkId: string, teamId: string, delayMs: number): void {
    const restMs = this.#pace(teamId).wait(delayMs) - delayMs
    if (restMs === 0) return this.#soon(networkId, [teamId], delayMs)
    if (this.#stopped || this.#resting.has(teamId)) return
    this.#resting.add(teamId)
    this.#deps.clock.setTimeout(() => {
      this.#resting.delete(teamId)
      this.#soon(networkId, [teamId], delayMs)
    }, restMs)
  }

  #soon(networkId: string, what: 'all' | readonly string[], delayMs = followMs): void {
    if (this.#stopped || !this.#deps.rooms.isOpen(documentId('overview', networkId))) return
    const old = this.#old.get(networkId)
    if (what === 'all' || old === 'all') this.#old.set(networkId, 'all')
    else this.#old.set(networkId, new Set([...(old ?? []), ...what]))
    if (old !== undefined) return
    // The first of these decides; whoever changes a board meanwhile is seen with it.
    this.#deps.clock.setTimeout(() => this.#refresh(networkId), delayMs)
  }

  #pace(teamId: string): WorkPace {
    const known = this.#paces.get(teamId) ?? new WorkPace()
    this.#paces.set(teamId, known)
    return known
  }

  #refresh(networkId: string): void {
    if (this.#stopped) return
    if (this.#running.has(networkId)) {
      this.#deps.clock.setTimeout(() => this.#refresh(networkId), followMs)
      return
    }
    const old = this.#old.get(networkId)
    this.#old.delete(networkId)
    if (old === undefined) return
    const run = this.#write(networkId, old)
      .catch((error: unknown) => {
        this.#deps.onError(error)
        if (old === 'all') this.#soon(networkId, old, retryMs)
        else for (const teamId of old) this.#teamSoon(networkId, teamId, retryMs)
      })
      .finally(() => this.#running.delete(networkId))
    this.#running.set(networkId, run)
  }

  async #write(networkId: string, old: ReadonlySet<string> | 'all'): Promise<void> {
    const { directory, rooms } = this.#deps
    const teams = await directory.teams(networkId)
    const made = new Map<string, TeamSummary>()
    for (const team of teams) {
      if (this.#stopped) return
      if (old !== 'all' && !old.has(team.id)) continue
      const summary = await this.#summary(team)
      if (summary) made.set(team.id, summary)
    }
    await rooms.change(documentId('overview', networkId), (doc) => {
      const overview = openOverviewDocument(doc)
      const next = new Map<string, TeamSummary>()
      for (const { id } of teams) {
        const summary = made.get(id) ?? overview.teams.get(id)
        if (summary) next.set(id, summary)
      }
      writeDifference(overview.teams, next)
    })
  }

  async #summary(team: Team): Promise<TeamSummary | null> {
    const { rooms, clock } = this.#deps
    const talk = await rooms.read(documentId('talk', team.id), (doc) => {
      const { members, agreements, comments } = openTalkDocument(doc)
      return {
        members: new Map(members.entries()),
        agreements: new Map(agreements.entries()),
        comments: [...comments.values()],
      }
    })
    const none = { members: new Map(), agreements: new Map(), comments: [] }
    const facts = { team, talk: talk ?? none, today: dateInNorway(clock.now()) }
    return rooms.read(documentId('team', team.id), (doc) =>
      this.#pace(team.id).measure(() => teamSummary(openTeamDocument(doc), facts)),
    )
  }
}
