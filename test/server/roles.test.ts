import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentKinds, roles, type DocumentKind } from '../../shared/roles.ts'
import { makeApp } from '../../server/http/app.ts'
import { StaticFiles } from '../../server/http/static-files.ts'
import { firstFacilitator, makeTestNetwork, openHall, type Hall, type Joined, type TestNetwork } from './hall.ts'

/*
 * Every role against every route and every kind of document. A new route or kind without a row here fails.
 */
let hall: Hall
let own: TestNetwork
let other: TestNetwork
const people = new Map<string, Joined>()

/** Whoever asks. `stranger` is the facilitator of another network; `neighbour` an editor of the other team. */
const askers = ['facilitator', 'editor', 'commenter', 'display', 'neighbour', 'stranger', 'nobody'] as const
type Asker = (typeof askers)[number]

beforeAll(async () => {
  hall = await openHall()
  const first = await firstFacilitator(hall)
  own = await makeTestNetwork(hall, first)
  const second = await firstFacilitator(hall, 'Olga')
  // The terminal's second link lets into every network there is: the stranger is invited into one alone.
  other = await makeTestNetwork(hall, second, 'Et annet nettverk')
  people.set('facilitator', first)
  people.set('stranger', await hall.join((await other.link('facilitator')).secret, 'Fremmed'))
  people.set('editor', await hall.join(own.first.code, 'Mette'))
  people.set('neighbour', await hall.join(own.second.code, 'Nils'))
  people.set('commenter', await hall.join((await own.link('commenter', [own.first.id])).secret, 'Lise'))
  people.set('display', await hall.join((await own.link('display')).secret))
})

afterAll(() => hall.close())

type Row = { route: string; body?: () => unknown; path: () => string } & Partial<Record<Asker, number>> & {
    rest: number
  }

const agree = () => ({
  id: crypto.randomUUID(),
  type: 'agreeToGoal',
  teamId: own.first.id,
  goalId: 'none',
  wording: '0123456789abcdef',
  answer: 'agree',
})
const say = (type: string, more: object) => () => ({
  id: crypto.randomUUID(),
  type,
  teamId: own.first.id,
  ...more,
})
const newComment = say('comment', {
  subject: { kind: 'team', id: 'team' },
  text: 'Hei',
  withoutName: false,
  replyTo: null,
})
const commentId = '00000000-0000-4000-8000-000000000000'
const network = () => `/api/networks/${own.id}`

