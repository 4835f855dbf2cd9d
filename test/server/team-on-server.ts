import { expect } from 'vitest'
import type { StartedServer } from './start.ts'

/** Posts JSON to a real server and throws unless it is answered with success. */
export async function post<Body>(url: string, body: unknown, token?: string): Promise<Body> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  })
  expect(answer.status, await answer.clone().text()).toBeLessThan(300)
  return (await answer.json()) as Body
}

export type TeamOnServer = {
  networkId: string
  documentId: string
  code: string
  facilitator: string
  tokens: string[]
}

/** A network with one team on a real server that was never used; with the tokens of so many who write in it. */
export async function makeTeam(server: StartedServer, writers: number): Promise<TeamOnServer> {
  const api = `${server.url}/api`
  const { token } = await post<{ token: string }>(`${api}/sessions`, {
    secret: server.facilitatorToken,
    name: 'Ragnhild',
  })
  const network = await post<{ id: string }>(`${api}/networks`, { name: 'Nett' }, token)
  await post(`${api}/networks/${network.id}/gatherings`, { name: 'Samling 1', days: 2 }, token)
  const { teams } = await post<{ teams: { code: string; documentId: string }[] }>(
    `${api}/networks/${network.id}/teams`,
    { teams: [{ name: 'Granvik', municipalities: ['Granvik'] }] },
    token,
  )
  const { code = '', documentId = '' } = teams[0] ?? {}
  const tokens: string[] = []
  for (let at = 0; at < writers; at += 1) {
    const session = await post<{ token: string }>(`${api}/sessions`, { secret: code, name: `Skriver ${at}` })
    tokens.push(session.token)
  }
  return { networkId: network.id, documentId, code, facilitator: token, tokens }
}
