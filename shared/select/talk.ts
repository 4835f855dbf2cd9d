import { roles } from '../roles.ts'
import { commentStates, type Subject, type TalkComment, type TalkDocument, type TalkTeam } from '../schema/talk.ts'
import { readChoice, readString, readTime } from './read.ts'
import { subjectKey } from './subject-key.ts'

/** A comment with its id. */
export type Comment = TalkComment & { id: string }

/** A comment and the answers to it, earliest first. */
export type Thread = { root: Comment; answers: Comment[] }

const subjectKinds = ['team', 'map', 'actor', 'goal', 'card'] as const
const dayMs = 24 * 60 * 60 * 1000

type Fields = Record<string, unknown>
const fieldsOf = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null

function readSubject(value: unknown): Subject | null {
  const fields = fieldsOf(value)
  const kind = subjectKinds.find((candidate) => candidate === fields?.['kind'])
  const id = readString(fields?.['id'])
  return kind && id !== null ? { kind, id } : null
}

function readAuthor(value: unknown): TalkComment['author'] {
  const fields = fieldsOf(value)
  const personId = readString(fields?.['personId'])
  if (!fields || personId === null) return null
  const name = readString(fields['name']) ?? ''
  return { personId, name, role: readChoice(fields['role'], roles, 'editor'), title: readString(fields['title']) }
}

function readComment(id: string, value: unknown): Comment | null {
  const fields = fieldsOf(value)
  const subject = readSubject(fields?.['subject'])
  if (!fields || !subject) return null
  const gone = fields['gone']
  return {
    id,
    subject,
    replyTo: readString(fields['replyTo']),
    text: readString(fields['text']) ?? '',
    author: readAuthor(fields['author']),
    at: readTime(fields['at']) ?? 0,
    state: readChoice(fields['state'], commentStates, 'open'),
    gone: gone === 'takenBack' || gone === 'hidden' ? gone : null,
  }
}

/** When a comment counts as written: one without name tells only its day, and comes last of that day. */
const timeOf = ({ author, gone, at }: Comment): number => (author === null && gone === null ? at + dayMs - 1 : at)

const byTime = (a: Comment, b: Comment): number => timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1)

/** What the team is called; null where the talk does not say, as those written before it did. */
export function talkTeam(talk: TalkDocument): TalkTeam | null {
  const fields = fieldsOf(talk.team.get('value'))
  const name = readString(fields?.['name'])
  const municipalities = fields?.['municipalities']
  if (name === null || !Array.isArray(municipalities)) return null
  return { name, municipalities: municipalities.filter((each) => typeof each === 'string') }
}

/** Every comment of a team, earliest first; entries that are no comment are left out. */
export function allComments(talk: TalkDocument): Comment[] {
  return [...talk.comments.entries()]
    .map(([id, value]) => readComment(id, value))
    .filter((comment) => comment !== null)
    .sort(byTime)
}

/**
 * The threads about one subject, in the order they began. An answer belongs to its thread, whatever subject it
 * says itself; one whose thread is not there stands alone.
 */
export function threadsOf(comments: readonly Comment[], subject: Subject): Thread[] {
  const threads = new Map<string, Thread>()
  const key = subjectKey(subject)
  const ids = new Set(comments.map((comment) => comment.id))
  const isRoot = ({ id, replyTo }: Comment) => replyTo === null || replyTo === id || !ids.has(replyTo)
  for (const comment of comments) {
    if (isRoot(comment) && subjectKey(comment.subject) === key) {
      threads.set(comment.id, { root: comment, answers: [] })
    }
  }
  for (const comment of comments) {
    if (!isRoot(comment)) threads.get(comment.replyTo ?? '')?.answers.push(comment)
  }
  return [...threads.values()]
}

/** How many comments and answers can be read about each subject, by `subjectKey`. */
export function commentCounts(comments: readonly Comment[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { subject, gone } of comments) {
    if (gone !== null) continue
    const key = subjectKey(subject)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/**
 * The comments that a person has not seen. By what was seen and not by a time: one without name tells only its
 * day, and one that waited without net arrives long after it was written.
 */
export function unseenComments(
  comments: readonly Comment[],
  seen: (id: string) => boolean,
  own: (comment: Comment) => boolean,
): Comment[] {
  return comments.filter((comment) => comment.gone === null && !seen(comment.id) && !own(comment))
}