/** What each asker is answered; `rest` for all who are not named; nobody at all is 401 where not named. */
const table: Row[] = [
  { route: 'GET /api/session', path: () => '/api/session', nobody: 200, rest: 200 },
  {
    route: 'PATCH /api/session',
    path: () => '/api/session',
    body: () => ({ name: 'Nytt navn' }),
    display: 403,
    rest: 200,
  },
  { route: 'GET /api/networks/:id', path: network, facilitator: 200, rest: 403 },
  {
    route: 'POST /api/session/way-back',
    path: () => '/api/session/way-back',
    body: () => ({}),
    facilitator: 201,
    stranger: 201,
    rest: 403,
  },
  { route: 'PATCH /api/networks/:id', path: network, body: () => ({ name: 'Nytt' }), facilitator: 200, rest: 403 },
  {
    route: 'PATCH /api/networks/:id/teams/:teamId',
    path: () => `${network()}/teams/${own.second.id}`,
    body: () => ({ municipalities: ['Os'] }),
    facilitator: 200,
    rest: 403,
  },
  { route: 'DELETE /api/networks/:id/teams/:teamId', path: () => `${network()}/teams/x`, facilitator: 404, rest: 403 },
  {
    route: 'POST /api/networks/:id/teams/:teamId/restore',
    path: () => `${network()}/teams/${own.second.id}/restore`,
    body: () => ({}),
    facilitator: 404,
    rest: 403,
  },
  {
    route: 'PATCH /api/networks/:id/people/:personId',
    path: () => `${network()}/people/${people.get('editor')?.personId ?? ''}`,
    body: () => ({ teamId: own.first.id }),
    facilitator: 200,
    rest: 403,
  },
  {
    route: 'DELETE /api/networks/:id/people/:personId',
    path: () => `${network()}/people/x`,
    facilitator: 404,
    rest: 403,
  },
  { route: 'GET /api/technical', path: () => '/api/technical', facilitator: 200, stranger: 200, rest: 403 },
  { route: 'GET /api/openapi.json', path: () => '/api/openapi.json', nobody: 200, rest: 200 },
  { route: 'GET /api/networks/:id/online', path: () => `${network()}/online`, facilitator: 200, rest: 403 },
  {
    route: 'POST /api/networks',
    path: () => '/api/networks',
    body: () => ({ name: 'Enda et' }),
    facilitator: 201,
    rest: 403,
  },
  {
    route: 'POST /api/networks/:id/teams',
    path: () => `${network()}/teams`,
    body: () => ({ teams: [{ name: 'Ny' }] }),
    facilitator: 201,
    rest: 403,
  },
  {
    route: 'POST /api/networks/:id/links',
    path: () => `${network()}/links`,
    body: () => ({ role: 'facilitator' }),
    facilitator: 201,
    rest: 403,
  },
  { route: 'DELETE /api/networks/:id/links/:linkId', path: () => `${network()}/links/x`, facilitator: 404, rest: 403 },
  {
    route: 'POST /api/networks/:id/teams/:teamId/card',
    path: () => `${network()}/teams/${own.second.id}/card`,
    body: () => ({}),
    facilitator: 201,
    rest: 403,
  },
  {
    route: 'DELETE /api/networks/:id/teams/:teamId/card',
    path: () => `${network()}/teams/${own.second.id}/card`,
    facilitator: 204,
    rest: 403,
  },
  {
    route: 'GET /api/teams/:teamId/agreements',
    path: () => `/api/teams/${own.first.id}/agreements`,
    editor: 200,
    rest: 403,
  },
  {
    route: 'GET /api/teams/:teamId/comments/own',
    path: () => `/api/teams/${own.first.id}/comments/own`,
    facilitator: 200,
    editor: 200,
    commenter: 200,
    rest: 403,
  },
  {
    route: 'GET /api/teams/:teamId/comments/hidden',
    path: () => `/api/teams/${own.first.id}/comments/hidden`,
    facilitator: 200,
    rest: 403,
  },
  {
    route: 'GET /api/teams/:teamId/versions',
    path: () => `/api/teams/${own.first.id}/versions`,
    facilitator: 200,
    editor: 200,
    rest: 403,
  },
  {
    route: 'POST /api/teams/:teamId/versions',
    path: () => `/api/teams/${own.first.id}/versions`,
    body: () => ({ name: 'Etter dag 1' }),
    facilitator: 201,
    editor: 201,
    rest: 403,
  },
  {
    route: 'GET /api/teams/:teamId/versions/:versionId',
    path: () => `/api/teams/${own.first.id}/versions/999999`,
    facilitator: 404,
    editor: 404,
    rest: 403,
  },
  {
    route: 'POST /api/teams/:teamId/versions/:versionId/restore',
    path: () => `/api/teams/${own.first.id}/versions/999999/restore`,
    body: () => ({}),
    facilitator: 404,
    editor: 404,
    rest: 403,
  },
  {
    route: 'GET /api/teams/:teamId/history',
    path: () => `/api/teams/${own.first.id}/history`,
    facilitator: 200,
    rest: 403,
  },
  {
    route: 'POST /api/teams/:teamId/find',
    path: () => `/api/teams/${own.first.id}/find`,
    body: () => ({ text: 'Nordmann' }),
    facilitator: 200,
    rest: 403,
  },
  {
    route: 'POST /api/teams/:teamId/purge',
    path: () => `/api/teams/${own.first.id}/purge`,
    body: () => ({ text: 'Nordmann' }),
    facilitator: 200,
    rest: 403,
  },
  { route: 'POST /api/commands', path: () => '/api/commands', body: agree, editor: 404, rest: 403 },
  {
    route: 'POST /api/commands',
    path: () => '/api/commands',
    body: newComment,
    facilitator: 200,
    editor: 200,
    commenter: 200,
    rest: 403,
  },
  {
    route: 'POST /api/commands',
    path: () => '/api/commands',
    body: say('takeBackComment', { commentId }),
    facilitator: 404,
    editor: 404,
    commenter: 404,
    rest: 403,
  },
  {
    route: 'POST /api/commands',
    path: () => '/api/commands',
    body: say('settleComment', { commentId, state: 'resolved' }),
    facilitator: 404,
    editor: 404,
    rest: 403,
  },
  {
    route: 'POST /api/commands',
    path: () => '/api/commands',
    body: say('hideComment', { commentId, hidden: true }),
    facilitator: 404,
    rest: 403,
  },
  {
    route: 'POST /api/networks/:id/gatherings',
    path: () => `${network()}/gatherings`,
    body: () => ({ name: 'Samling 2' }),
    facilitator: 201,
    rest: 403,
  },
  {
    route: 'POST /api/secrets/lookup',
    path: () => '/api/secrets/lookup',
    body: () => ({ secret: own.first.code }),
    nobody: 200,
    rest: 200,
  },
  {
    route: 'POST /api/sessions',
    path: () => '/api/sessions',
    body: () => ({ secret: own.first.code, name: 'Ny' }),
    nobody: 201,
    rest: 201,
  },
  // The last: it signs everyone out.
  { route: 'DELETE /api/session', path: () => '/api/session', rest: 204 },
]

