import { IDBFactory } from 'fake-indexeddb'
import { Unreachable } from '../../client/api.ts'
import { Outbox } from '../../client/sync/outbox.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Command } from '../../shared/commands.ts'
import { AppError, type ErrorCode } from '../../shared/errors.ts'
import type { Actor } from './cast.ts'
import type { World } from './sim-document.ts'
import type { Statements } from './statements.ts'

/** Answers that say nothing about the command itself. */
const passing: readonly ErrorCode[] = ['storeFailed', 'stopping', 'tooManyTries', 'notSignedIn']
/** What each command may be answered besides, and nothing else. */
const told: readonly ErrorCode[] = ['notAllowed', 'goalGone', 'subjectGone', 'commentGone', 'badRequest', 'tooMany']

export type VoiceWorld = World & { statements: Statements }

/**
 * What one person says by commands. Comments wait in the client's own outbox, which the device keeps; what is done
 * with comments and goals is asked for again, in any order and perhaps twice at once, until there is an answer.
 */
export class SimVoice {
  readonly #world: VoiceWorld
  readonly #person: Actor
  readonly #device = new IDBFactory()
  #page: { alive: boolean; outbox: Outbox }
  readonly #asked = new Map<string, Command>()
  /** comments that the device has said it keeps, and that the person has not thrown away */
  readonly #kept = new Set<string>()
  readonly own: string[] = []
  #closed = false

  constructor(world: VoiceWorld, person: Actor) {
    this.#world = world
    this.#person = person
    this.#page = this.#open()
    this.#askAgainLater()
  }

  #open() {
    const { clock: world, random } = this.#world
    const page = { alive: true, outbox: null as unknown as Outbox }
    const clock: Clock = {
      now: () => world.now(),
      setTimeout: (run, delayMs) => world.setTimeout(() => page.alive && run(), delayMs),
      clearTimeout: (timer) => world.clearTimeout(timer),
    }
    // A page that is gone is told nothing, though what it sent goes on.
    const send = (command: Command) =>
      new Promise<void>((resolve, reject) => {
        if (!page.alive) return
        this.#send(command).then(
          () => page.alive && resolve(),
          (error: Error) => page.alive && reject(error),
        )
      })
    page.outbox = new Outbox({
      personId: this.#person.personId,
      factory: this.#device,
      send,
      clock,
      random: random.next,
    })
    return page
  }

  async #send(command: Command): Promise<void> {
    const { network, statements, fail } = this.#world
    const { name, personId } = this.#person
    const wasDone = statements.wasAcknowledged(command.id)
    try {
      await network.request(name, JSON.stringify(command))
      statements.acknowledged(command.id)
    } catch (error) {
      if (error instanceof Unreachable) throw error
      const code = error instanceof AppError ? error.code : null
      const expected = code !== null && (passing.includes(code) || told.includes(code))
      if (!expected) fail(`${name}'s ${command.type} ${command.id} was answered ${String(code ?? error)}`)
      // Answered as the first time, whatever has happened since.
      const known = wasDone && !statements.isOut(personId)
      if (known && code && !passing.includes(code)) fail(`${command.id} was done, and is now answered ${code}`)
      throw error
    }
  }

  say(command: Command): string {
    this.#world.statements.make(this.#person, command)
    if (command.type !== 'comment') {
      this.#asked.set(command.id, command)
      this.#ask(command)
      if (this.#world.random.chance(0.2)) this.#ask(command)
    } else {
      const page = this.#page
      this.own.push(command.id)
      void page.outbox.add(command).then(() => page.alive && page.outbox.kept.get() && this.#kept.add(command.id))
    }
    return `says ${command.type} ${command.id}`
  }

  #ask(command: Command): void {
    const answered = () => void this.#asked.delete(command.id)
    this.#send(command).then(answered, (error: unknown) => {
      if (error instanceof AppError && !passing.includes(error.code)) answered()
    })
  }

  #askAgainLater(): void {
    const { clock, random } = this.#world
    clock.setTimeout(
      () => {
        if (this.#closed) return
        const command = random.pick([...this.#asked.values()])
        if (command) this.#ask(command)
        this.#askAgainLater()
      },
      random.whole(300, 1_500),
    )
  }

  /** What people and programs do beside saying something new. */
  fumble(): string {
    const { random, statements, fail } = this.#world
    const { outbox } = this.#page
    const refused = outbox.entries.get().filter(({ state }) => state === 'refused')
    const entry = random.pick(refused)
    if (entry && random.chance(0.7)) {
      if (random.chance(0.7)) outbox.retry(entry.command.id)
      else {
        this.#kept.delete(entry.command.id)
        void outbox.discard(entry.command.id)
      }
      return `thinks again about ${entry.command.id}`
    }
    const id = random.pick(this.own.filter((each) => statements.wasAcknowledged(each)))
    if (!id) return 'looks'
    // The id of what was done, with other words: never taken, never answered as done.
    const forged = { id, type: 'takeBackComment', teamId: 'sim', commentId: id }
    this.#world.network.request(this.#person.name, JSON.stringify(forged)).then(
      () => fail(`${id} was used again`),
      (error: unknown) => {
        const code = error instanceof AppError ? error.code : 'passing'
        const right = code === 'commandReused' || code === 'notAllowed' || passing.includes(code as ErrorCode)
        if (!right && !(error instanceof Unreachable)) fail(`${id}, used again, was answered ${code}`)
      },
    )
    return `uses ${id} again`
  }

  /** The net may be back. */
  look(): void {
    this.#page.outbox.check()
  }

  /** The page is loaded again. What is not in the outbox is mostly forgotten, though it may have come through. */
  reload(): void {
    this.#page.alive = false
    for (const id of [...this.#asked.keys()]) if (this.#world.random.chance(0.5)) this.#asked.delete(id)
    this.#page = this.#open()
  }

  /** The right has come back: what was refused for want of it is tried again. */
  tryRefused(): void {
    const { outbox } = this.#page
    for (const { command, state } of outbox.entries.get()) if (state === 'refused') outbox.retry(command.id)
  }

  get settled(): boolean {
    return this.#asked.size === 0 && this.#page.outbox.waiting.get() === 0
  }

  describe(): string {
    const waiting = this.#page.outbox.entries.get().map(({ command, state }) => `${command.id} ${state}`)
    return `asked ${[...this.#asked.keys()].join()}, outbox ${waiting.join()}`
  }

  check(): void {
    const { statements, fail } = this.#world
    for (const { command, state } of this.#page.outbox.entries.get()) {
      if (state === 'sent' && !statements.isApplied(command.id)) fail(`${command.id} says sent and is not on disk`)
    }
  }

  /** The end: what the device kept was taken, or is there still with what became of it. */
  checkKept(): void {
    const { statements, fail } = this.#world
    const here = new Set(this.#page.outbox.entries.get().map(({ command }) => command.id))
    for (const id of this.#kept)
      if (!statements.isApplied(id) && !here.has(id)) fail(`${this.#person.name} has lost ${id}`)
  }

  close(): void {
    this.#closed = true
    this.#page.alive = false
  }
}
