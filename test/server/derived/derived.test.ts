import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { systemClock } from '../../../server/clock.ts'
import { Online } from '../../../server/derived/online.ts'
import { Overview } from '../../../server/derived/overview.ts'
import { Stage } from '../../../server/derived/stage.ts'
import { Talk } from '../../../server/derived/talk.ts'
import { serverLimits } from '../../../server/limits.ts'
import { openSqlite, type OpenedSqlite } from '../../../server/store/sqlite.ts'
import { Rooms } from '../../../server/sync/rooms.ts'
import type { AgreementAnswer } from '../../../shared/commands.ts'
import { documentId } from '../../../shared/document-id.ts'
import type { DocumentKind } from '../../../shared/roles.ts'
import { addAction, setActionDue, setActionOwner } from '../../../shared/ops/actions.ts'
import { addActor, deleteActor, removeFromMap, setPlacementField } from '../../../shared/ops/actors.ts'
import { connectActors } from '../../../shared/ops/lines.ts'
import { addMap, deleteMap, restoreMap } from '../../../shared/ops/maps.ts'
import { addCard, setCardOwner, setStep } from '../../../shared/ops/phases.ts'
import { chooseStage } from '../../../shared/ops/gathering.ts'
import { addGoal, deleteGoal } from '../../../shared/ops/goals.ts'
import { setText } from '../../../shared/ops/text.ts'
import { openGatheringDocument } from '../../../shared/schema/gathering.ts'
import { openOverviewDocument } from '../../../shared/schema/overview.ts'
import { initialState } from '../../../shared/schema/migrations.ts'
import { openStageDocument } from '../../../shared/schema/stage.ts'
import { openTalkDocument } from '../../../shared/schema/talk.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { wordingKey } from '../../../shared/wording.ts'
import type * as Y from 'yjs'
import { TestClient, who } from '../sync/test-client.ts'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const day = 24 * 60 * 60 * 1000
let folder: string
let sqlite: OpenedSqlite
let rooms: Rooms
let talk: Talk
let stages: Stage
let overviews: Overview
let online: Online
const errors: unknown[] = []

const settle = (check: () => void | Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 4000, interval: 10 })
const fresh = (kind: DocumentKind, key: string) => ({
  id: documentId(kind, key),
  epoch: 'e1',
  snapshot: initialState(kind),
})
const secret = (id: string, networkId: string, teamId: string | null) => ({
  id,
  networkId,
  role: 'editor' as const,
  teamId,
  teamIds: [],
  codeCipher: new Uint8Array([1]),
  tokenCipher: new Uint8Array([1]),
  createdAt: 1,
  expiresAt: systemClock.now() + day,
  oneTime: false,
  codeHash: new TextEncoder().encode(`code-${id}`),
  tokenHash: new TextEncoder().encode(`token-${id}`),
})

async function network(id: string, teamNames: string[]): Promise<void> {
  const { directory } = sqlite
  await directory.createNetwork({ id, name: id, facilitatorId: null, at: 1, documents: [fresh('overview', id)] })
  await directory.createGathering({
    id: `g-${id}`,
    networkId: id,
    name: 'Samling 1',
    place: '',
    days: [],
    dayCount: 2,
    at: 1,
    documents: [fresh('gathering', `g-${id}`), fresh('stage', `g-${id}`), fresh('talk', `g-${id}`)],
  })
  await directory.createTeams({
    networkId: id,
    at: 1,
    teams: teamNames.map((name) => ({
      id: name,
      name,
      municipalities: [],
      secret: secret(`card-${name}`, id, name),
      documents: [fresh('team', name), fresh('talk', name)],
    })),
  })
}

async function member(name: string, teamId: string, networkId = 'n'): Promise<void> {
  await sqlite.directory.join({
    person: { id: `p-${name}`, networkId, name, title: null, role: 'editor', language: 'nb', mayMakeNetworks: false },
    teamIds: [teamId],
    session: {
      id: `s-${name}`,
      personId: `p-${name}`,
      networkId,
      createdAt: 1,
      expiresAt: systemClock.now() + day,
      tokenHash: new TextEncoder().encode(`session-${name}`),
    },
    secretId: `card-${teamId}`,
    at: 1,
  })
}

