import * as v from 'valibot'
import { limits } from './schema/limits.ts'
import { commentStates } from './schema/talk.ts'

/** What a person answers when the team asks «are we agreed on this goal?»; `none` takes an answer back. */
export const agreementAnswers = ['agree', 'notYet', 'none'] as const
export type AgreementAnswer = (typeof agreementAnswers)[number]

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/))
/** In whichever letters it comes, it is the same. */
const uuid = v.pipe(v.string(), v.regex(/^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/), v.toLowerCase())

/**
 * The E of SMARTE: one person's answer to one wording of one goal. `wording` is `wordingKey(title)` as the
 * person saw it, so a wording changed meanwhile is not agreed to by accident.
 */
export const agreeToGoal = v.strictObject({
  id: uuid,
  type: v.literal('agreeToGoal'),
  teamId: id,
  goalId: id,
  wording: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  answer: v.picklist(agreementAnswers),
})

/** What a comment is about (`Subject` in schema/talk.ts). */
const subject = v.strictObject({ kind: v.picklist(['team', 'map', 'actor', 'goal', 'card']), id })

/** Written text: something in it can be seen, and it is not too long. Kept as written but for outer white space. */
const words = v.pipe(
  v.string(),
  v.transform((text) => text.trim()),
  v.regex(/[^\p{Cc}\p{Cf}\p{Z}]/u, 'textEmpty'),
  v.maxLength(limits.comment, 'textTooLong'),
)

/** A comment, or an answer to one. The comment's id is the command's, so one that waited without net is written once. */
export const comment = v.strictObject({
  id: uuid,
  type: v.literal('comment'),
  teamId: id,
  subject,
  text: words,
  withoutName: v.boolean(),
  replyTo: v.nullable(uuid),
})

/** Takes back one's own comment. Its place stays, without words, as long as there are answers to it. */
export const takeBackComment = v.strictObject({
  id: uuid,
  type: v.literal('takeBackComment'),
  teamId: id,
  commentId: uuid,
})

/** Says where a comment stands: open, answered, resolved. The team and the facilitators may. */
export const settleComment = v.strictObject({
  id: uuid,
  type: v.literal('settleComment'),
  teamId: id,
  commentId: uuid,
  state: v.picklist(commentStates),
})

/** Hides a comment from everyone, or shows it again. Facilitators may. */
export const hideComment = v.strictObject({
  id: uuid,
  type: v.literal('hideComment'),
  teamId: id,
  commentId: uuid,
  hidden: v.boolean(),
})

/** Every command: what has an author, a limit or a secret goes through here and not through a document. */
export const commandSchema = v.variant('type', [agreeToGoal, comment, takeBackComment, settleComment, hideComment])
export type Command = v.InferOutput<typeof commandSchema>
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>
