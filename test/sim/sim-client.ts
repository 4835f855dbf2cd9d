import * as Y from 'yjs'
import { localOrigin } from '../../shared/ops/write.ts'
import { openTeamDocument } from '../../shared/schema/team.ts'
import { can } from '../../shared/roles.ts'
import { talkDocumentId, teamDocumentId, type Actor } from './cast.ts'
import { actAtRandom, readEverything } from './operations.ts'
import { SimDocument, type Left } from './sim-document.ts'
import { SimVoice, type VoiceWorld } from './sim-voice.ts'
import { sayAtRandom } from './talk-operations.ts'

/** One person with our own client: the team's boards, its talk, and what they say. */
export class SimClient {
  readonly person: Actor
  readonly name: string
  readonly voice: SimVoice
  readonly #world: VoiceWorld & { newWord: () => string }
  #page: ReturnType<SimClient['load']>
  /** every client id that this person has written with */
  readonly clientIds: number[] = []
  #made = 0
  acted = 0
  /** the right to this board has been taken */
  banned = false

  constructor(world: VoiceWorld & { newWord: () => string }, person: Actor) {
    this.#world = world
    this.person = person
    this.name = person.name
    this.#page = this.load(null)
    this.voice = new SimVoice(world, person)
  }

  get doc(): Y.Doc {
    return this.#page.team.doc
  }

  get talk(): Y.Doc {
    return this.#page.talk.doc
  }

  get writes(): boolean {
    return can(this.person.role, 'write:team')
  }

  /** A page, with what an earlier one left on the device. */
  private load(left: { team: Left; talk: Left } | null) {
    const team = new SimDocument(this.#world, this.name, teamDocumentId, left?.team ?? null)
    const talk = new SimDocument(this.#world, this.name, talkDocumentId, left?.talk ?? null)
    this.clientIds.push(team.doc.clientID)
    const board = openTeamDocument(team.doc)
    const { goals, measures, actions, maps, sectors, actors, placements, lines, steps, cards } = board
    const followed = [goals, measures, actions, maps, sectors, actors, placements, lines, steps, cards]
    const undo = new Y.UndoManager(followed, { trackedOrigins: new Set([localOrigin]), captureTimeout: 0 })
    let unread = true
    team.doc.on('update', () => (unread = true))
    let looked = 0
    const readIfChanged = (whole: boolean) => {
      looked += 1
      // Reading a whole board takes longer than all else that is checked.
      if (!unread || !(whole || looked % 10 === 0)) return
      readEverything(board)
      unread = false
    }
    return { team, talk, board, undo, readIfChanged }
  }

  act(): string {
    const { board, undo } = this.#page
    const { random, clock } = this.#world
    this.acted += 1
    const newId = () => `${this.name}-${(this.#made += 1)}`
    return actAtRandom({ board, undo, random, newId, now: clock.now() })
  }

  /** Says something in the talk, or has another go at what was said. */
  speak(): string {
    const { random, newWord } = this.#world
    if (random.chance(0.15)) return this.voice.fumble()
    const { person, talk, voice } = this
    const newId = () => uuid(random.next)
    return voice.say(sayAtRandom({ person, board: this.#page.board, talk, random, own: voice.own, newId, newWord }))
  }

  /** The page is loaded again; nothing is said to the server before. */
  reload(): void {
    const { team, talk, undo } = this.#page
    undo.destroy()
    this.#page = this.load({ team: team.leave(), talk: talk.leave() })
    this.voice.reload()
  }

  close(): void {
    const { team, talk, undo } = this.#page
    undo.destroy()
    team.close()
    talk.close()
    this.voice.close()
  }

  get settled(): boolean {
    const { team, talk } = this.#page
    if (this.banned) return team.ended && talk.ended
    return team.settled && talk.settled && this.voice.settled
  }

  describe(): string {
    const { team, talk } = this.#page
    return `${this.name} ${team.describe()} ${talk.describe()} ${this.voice.describe()}`
  }

  /** What must hold at any moment, whatever the net does. `whole`: the board is read now, and not just now and then. */
  check(whole = false): void {
    const { team, talk, readIfChanged } = this.#page
    readIfChanged(whole)
    team.check(this.banned)
    talk.check(this.banned)
    this.voice.check()
  }
}

function uuid(random: () => number): string {
  const hex = (length: number) => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('')
  return [8, 4, 4, 4, 12].map(hex).join('-')
}