/** What each asker gets of each kind: write, read, or the close code. Of the other network nobody here gets anything. */
const documents: Record<DocumentKind, Partial<Record<Asker, string>> & { rest: string }> = {
  team: { facilitator: 'write', editor: 'write', commenter: 'read', rest: '4403 notAllowed' },
  gathering: {
    facilitator: 'write',
    editor: 'read',
    commenter: 'read',
    neighbour: 'read',
    display: 'read',
    rest: '4403 notAllowed',
  },
  stage: {
    facilitator: 'read',
    editor: 'read',
    commenter: 'read',
    neighbour: 'read',
    display: 'read',
    rest: '4403 notAllowed',
  },
  talk: { facilitator: 'read', editor: 'read', commenter: 'read', rest: '4403 notAllowed' },
  overview: { facilitator: 'read', display: 'read', rest: '4403 notAllowed' },
}

const idOf = (kind: DocumentKind, network: TestNetwork) =>
  ({
    team: `team:${network.first.id}`,
    talk: `talk:${network.first.id}`,
    gathering: network.gathering.documents.gathering,
    stage: network.gathering.documents.stage,
    overview: `overview:${network.id}`,
  })[kind]

describe('[AC30] every role × every kind of document', () => {
  test.each(documentKinds.flatMap((kind) => askers.map((asker) => ({ kind, asker }))))(
    '$asker opens $kind',
    async ({ kind, asker }) => {
      const token = people.get(asker)?.token
      const row = documents[kind]
      const expected = asker === 'nobody' ? '4401 notSignedIn' : (row[asker] ?? row.rest)
      expect(await hall.knock(`/sync/${idOf(kind, own)}`, token ? { token } : {})).toBe(expected)
    },
  )

  test.each(documentKinds.flatMap((kind) => roles.map((role) => ({ kind, role }))))(
    '$role opens $kind of another network',
    async ({ kind, role }) => {
      const token = people.get(role)?.token ?? ''
      expect(await hall.knock(`/sync/${idOf(kind, other)}`, { token })).toBe('4403 notAllowed')
    },
  )

  test("the gathering's own talk is read by all but displays", async () => {
    const id = own.gathering.documents.talk
    for (const [asker, expected] of [
      ['facilitator', 'read'],
      ['editor', 'read'],
      ['commenter', 'read'],
      ['display', '4403 notAllowed'],
    ] as const) {
      expect(await hall.knock(`/sync/${id}`, { token: people.get(asker)?.token ?? '' })).toBe(expected)
    }
  })
})

describe('[AC31] every role × every route', () => {
  test.each(table.flatMap((row, index) => askers.map((asker) => ({ ...row, index, asker }))))(
    '$asker: $route ($index)',
    async ({ asker, route, path, body, ...row }) => {
      const token = people.get(asker)?.token
      const expected = row[asker] ?? (asker === 'nobody' ? 401 : row.rest)
      const method = route.split(' ')[0] ?? ''
      const answer = await hall.ask(method, path(), { token, ...(body ? { body: body() } : {}) })
      expect({ status: answer.status, body: answer.body }).toMatchObject({ status: expected })
      if (expected >= 400) expect(answer.body).toMatchObject({ code: expect.any(String), message: expect.any(String) })
    },
  )

  test('the table has every route of the interface', () => {
    const listed = new Set(table.map((row) => row.route))
    const routes = makeApp(hall.parts, new StaticFiles(new Map()))
      .routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api'))
      .map(({ method, path }) => `${method} ${path}`)
    expect(new Set(routes)).toEqual(listed)
  })
})
