import type { IncomingMessage } from 'node:http'
import { readCredentials } from './credentials.ts'
import { isOwnOrigin } from './origin.ts'

/** An upgrade request, read. `status` answers what is refused before there is a WebSocket that could say why. */
export type SyncRequest =
  | { kind: 'refused'; status: 400 | 403 | 404 }
  | { kind: 'sync'; documentId: string; token: string | null; personId: string | null }

const prefix = '/sync/'

/**
 * Reads `/sync/<documentId>`: path, origin and token. The token is in a header, a cookie or nowhere, never in
 * the address; `?as=display` says which cookie counts, since a browser can set no header here. `?person=` is
 * whom the page takes itself to be: another tab may have signed somebody else in meanwhile, by the same cookie.
 */
export function readSyncRequest(request: IncomingMessage, publicUrl: string): SyncRequest {
  const { headers } = request
  const [path = '', query = ''] = (request.url ?? '').split('?', 2)
  if (!path.startsWith(prefix)) return { kind: 'refused', status: 404 }
  const documentId = decode(path.slice(prefix.length))
  if (documentId === null) return { kind: 'refused', status: 400 }
  if (!isOwnOrigin(headers.origin, headers.host, publicUrl)) return { kind: 'refused', status: 403 }
  const parameters = new URLSearchParams(query)
  const { token } = readCredentials({
    authorization: headers.authorization,
    cookie: headers.cookie,
    asDisplay: parameters.get('as') === 'display',
  })
  return { kind: 'sync', documentId, token, personId: parameters.get('person') }
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
