import { setTimeout as wait } from 'node:timers/promises'
import type { Running } from './start-server.ts'

export type Facilitator = { token: string; post: <Body>(path: string, body: object, token?: string) => Promise<Body> }

/** Comes in by the link that a fresh server prints, which works once. `post` asks the API, as the facilitator unless told otherwise. */
export async function firstFacilitator(server: Running): Promise<Facilitator> {
  let secret: string | undefined
  while (secret === undefined) {
    secret = /Facilitator: \S+\/start#(\S+)/u.exec(server.said())?.[1]
    await wait(10)
  }
  const post = async <Body>(path: string, body: object, token: string): Promise<Body> => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
    const url = `http://127.0.0.1:${server.port}/api/${path}`
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as Body
  }
  const { token } = await post<{ token: string }>('sessions', { secret, name: 'Kari Nordmann' }, '')
  return { token, post: (path, body, as = token) => post(path, body, as) }
}