let commands = 0
const answer = (name: string, wording: string, value: AgreementAnswer) =>
  sqlite.directory.agree({
    commandId: `c-${(commands += 1)}`,
    contentHash: 'x',
    teamId: 'granvik',
    goalId: 'g1',
    personId: `p-${name}`,
    wording: wordingKey(wording),
    answer: value,
    at: commands,
  })

function startServer(): void {
  rooms = new Rooms({
    store: sqlite.store,
    clock: systemClock,
    limits: serverLimits,
    log,
    metrics: { refused: () => undefined, committed: () => undefined },
  })
  const deps = {
    directory: sqlite.directory,
    rooms,
    clock: systemClock,
    onError: (error: unknown) => errors.push(error),
  }
  talk = new Talk(deps)
  stages = new Stage(deps)
  stages.start()
  overviews = new Overview(deps)
  overviews.start()
  online = new Online({ rooms, clock: systemClock })
}

const show = (choice: Parameters<typeof chooseStage>[1]) =>
  rooms.change('gathering:g-n', (doc) => chooseStage(openGatheringDocument(doc), choice))
const stage = (doc: Y.Doc) => openStageDocument(doc)
const newGoal = (id: string, title: string) =>
  rooms.change('team:granvik', (doc) => addGoal(openTeamDocument(doc), { id, title, state: 'chosen', time: 1 }))

beforeEach(async () => {
  errors.length = 0
  folder = await mkdtemp(join(tmpdir(), 'samtavle-derived-'))
  sqlite = await openSqlite({ folder, clock: systemClock })
  await network('n', ['granvik', 'storlia'])
  startServer()
})
afterEach(async () => {
  await Promise.all([stages.stop(), overviews.stop()])
  await rooms.stop()
  await sqlite.close()
  await rm(folder, { recursive: true, force: true })
  expect(errors).toEqual([])
})

