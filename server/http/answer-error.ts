import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { AppError, errorCodes } from '../../shared/errors.ts'
import type { Parts } from '../access/parts.ts'
import type { Env } from './env.ts'
import { acceptedLanguage, errorMessage } from './language.ts'

type Failing = Pick<Parts, 'log' | 'metrics'>

/** `{code, message}` with the sentence in the person's language. What is no AppError is our own fault and is logged. */
export function answerError(parts: Failing, error: unknown, context: Context<Env>): Response {
  const { code } = error instanceof AppError ? error : new AppError('internal', {}, error)
  if (code === 'internal') parts.log.error({ err: error }, 'a request failed')
  if (code === 'storeFailed') parts.log.error({ err: error }, 'the store failed')
  parts.metrics.refused(code)
  const language = context.get('caller')?.person.language ?? acceptedLanguage(context.req.header('accept-language'))
  context.header('cache-control', 'no-store')
  if (code === 'tooManyTries') context.header('retry-after', '1')
  return context.json({ code, message: errorMessage(code, language) }, errorCodes[code] as ContentfulStatusCode)
}

export function answerNotFound(parts: Failing, context: Context<Env>): Response {
  return answerError(parts, new AppError('notFound'), context)
}
