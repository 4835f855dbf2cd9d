import * as v from 'valibot'
import type { ErrorCode } from './errors.ts'

/** What a person answers when the team asks «are we agreed on this goal?»; `none` takes an answer back. */
export const agreementAnswers = ['agree', 'notYet', 'none'] as const
export type AgreementAnswer = (typeof agreementAnswers)[number]

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/))
const uuid = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i))

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

/** Every command: what has an author, a limit or a secret goes through here and not through a document. */
export const commandSchema = v.variant('type', [agreeToGoal])
export type Command = v.InferOutput<typeof commandSchema>

/** 200 with `ok`, or the error's HTTP status with a code. The same `id` twice is applied once and answered alike. */
export type CommandResult = { ok: true } | { code: ErrorCode; message: string }
