import { AppError, isErrorCode } from '../shared/errors.ts'

/** Who this page speaks as: a projector has a cookie of its own beside the person's. */
export type Viewer = 'person' | 'display'

/** The server did not answer at all: no net, or it is starting again. */
export class Unreachable extends Error {
  constructor(cause?: unknown) {
    super('unreachable', { cause })
    this.name = 'Unreachable'
  }
}

/** The HTTP interface (docs/api.md). Rejects with an `AppError` that carries the server's code, or `Unreachable`. */
export type Api = {
  get: <T>(path: string) => Promise<T>
  /** `as`: only if this is the person that the browser's cookie belongs to; another tab may have changed it */
  post: <T>(path: string, body: unknown, as?: string) => Promise<T>
  patch: <T>(path: string, body: unknown, as?: string) => Promise<T>
  delete: <T>(path: string, as?: string) => Promise<T>
}

/** Longer than the slowest honest answer; a socket that hangs must not hold the page. */
const timeoutMs = 20_000

function errorFrom(status: number, body: unknown): AppError {
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined
  const details =
    typeof body === 'object' && body !== null && 'details' in body ? (body.details as Record<string, string>) : {}
  if (isErrorCode(code)) return new AppError(code, details)
  return new AppError(status === 404 ? 'notFound' : 'internal', { status })
}

export function createApi(viewer: Viewer, send: typeof fetch = (...args) => fetch(...args)): Api {
  async function call<T>(method: string, path: string, body?: unknown, as?: string): Promise<T> {
    const headers: Record<string, string> = { accept: 'application/json' }
    if (viewer === 'display') headers['x-samtavle-as'] = 'display'
    if (body !== undefined) headers['content-type'] = 'application/json'
    if (as !== undefined) headers['x-samtavle-person'] = as
    let response: Response
    let text: string
    try {
      response = await send(path, {
        method,
        headers,
        credentials: 'same-origin',
        cache: 'no-store',
        signal: AbortSignal.timeout(timeoutMs),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      text = await response.text()
    } catch (cause) {
      throw new Unreachable(cause)
    }
    let answer: unknown = null
    try {
      answer = text ? JSON.parse(text) : null
    } catch (cause) {
      // A captive portal or a proxy between us and the server answers with a page of its own.
      throw new Unreachable(cause)
    }
    if (!response.ok) throw errorFrom(response.status, answer)
    // Of ours only 204 is empty: an empty page is no «nobody is signed in».
    if (text === '' && response.status !== 204) throw new Unreachable()
    return answer as T
  }
  return {
    get: async (path) => call('GET', path),
    post: async (path, body, as) => call('POST', path, body, as),
    patch: async (path, body, as) => call('PATCH', path, body, as),
    delete: async (path, as) => call('DELETE', path, undefined, as),
  }
}
