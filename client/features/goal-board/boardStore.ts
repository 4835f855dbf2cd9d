import * as Y from 'yjs'
import type { Goal } from '../../../shared/schema/goal.ts'
import type { Agreement, Member, TalkDocument } from '../../../shared/schema/talk.ts'
import type { TeamDocument } from '../../../shared/schema/team.ts'
import { actionCounts, actionsOf, deletedActionsOf } from '../../../shared/select/actions.ts'
import { readGoal } from '../../../shared/select/goals.ts'
import { measureOf } from '../../../shared/select/measures.ts'
import { entries } from '../../../shared/select/read.ts'
import { agreementView, smarteLetters } from '../../../shared/select/smarte.ts'
import {
  cardOf,
  parentOf,
  placeGoals,
  sameCard,
  shareBoard,
  type BoardView,
  type CardView,
  type GoalView,
} from './boardView.ts'

type DeepEvents = Y.YEvent<Y.AbstractType<unknown>>[]

/**
 * A team's board as view data, kept up goal by goal: a change in one goal costs one goal, also among a
 * thousand. The selectors do the reading; this only remembers what they answered and what changed since.
 */
export class BoardStore {
  readonly board: TeamDocument
  readonly talk: TalkDocument | null
  private goals = new Map<string, Goal>()
  private views = new Map<string, GoalView>()
  private cards = new Map<string, CardView>()
  private counts = new Map<string, number>()
  private members: ReadonlyMap<string, Member> = new Map()
  private view: BoardView = { ...placeGoals([]), members: this.members }
  private dirty = new Set<string>()
  private allDirty = true
  private actionsDirty = true
  private removedByOthers = new Set<string>()
  private listeners = new Set<() => void>()
  private moveListeners = new Set<(goalId: string) => void>()

  constructor(board: TeamDocument, talk: TalkDocument | null) {
    this.board = board
    this.talk = talk
    this.refresh()
  }

