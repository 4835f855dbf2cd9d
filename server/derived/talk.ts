import type { Clock, TimerHandle } from '../../shared/clock.ts'
import type { Agreement, Member, TalkDocument } from '../../shared/schema/talk.ts'
import { documentId, parseDocumentId } from '../../shared/document-id.ts'
import { openTalkDocument } from '../../shared/schema/talk.ts'
import type { AgreementRow, Directory, Person } from '../store/directory.ts'
import type { Rooms } from '../sync/rooms.ts'
import { commentsView } from './comments-view.ts'
import { writeDifference } from './write-difference.ts'

export type TalkDependencies = { directory: Directory; rooms: Rooms; clock: Clock; onError: (error: unknown) => void }

/** After a failure (a disk that is full for a moment) the picture is made true as soon as it works again. ms. */
const retryMs = 2_000

/**
 * The picture in `talk:` of what SQL says: what a team is called, who is in it, how far they agree, what they say. SQL is the truth; the
 * picture is written after the commit, until that works, and again whenever a talk is read into memory, so that a
 * crash between the two leaves nothing behind.
 */
export class Talk {
  readonly #deps: TalkDependencies
  /** the refresh under way for a team, and the one that waits for it */
  readonly #running = new Map<string, Promise<void>>()
  readonly #waiting = new Map<string, Promise<void>>()
  /** the teams whose picture could not be written, until it is tried again */
  readonly #retries = new Map<string, TimerHandle>()
  #stopped = false

  constructor(deps: TalkDependencies) {
    this.#deps = deps
    deps.rooms.onLoaded((id) => {
      const name = parseDocumentId(id)
      if (name?.kind === 'talk') this.refresh(name.key).catch(deps.onError)
    })
  }

  /**
   * Writes the team's name, members, agreements and comments into its talk; resolves when that is on disk. Calls while one is
   * under way share the next. Rejects when it could not be written, and is then tried again by itself. Does nothing
   * for a gathering's talk.
   */
  refresh(teamId: string): Promise<void> {
    const running = this.#running.get(teamId)
    if (!running) return this.#start(teamId)
    const waiting = this.#waiting.get(teamId)
    if (waiting) return waiting
    const next = running
      .catch(() => undefined)
      .then(() => {
        this.#waiting.delete(teamId)
        return this.#start(teamId)
      })
    this.#waiting.set(teamId, next)
    return next
  }

  #start(teamId: string): Promise<void> {
    const run = this.#write(teamId)
      .catch((error: unknown) => {
        this.#retryLater(teamId)
        throw error
      })
      .finally(() => {
        if (this.#running.get(teamId) === run) this.#running.delete(teamId)
      })
    this.#running.set(teamId, run)
    return run
  }

  #retryLater(teamId: string): void {
    if (this.#stopped || this.#retries.has(teamId)) return
    const { clock, onError } = this.#deps
    const retry = () => {
      this.#retries.delete(teamId)
      this.refresh(teamId).catch(onError)
    }
    this.#retries.set(teamId, clock.setTimeout(retry, retryMs))
  }

  /** Tries nothing again. A talk is made true when it is read into memory the next time. */
  stop(): void {
    this.#stopped = true
    for (const timer of this.#retries.values()) this.#deps.clock.clearTimeout(timer)
    this.#retries.clear()
  }

  async #write(teamId: string): Promise<void> {
    const { directory, rooms } = this.#deps
    const team = await directory.team(teamId)
    if (!team) return
    const [members, agreements, comments] = await Promise.all([
      directory.members(teamId),
      directory.agreements(teamId),
      directory.comments(teamId),
    ])
    await rooms.change(documentId('talk', teamId), (doc) => {
      const talk: TalkDocument = openTalkDocument(doc)
      writeDifference(talk.team, new Map([['value', { name: team.name, municipalities: team.municipalities }]]))
      writeDifference(talk.members, membersOf(members))
      writeDifference(talk.agreements, agreementsOf(agreements, new Set(members.map((person) => person.id))))
      writeDifference(talk.comments, commentsView(comments))
    })
  }
}

function membersOf(people: readonly Person[]): Map<string, Member> {
  return new Map(people.map((person) => [person.id, { name: person.name, title: person.title }]))
}

/** Counts by goal and wording. Only members count, and an answer counts once, as yes or as answered. */
function agreementsOf(rows: readonly AgreementRow[], members: ReadonlySet<string>): Map<string, Agreement[]> {
  const goals = new Map<string, Agreement[]>()
  for (const row of rows) {
    if (!members.has(row.personId)) continue
    const list = goals.get(row.goalId) ?? []
    let agreement = list.find((other) => other.wording === row.wording)
    if (!agreement) list.push((agreement = { wording: row.wording, agreed: 0, answered: [] }))
    if (row.answer === 'agree') agreement.agreed += 1
    agreement.answered.push(row.personId)
    goals.set(row.goalId, list)
  }
  return goals
}
