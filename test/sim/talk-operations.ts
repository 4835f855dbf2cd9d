import type { Command } from '../../shared/commands.ts'
import { commentStates, openTalkDocument, type Subject } from '../../shared/schema/talk.ts'
import type { TeamDocument } from '../../shared/schema/team.ts'
import { allActors, allMaps } from '../../shared/select/actorMaps.ts'
import { allGoals, deletedGoals } from '../../shared/select/goals.ts'
import { cardsIn } from '../../shared/select/phases.ts'
import { phases, teamBoardId } from '../../shared/schema/phase.ts'
import { wordingKey } from '../../shared/wording.ts'
import type * as Y from 'yjs'
import { nameless, teamId, type Actor } from './cast.ts'
import { words } from './hand.ts'
import type { SeededRandom } from './random.ts'

/** Somebody who sees the boards and the talk as they are on this device now. */
export type Speaker = {
  person: Actor
  board: TeamDocument
  talk: Y.Doc
  random: SeededRandom
  /** what this person has written */
  own: readonly string[]
  newId: () => string
  newWord: () => string
}

/** One thing that somebody says by a command, mostly what the screens offer and at times what they never would. */
export function sayAtRandom(speaker: Speaker): Command {
  const { random, person } = speaker
  const what = random.next()
  const moderates = person.role === 'facilitator'
  if (what < (moderates ? 0.2 : 0.5)) return comment(speaker)
  if (what < (moderates ? 0.3 : 0.65)) return takeBack(speaker)
  const role = random.chance(0.1) ? random.pick(['editor', 'facilitator'] as const) : person.role
  if (role === 'editor') return random.chance(0.5) ? agree(speaker) : settle(speaker)
  if (role === 'facilitator') return random.chance(0.7) ? hide(speaker) : settle(speaker)
  return comment(speaker)
}

const about = ({ newId }: Speaker) => ({ id: newId(), teamId })

/** Mostly one that was answered: more hangs on it. */
function any({ talk, random, newId }: Speaker): string {
  const comments = [...openTalkDocument(talk).comments]
  const [id, { replyTo }] = random.pick(comments) ?? [newId(), { replyTo: null }]
  return replyTo !== null && random.chance(0.6) ? replyTo : id
}

function takeBack(speaker: Speaker): Command {
  const own = speaker.random.chance(0.85) ? speaker.random.pick(speaker.own) : undefined
  return { ...about(speaker), type: 'takeBackComment', commentId: own ?? any(speaker) }
}

function hide(speaker: Speaker): Command {
  const hidden = speaker.random.chance(0.7)
  return { ...about(speaker), type: 'hideComment', commentId: any(speaker), hidden }
}

function settle(speaker: Speaker): Command {
  const state = speaker.random.pick(commentStates)
  return { ...about(speaker), type: 'settleComment', commentId: any(speaker), state }
}

function comment(speaker: Speaker): Command {
  const { talk, random, person, newWord } = speaker
  const [replyTo, answered] = (random.chance(0.5) && random.pick([...openTalkDocument(talk).comments])) || [null, null]
  const subject = answered && random.chance(0.95) ? answered.subject : subjectOf(speaker)
  const text = `${newWord()} ${random.pick(words)}`
  const withoutName = person === nameless || random.chance(0.2)
  return { ...about(speaker), type: 'comment', subject, text, withoutName, replyTo }
}

function agree(speaker: Speaker): Command {
  const { board, random } = speaker
  const goal = random.pick(random.chance(0.9) ? allGoals(board) : deletedGoals(board))
  const answer = random.pick(['agree', 'agree', 'notYet', 'none'] as const)
  return {
    ...about(speaker),
    type: 'agreeToGoal',
    goalId: goal?.id ?? 'none',
    wording: wordingKey(goal?.title ?? ''),
    answer,
  }
}

/** Something on the boards; at times what was deleted, or was never there. */
function subjectOf({ board, random }: Speaker): Subject {
  const pickOf = (items: readonly { id: string }[]) => random.pick(items)?.id ?? 'never'
  switch (random.whole(0, 4)) {
    case 0:
      return { kind: 'goal', id: pickOf(random.chance(0.85) ? allGoals(board) : deletedGoals(board)) }
    case 1:
      return { kind: 'actor', id: pickOf(allActors(board)) }
    case 2:
      return { kind: 'map', id: pickOf(allMaps(board)) }
    case 3:
      return { kind: 'card', id: pickOf(cardsIn(board, teamBoardId, random.pick(phases) ?? 'do')) }
    default:
      return { kind: 'team', id: teamBoardId }
  }
}
