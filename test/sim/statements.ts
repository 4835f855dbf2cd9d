import * as Y from 'yjs'
import type { Command } from '../../shared/commands.ts'
import { openTalkDocument } from '../../shared/schema/talk.ts'
import { can, type Action } from '../../shared/roles.ts'
import { nameless, teamId, type Actor } from './cast.ts'
import type { Taken } from './sim-database.ts'
import { inOrder, TalkModel } from './talk-model.ts'

type Made = { by: Actor; command: Command; firstArrivedAt: number | null; applied: boolean; acknowledged: boolean }

const rightFor: Record<Command['type'], Action> = {
  agreeToGoal: 'agreeToGoal',
  comment: 'comment',
  takeBackComment: 'comment',
  settleComment: 'settleComment',
  hideComment: 'hideComment',
}
const dayMs = 24 * 60 * 60 * 1000
const hers = [nameless.name, nameless.personId].map((text) => Buffer.from(text))

/**
 * What people have said by commands, what became of it, and what must hold of that: each command is taken once,
 * by SQL and in the order of SQL, from somebody who had the right when it came.
 */
export class Statements {
  readonly model: TalkModel
  readonly #made = new Map<string, Made>()
  /** who may not come in any more, and since when that is on disk */
  readonly #out = new Map<string, number>()
  readonly #now: () => number
  readonly #fail: (what: string) => void
  /** how many were taken, and how many came again afterwards */
  taken = { applied: 0, repeated: 0 }

  constructor(now: () => number, fail: (what: string) => void) {
    this.#now = now
    this.#fail = fail
    this.model = new TalkModel(fail)
  }

  make(by: Actor, command: Command): void {
    this.#made.set(command.id, { by, command, firstArrivedAt: null, applied: false, acknowledged: false })
  }

  isOut(personId: string): boolean {
    return this.#out.has(personId)
  }

  isApplied(commandId: string): boolean {
    return this.#made.get(commandId)?.applied ?? false
  }

  /** A request has reached the server. */
  arrived(body: string): void {
    const made = this.#made.get((JSON.parse(body) as Command).id)
    if (!made) return
    made.firstArrivedAt ??= this.#now()
    if (made.applied) this.taken.repeated += 1
  }

  /** Somebody was answered that it is done. */
  acknowledged(commandId: string): void {
    const made = this.#made.get(commandId)
    if (!made?.applied) this.#fail(`${commandId} was answered as done and is not on disk`)
    if (made) made.acknowledged = true
  }

  wasAcknowledged(commandId: string): boolean {
    return this.#made.get(commandId)?.acknowledged ?? false
  }

  /** SQL has taken a write. */
  onTaken({ job, value }: Taken): void {
    switch (job.name) {
      case 'comment':
        return this.#command(job.args[0].commandId, value, () => this.model.comment(job.args[0]))
      case 'agree':
        return this.#command(job.args[0].commandId, value, () => this.model.agree(job.args[0]))
      case 'takeBackComment':
        return this.#command(job.args[0].commandId, value, () => this.model.takeBack(job.args[0]))
      case 'settleComment':
        return this.#command(job.args[0].commandId, value, () => this.model.settle(job.args[0]))
      case 'hideComment':
        return this.#command(job.args[0].commandId, value, () => this.model.hide(job.args[0]))
      case 'removePerson':
        return this.#leave(job.args[0].personId)
      case 'movePerson':
        return job.args[0].teamId === teamId ? this.#comeBack(job.args[0].personId) : this.#leave(job.args[0].personId)
      default: // no command, and no right
    }
  }

  #leave(personId: string): void {
    if (!this.#out.has(personId)) this.#out.set(personId, this.#now())
    this.model.members.delete(personId)
  }

  #comeBack(personId: string): void {
    this.#out.delete(personId)
    this.model.members.add(personId)
  }

  #command(commandId: string, value: unknown, apply: () => void): void {
    const made = this.#made.get(commandId)
    if (!made) return this.#fail(`${commandId} was never said`)
    if (value === true) {
      if (made.applied) this.#fail(`${made.command.type} ${commandId} was applied twice`)
      made.applied = true
      this.taken.applied += 1
      this.#checkRight(made)
      apply()
    } else if (!made.applied) this.#fail(`${made.command.type} ${commandId} is taken for one that was applied before`)
  }

  #checkRight({ by, command, firstArrivedAt }: Made): void {
    const what = `${by.name}'s ${command.type} ${command.id}`
    if (!can(by.role, rightFor[command.type])) this.#fail(`${what} was taken from a ${by.role}`)
    const outSince = this.#out.get(by.personId)
    if (outSince !== undefined && (firstArrivedAt ?? Infinity) > outSince)
      this.#fail(`${what} came after ${by.name} was out`)
  }

  /** What has just been written to the talk, and so can be read by others: nothing tells who wrote without name. */
  checkPicture(talk: Y.Doc, update: Uint8Array): void {
    if (hers.some((text) => Buffer.from(update).includes(text))) this.#fail(`the talk tells of ${nameless.name}`)
    for (const [id, { author, at }] of openTalkDocument(talk).comments) {
      const said = this.model.comments.get(id)
      if (!said) return this.#fail(`the talk has a comment that SQL has not: ${id}`)
      if (said.withoutName && (author !== null || at % dayMs !== 0)) this.#fail(`${id} was to be without name`)
    }
  }

  /** The end: a talk shows exactly what was said, and nothing is left in it of what was taken back or hidden. */
  checkTalk(doc: Y.Doc, whose: string): void {
    const talk = openTalkDocument(doc)
    const sorted = <T>(map: Y.Map<T>) => [...map.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1))
    const agreements = sorted(talk.agreements).map(([id, list]) => [id, inOrder(list)])
    const shows = JSON.stringify({ members: sorted(talk.members), agreements, comments: sorted(talk.comments) })
    const expected = JSON.stringify(this.model.picture)
    if (shows !== expected) this.#fail(`${whose} talk shows ${shows}; was said ${expected}`)
    const bytes = Buffer.from(Y.encodeStateAsUpdate(doc))
    for (const { takenBack, hidden, text } of this.model.comments.values()) {
      if ((takenBack || hidden) && bytes.includes(text)) this.#fail(`${whose} talk still holds «${text}»`)
    }
  }

  /** The end: so does SQL, but for what is hidden, which can be shown again. */
  checkSql(dump: string): void {
    for (const { takenBack, text } of this.model.comments.values()) {
      if (takenBack && dump.includes(JSON.stringify(text).slice(1, -1))) this.#fail(`SQL still holds «${text}»`)
      if (!takenBack && !dump.includes(JSON.stringify(text).slice(1, -1))) this.#fail(`SQL has lost «${text}»`)
    }
  }
}