describe('the stage', () => {
  test("[SY27] shows the chosen team's goals with names and letters, and follows its changes", async () => {
    await member('Mette', 'granvik')
    await talk.refresh('granvik')
    await newGoal('g1', 'Møte før hjemreise')
    await rooms.change('team:granvik', (doc) => {
      const board = openTeamDocument(doc)
      addAction(board, { id: 'a1', goalId: 'g1', text: 'Ringe DPS', time: 1 })
      setActionOwner(board, { id: 'a1', owner: { personId: 'p-Mette' } })
    })
    const display = await new TestClient(rooms, {
      documentId: 'stage:g-n',
      access: 'read',
      who: who('Lerret', { role: 'display' }),
    }).join()
    await show({ kind: 'goals', teamId: 'granvik', focus: null })
    await settle(() =>
      expect(stage(display.doc).show.get('value')).toEqual({
        kind: 'goals',
        focus: null,
        page: 0,
        teamId: 'granvik',
        teamNumber: 1,
        teamName: 'granvik',
      }),
    )
    expect(stage(display.doc).goals.get('g1')).toMatchObject({
      title: 'Møte før hjemreise',
      actions: [{ text: 'Ringe DPS', owner: 'Mette' }],
    })
    await rooms.change('team:granvik', (doc) => {
      const title = openTeamDocument(doc).goals.get('g1')?.get('title') as Y.Text
      setText(title, 'Felles møte før hjemreise', 300)
    })
    await settle(() => expect(stage(display.doc).goals.get('g1')?.title).toBe('Felles møte før hjemreise'))
    await rooms.change('team:granvik', (doc) => deleteGoal(openTeamDocument(doc), { id: 'g1', time: 5 }))
    await settle(() => expect(stage(display.doc).goals.size).toBe(0))
    await show({ kind: 'nothing' })
    await settle(() => expect(stage(display.doc).show.get('value')?.kind).toBe('nothing'))
  })

  test('[SY27] is brought up to date when it is opened after a restart', async () => {
    await newGoal('g1', 'Før')
    await show({ kind: 'goals', teamId: 'granvik', focus: null })
    await settle(async () => expect(await rooms.read('stage:g-n', (doc) => stage(doc).goals.size)).toBe(1))
    await stages.stop()
    await rooms.stop()
    // A change that reached the disk without the stage hearing of it.
    rooms = new Rooms({
      store: sqlite.store,
      clock: systemClock,
      limits: serverLimits,
      log,
      metrics: { refused: () => undefined, committed: () => undefined },
    })
    await newGoal('g2', 'Etter')
    await rooms.stop()
    startServer()
    const display = await new TestClient(rooms, {
      documentId: 'stage:g-n',
      access: 'read',
      who: who('Lerret', { role: 'display' }),
    }).join()
    await settle(() => expect(stage(display.doc).goals.size).toBe(2))
    await newGoal('g3', 'Enda et')
    await settle(() => expect(stage(display.doc).goals.size).toBe(3))
  })

  const value = () => rooms.read('stage:g-n', (doc) => stage(doc).show.get('value'))
  const held = () =>
    rooms.read('stage:g-n', (doc) => {
      const { goals, actors, lines, sectors, phases } = stage(doc)
      return [goals, actors, lines, sectors, phases].map((part) => part.size)
    })
  const board = (run: (team: ReturnType<typeof openTeamDocument>) => void) =>
    rooms.change('team:granvik', (doc) => run(openTeamDocument(doc)))

  test('[SY27] shows a map with its level, its actors, the sectors they are in and their lines', async () => {
    await newGoal('g1', 'Et mål')
    await board((team) => {
      addMap(team, { id: 'm1', coverName: 'Astrid', time: 1 })
      const actor = { mapId: 'm1', importance: 3, time: 1 } as const
      addActor(team, { ...actor, id: 'a1', name: 'Datteren', sector: 'network' })
      addActor(team, { ...actor, id: 'a2', name: 'Fastlegen', sector: 'municipality' })
      addActor(team, { ...actor, id: 'a3', name: 'NAV', sector: 'state' })
      setPlacementField(team, { mapId: 'm1', actorId: 'a2', field: 'relation', value: 'weak' })
      setPlacementField(team, { mapId: 'm1', actorId: 'a2', field: 'influence', value: 'high' })
      connectActors(team, { mapId: 'm1', from: 'a1', to: 'a2', kind: 'together', relation: null, time: 1 })
      removeFromMap(team, { mapId: 'm1', actorId: 'a3', time: 2 })
    })
    await show({ kind: 'map', teamId: 'granvik', mapId: 'm1', focus: 'a2' })
    await settle(async () =>
      expect(await value()).toMatchObject({ kind: 'map', mapId: 'm1', level: 'individual', coverName: 'Astrid' }),
    )
    expect(await value()).toMatchObject({ focus: 'a2', teamNumber: 1 })
    expect(await held()).toEqual([0, 2, 1, 2, 0])
    const seen = await rooms.read('stage:g-n', (doc) => stage(doc).actors.get('a2'))
    expect(seen).toEqual({
      id: 'a2',
      name: 'Fastlegen',
      sector: 'municipality',
      importance: 3,
      relation: 'weak',
      involvement: 'notAsked',
      order: expect.any(String),
    })
    await board((team) => deleteActor(team, { id: 'a2', time: 3 }))
    await settle(async () => expect(await value()).toMatchObject({ kind: 'map', focus: null }))
    expect(await held()).toEqual([0, 1, 0, 1, 0])
    await board((team) => deleteMap(team, { id: 'm1', time: 4 }))
    await settle(async () => expect(await value()).toMatchObject({ kind: 'nothing' }))
    expect(await held()).toEqual([0, 0, 0, 0, 0])
    await board((team) => restoreMap(team, { id: 'm1' }))
    await settle(async () => expect(await value()).toMatchObject({ kind: 'map', mapId: 'm1' }))
  })

  test('[SY27] shows the phases of the team or of a goal, and nothing else of the team', async () => {
    await member('Mette', 'granvik')
    await talk.refresh('granvik')
    await newGoal('g1', 'Møte før hjemreise')
    await board((team) => {
      setStep(team, { boardId: 'g1', stepId: 'plan.goals', state: 'done' })
      addCard(team, { id: 'c1', boardId: 'g1', phase: 'plan', text: 'Ringe DPS', time: 1 })
      setCardOwner(team, { id: 'c1', owner: { personId: 'p-Mette' } })
      addCard(team, { id: 'c2', boardId: 'team', phase: 'plan', text: 'Lagets eget', time: 1 })
    })
    await show({ kind: 'phases', teamId: 'granvik', boardId: 'g1' })
    await settle(async () =>
      expect(await value()).toMatchObject({ kind: 'phases', boardId: 'g1', title: 'Møte før hjemreise' }),
    )
    expect(await held()).toEqual([0, 0, 0, 0, 5])
    const plan = await rooms.read('stage:g-n', (doc) => stage(doc).phases.get('plan'))
    expect(plan?.cards).toEqual([{ id: 'c1', text: 'Ringe DPS', owner: 'Mette', due: null }])
    expect(plan?.steps).toContainEqual({ id: 'plan.goals', state: 'done' })
    await board((team) => deleteGoal(team, { id: 'g1', time: 5 }))
    await settle(async () => expect(await value()).toMatchObject({ kind: 'nothing' }))
    await show({ kind: 'phases', teamId: 'granvik', boardId: 'team' })
    await settle(async () => expect(await value()).toMatchObject({ kind: 'phases', title: null }))
    expect((await rooms.read('stage:g-n', (doc) => stage(doc).phases.get('plan')))?.cards).toMatchObject([{ id: 'c2' }])
  })

  test('[SY27] a goal in focus that is deleted is no focus', async () => {
    await newGoal('g1', 'Et')
    await newGoal('g2', 'To')
    await show({ kind: 'goals', teamId: 'granvik', focus: 'g1' })
    await settle(async () => expect(await value()).toMatchObject({ kind: 'goals', focus: 'g1' }))
    await board((team) => deleteGoal(team, { id: 'g1', time: 5 }))
    await settle(async () => expect(await value()).toMatchObject({ kind: 'goals', focus: null }))
    expect(await held()).toEqual([1, 0, 0, 0, 0])
  })

  test('[SY27] never shows a team of another network', async () => {
    await network('annet', ['fremmed'])
    await rooms.change('team:fremmed', (doc) =>
      addGoal(openTeamDocument(doc), { id: 'x', title: 'Hemmelig', state: 'chosen', time: 1 }),
    )
    await show({ kind: 'goals', teamId: 'granvik', focus: null })
    await settle(async () =>
      expect(await rooms.read('stage:g-n', (doc) => stage(doc).show.get('value')?.kind)).toBe('goals'),
    )
    await show({ kind: 'goals', teamId: 'fremmed', focus: null })
    await settle(async () =>
      expect(await rooms.read('stage:g-n', (doc) => stage(doc).show.get('value')?.kind)).toBe('nothing'),
    )
    expect(await rooms.read('stage:g-n', (doc) => stage(doc).goals.size)).toBe(0)
  })
})

