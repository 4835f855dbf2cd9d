import * as v from 'valibot'
import { AppError, isErrorCode, type ErrorCode } from '../../shared/errors.ts'

/**
 * A request's JSON, checked. The size is limited before anything is parsed, also where no length was
 * announced. Rejects `tooLarge`, `badRequest`, or the code that a check of the schema names.
 */
export async function readBody<Schema extends v.GenericSchema>(
  request: Request,
  schema: Schema,
  maxBytes: number,
): Promise<v.InferOutput<Schema>> {
  if (!isJson(request)) throw new AppError('badRequest')
  // At the first thing that is wrong: a list of a hundred thousand wrong things would be told apart for seconds.
  const parsed = v.safeParse(schema, parseJson(await readBytes(request, maxBytes)), { abortEarly: true })
  if (parsed.success) return parsed.output
  throw new AppError(findCode(parsed.issues) ?? 'badRequest')
}

/** Whether a request says that it is JSON, which no form of another site can do. */
export function isJson(request: Request): boolean {
  const type = request.headers.get('content-type') ?? ''
  return type.split(';')[0]?.trim().toLowerCase() === 'application/json'
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw new AppError('tooLarge')
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (;;) {
    const chunk = await reader?.read()
    if (!chunk?.value) return Buffer.concat(chunks)
    size += chunk.value.length
    if (size > maxBytes) {
      await reader?.cancel().catch(() => undefined)
      throw new AppError('tooLarge')
    }
    chunks.push(chunk.value)
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new AppError('badRequest')
  }
}

/** The first error code among the messages; a union keeps those of its options one level down. */
function findCode(issues: readonly v.BaseIssue<unknown>[]): ErrorCode | null {
  for (const issue of issues) {
    if (isErrorCode(issue.message)) return issue.message
    const inner = issue.issues ? findCode(issue.issues) : null
    if (inner) return inner
  }
  return null
}
