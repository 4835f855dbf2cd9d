import { describe, expect, test } from 'vitest'
import { addAction, setActionOwner } from '../../../shared/ops/actions.ts'
import { addActor, deleteActor, removeFromMap, setPlacementField } from '../../../shared/ops/actors.ts'
import { connectActors } from '../../../shared/ops/lines.ts'
import { addMap, deleteMap, restoreMap } from '../../../shared/ops/maps.ts'
import { addCard, setCardOwner, setStep } from '../../../shared/ops/phases.ts'
import { addGoal, deleteGoal } from '../../../shared/ops/goals.ts'
import { setText } from '../../../shared/ops/text.ts'
import { openTalkDocument } from '../../../shared/schema/talk.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { wordingKey } from '../../../shared/wording.ts'
import type * as Y from 'yjs'
import { TestClient, who } from '../sync/test-client.ts'
import {
  answer,
  deriveBeforeEach,
  member,
  network,
  newGoal,
  online,
  rooms,
  settle,
  show,
  stage,
  stages,
  startRooms,
  startServer,
  talk,
} from './derived-server.ts'

deriveBeforeEach()

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
    startRooms()
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