describe('the overview', () => {
  const teams = (client: TestClient) => openOverviewDocument(client.doc).teams
  const facilitator = () =>
    new TestClient(rooms, {
      documentId: 'overview:n',
      access: 'read',
      who: who('Ragnhild', { role: 'facilitator', teamIds: [] }),
    }).join()
  const board = (run: (team: ReturnType<typeof openTeamDocument>) => void) =>
    rooms.change('team:granvik', (doc) => run(openTeamDocument(doc)))

  test('[SY31] has every team in figures when it is opened, and follows their boards', async () => {
    await member('Mette', 'granvik')
    await newGoal('g1', 'Møte før hjemreise')
    await board((team) => {
      addMap(team, { id: 'm1', coverName: 'Astrid', time: 1 })
      const actor = { mapId: 'm1', importance: 3, time: 1, sector: 'other' } as const
      addActor(team, { ...actor, id: 'a1', name: 'Datteren' })
      addActor(team, { ...actor, id: 'a2', name: 'Fastlegen' })
      setPlacementField(team, { mapId: 'm1', actorId: 'a1', field: 'involvement', value: 'with' })
      addAction(team, { id: 'x1', goalId: 'g1', text: 'Ringe', time: 1 })
      addAction(team, { id: 'x2', goalId: 'g1', text: 'Skrive', time: 1 })
      setActionDue(team, { id: 'x2', due: '2020-01-01' })
      setStep(team, { boardId: 'team', stepId: 'prepare.need', state: 'done' })
    })
    const reader = await facilitator()
    await settle(() => expect([...teams(reader).keys()].sort()).toEqual(['granvik', 'storlia']))
    expect(teams(reader).get('granvik')).toEqual({
      number: 1,
      name: 'granvik',
      maps: [
        { id: 'm1', level: 'individual', coverName: 'Astrid', actors: 2, with: 1, notAsked: 1 },
        { id: 'municipal', level: 'municipal', coverName: '', actors: 0, with: 0, notAsked: 0 },
      ],
      goals: [
        {
          id: 'g1',
          title: 'Møte før hjemreise',
          state: 'chosen',
          letters: { S: null, M: null, A: null, R: null, T: null, E: null },
        },
      ],
      actions: { total: 2, done: 0, overdue: 1 },
      phases: { prepare: 'started', plan: 'none', do: 'none', evaluate: 'none', followUp: 'none' },
      comments: { total: 0, unanswered: 0 },
    })
    const untouched = teams(reader).get('storlia')
    await board((team) => deleteGoal(team, { id: 'g1', time: 5 }))
    await settle(() =>
      expect(teams(reader).get('granvik')).toMatchObject({ goals: [], actions: { total: 0, done: 0, overdue: 0 } }),
    )
    expect(teams(reader).get('storlia')).toBe(untouched)
  })

  test('[SY31] follows agreement and comments in the talk', async () => {
    await member('Mette', 'granvik')
    await newGoal('g1', 'Et mål')
    const reader = await facilitator()
    await settle(() => expect(teams(reader).size).toBe(2))
    await answer('Mette', 'Et mål', 'agree')
    const comment = (id: string, personId: string, replyTo: string | null) =>
      sqlite.directory.comment({
        ...{ commandId: id, contentHash: id, at: 5, teamId: 'granvik', personId, replyTo, most: 10 },
        ...{ subject: { kind: 'goal', id: 'g1' }, text: 'Hei', withoutName: false },
      })
    await comment('k1', 'p-Mette', null)
    await comment('k2', 'p-Mette', null)
    await member('Arne', 'granvik')
    await comment('k3', 'p-Arne', 'k1')
    await talk.refresh('granvik')
    await settle(() => expect(teams(reader).get('granvik')?.comments).toEqual({ total: 3, unanswered: 1 }))
    expect(teams(reader).get('granvik')?.goals[0]?.letters.E).toBe(false)
  })

  test('[SY31] nobody has it open: it is left alone, and made up to date at the next opening', async () => {
    const reader = await facilitator()
    await settle(() => expect(teams(reader).size).toBe(2))
    reader.leave()
    await stages.stop()
    await overviews.stop()
    await rooms.stop()
    startServer()
    await newGoal('g1', 'Mens ingen så på')
    expect(rooms.isOpen('overview:n')).toBe(false)
    const next = await facilitator()
    await settle(() => expect(teams(next).get('granvik')?.goals).toHaveLength(1))
  })

  test('[SY31] a team that is new is there as soon as it is told of', async () => {
    const reader = await facilitator()
    await settle(() => expect(teams(reader).size).toBe(2))
    await sqlite.directory.createTeams({
      networkId: 'n',
      at: 1,
      teams: [
        {
          id: 'ny',
          name: 'ny',
          municipalities: [],
          secret: secret('card-ny', 'n', 'ny'),
          documents: [fresh('team', 'ny'), fresh('talk', 'ny')],
        },
      ],
    })
    overviews.networkChanged('n')
    await settle(() => expect(teams(reader).get('ny')).toMatchObject({ number: 3, name: 'ny' }))
  })
})