  /** For `useSyncExternalStore`: watches the documents while anybody listens. */
  subscribe = (listener: () => void): (() => void) => {
    if (this.listeners.size === 0) this.watch()
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
      if (this.listeners.size === 0) this.unwatch()
    }
  }

  /** Tells of moves by other people, so that the card can be outlined where it landed. */
  onRemoteMove(listener: (goalId: string) => void): () => void {
    this.moveListeners.add(listener)
    return () => this.moveListeners.delete(listener)
  }

  getBoard = (): BoardView => this.view

  /** The card of a goal, deleted or not; null if it never was or has been swept. */
  card(id: string): CardView | null {
    return this.cards.get(id) ?? null
  }

  /** Everything about a goal, deleted or not. Read when asked for: only an open goal is. */
  goal(id: string): GoalView | null {
    const known = this.views.get(id)
    if (known) return known
    const goal = this.goals.get(id)
    if (!goal) return null
    const view = this.read(goal, true)
    this.views.set(id, view)
    return view
  }

  /** Whether it was somebody else who deleted the goal while this page was open. */
  deletedByOther(id: string): boolean {
    return this.removedByOthers.has(id)
  }

  /** Every live goal, for choosing a parent. */
  liveGoals(): Goal[] {
    return [...this.goals.values()].filter((goal) => goal.deletedAt === null)
  }

  private watch(): void {
    const { goals, measures, actions, doc } = this.board
    goals.observeDeep(this.onGoals)
    measures.observeDeep(this.onEntities)
    actions.observeDeep(this.onActions)
    doc.on('afterTransaction', this.flush)
    this.talk?.agreements.observe(this.onAgreements)
    this.talk?.members.observe(this.onMembers)
    this.talk?.doc.on('afterTransaction', this.flush)
    // What changed while nobody listened.
    this.allDirty = true
    this.actionsDirty = true
    this.flush()
  }

  private unwatch(): void {
    const { goals, measures, actions, doc } = this.board
    goals.unobserveDeep(this.onGoals)
    measures.unobserveDeep(this.onEntities)
    actions.unobserveDeep(this.onActions)
    doc.off('afterTransaction', this.flush)
    this.talk?.agreements.unobserve(this.onAgreements)
    this.talk?.members.unobserve(this.onMembers)
    this.talk?.doc.off('afterTransaction', this.flush)
  }

  private onEntities = (events: DeepEvents): void => {
    for (const event of events) {
      const id = event.path[0]
      if (typeof id === 'string') this.dirty.add(id)
      else for (const key of event.changes.keys.keys()) this.dirty.add(key)
    }
  }

  private onGoals = (events: DeepEvents, transaction: Y.Transaction): void => {
    this.onEntities(events)
    for (const event of events) {
      const id = event.path[0]
      if (event.path.length !== 1 || typeof id !== 'string') continue
      if (event.changes.keys.has('deletedAt')) {
        if (transaction.local) this.removedByOthers.delete(id)
        else this.removedByOthers.add(id)
      }
      if (transaction.local) continue
      if (!event.changes.keys.has('state') && !event.changes.keys.has('order')) continue
      for (const listener of this.moveListeners) listener(id)
    }
  }

  private onActions = (events: DeepEvents): void => {
    this.actionsDirty = true
    for (const event of events) {
      const id = event.path[0]
      const ids = typeof id === 'string' ? [id] : [...event.changes.keys.keys()]
      for (const actionId of ids) {
        const goalId = this.board.actions.get(actionId)?.get('goalId')
        if (typeof goalId === 'string') this.dirty.add(goalId)
        else this.views.clear() // swept: whose it was is not known any more
      }
    }
  }

  private onAgreements = (event: Y.YMapEvent<Agreement[]>): void => {
    for (const id of event.keysChanged) if (typeof id === 'string') this.dirty.add(id)
  }

  private onMembers = (): void => {
    this.allDirty = true
  }

  private flush = (): void => {
    if (!this.allDirty && !this.actionsDirty && this.dirty.size === 0) return
    this.refresh()
    for (const listener of this.listeners) listener()
  }

  private refresh(): void {
    const ids = new Set(this.dirty)
    if (this.allDirty) {
      this.members = new Map(this.talk?.members.entries() ?? [])
      for (const [id] of entries(this.board.goals)) ids.add(id)
      for (const id of this.goals.keys()) ids.add(id)
    }
    if (this.actionsDirty) {
      const counts = actionCounts(this.board)
      for (const id of new Set([...counts.keys(), ...this.counts.keys()])) {
        if (counts.get(id) !== this.counts.get(id)) ids.add(id)
      }
      this.counts = counts
    }
    this.dirty.clear()
    this.allDirty = false
    this.actionsDirty = false
    let moved = false
    for (const id of ids) moved = this.readAgain(id) || moved
    this.updateCards(ids)
    const places = moved ? placeGoals(this.goals.values()) : this.view
    this.view = shareBoard(this.view, { ...places, members: this.members })
  }

  /** True if the goal's place on the board may be another now. */
  private readAgain(id: string): boolean {
    const before = this.goals.get(id)
    this.views.delete(id)
    const map = this.board.goals.get(id)
    if (!(map instanceof Y.Map)) {
      this.cards.delete(id)
      return this.goals.delete(id)
    }
    const goal = readGoal(id, map)
    this.goals.set(id, goal)
    return before?.state !== goal.state || before.order !== goal.order || before.deletedAt !== goal.deletedAt
  }

  private updateCards(changed: ReadonlySet<string>): void {
    for (const goal of this.goals.values()) {
      const before = this.cards.get(goal.id)
      const parent = parentOf(this.goals, goal)
      // A sub-goal's card also shows its parent's words, and which parent may depend on a ring far away.
      const sameParent = before?.parentId === (parent?.id ?? null) && before.parentTitle === (parent?.title ?? null)
      if (before && sameParent && !changed.has(goal.id)) continue
      this.views.delete(goal.id)
      const next = cardOf(this.read(goal, false), this.counts.get(goal.id) ?? 0, parent)
      if (!before || !sameCard(before, next)) this.cards.set(goal.id, next)
    }
  }

  private read(goal: Goal, withActions: boolean): GoalView {
    const measure = measureOf(this.board, goal.id)
    const agreement = agreementView(goal.title, this.members, this.talk?.agreements.get(goal.id))
    return {
      goal: { ...goal, parentId: parentOf(this.goals, goal)?.id ?? null },
      measure,
      letters: smarteLetters(goal, measure, agreement),
      agreement,
      actions: withActions ? actionsOf(this.board, goal.id) : [],
      deletedActions: withActions ? deletedActionsOf(this.board, goal.id) : [],
    }
  }
}