describe('the talk', () => {
  test('[SY28] counts yes and who has answered, by wording, and never tells who said no', async () => {
    for (const name of ['Mette', 'Arne', 'Tor']) await member(name, 'granvik')
    await answer('Mette', 'Nytt', 'agree')
    await answer('Arne', 'Nytt', 'notYet')
    await answer('Tor', 'Gammelt', 'agree')
    await talk.refresh('granvik')
    const seen = await rooms.read('talk:granvik', (doc) => {
      const { members, agreements } = openTalkDocument(doc)
      return {
        members: [...members.keys()].sort(),
        list: agreements.get('g1') ?? [],
        all: JSON.stringify(doc.toJSON()),
      }
    })
    expect(seen?.members).toEqual(['p-Arne', 'p-Mette', 'p-Tor'])
    const byWording = new Map(seen?.list.map((agreement) => [agreement.wording, agreement]))
    expect(byWording.get(wordingKey('Nytt'))).toMatchObject({ agreed: 1 })
    expect(byWording.get(wordingKey('Nytt'))?.answered.toSorted()).toEqual(['p-Arne', 'p-Mette'])
    expect(byWording.get(wordingKey('Gammelt'))).toEqual({
      wording: wordingKey('Gammelt'),
      agreed: 1,
      answered: ['p-Tor'],
    })
    expect(seen?.all).not.toContain('notYet')
    await answer('Mette', 'Nytt', 'none')
    await talk.refresh('granvik')
    const after = await rooms.read('talk:granvik', (doc) => openTalkDocument(doc).agreements.get('g1'))
    expect(after?.find(({ wording }) => wording === wordingKey('Nytt'))).toMatchObject({
      agreed: 0,
      answered: ['p-Arne'],
    })
  })

  test('[SY28] is rebuilt from SQL when it is read, and many at once end in the same', async () => {
    await member('Mette', 'granvik')
    const reader = await new TestClient(rooms, { documentId: 'talk:granvik', access: 'read', who: who('Arne') }).join()
    await settle(() => expect([...openTalkDocument(reader.doc).members.keys()]).toEqual(['p-Mette']))
    await Promise.all(
      ['Arne', 'Tor', 'Siv', 'Berit'].map(async (name) => {
        await member(name, 'granvik')
        await talk.refresh('granvik')
      }),
    )
    await settle(() => expect(openTalkDocument(reader.doc).members.size).toBe(5))
  })
})

describe('who is on line', () => {
  test('[SY29] counts a person once, by team, and tells the facilitators when somebody comes and goes', async () => {
    const facilitator = await new TestClient(rooms, {
      documentId: 'overview:n',
      access: 'read',
      who: who('Ragnhild', { role: 'facilitator', teamIds: [] }),
    }).join()
    const windows = await Promise.all(
      ['team:granvik', 'talk:granvik'].map((id) =>
        new TestClient(rooms, { documentId: id, access: 'read', who: who('Mette', { teamIds: ['granvik'] }) }).join(),
      ),
    )
    expect(online.view('n')).toEqual({
      teams: { granvik: [{ personId: 'p-Mette', name: 'Mette' }] },
      facilitators: 1,
      displays: 0,
    })
    const told = () => [...facilitator.seen.awareness.values()].at(-1)?.['online']
    await settle(() => expect(told()).toEqual(online.view('n')))
    for (const window of windows) window.leave()
    await settle(() => expect(told()).toMatchObject({ teams: {} }))
    expect(online.view('annet')).toEqual({ teams: {}, facilitators: 0, displays: 0 })
  })
})
