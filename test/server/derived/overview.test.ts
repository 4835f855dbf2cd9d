import { describe, expect, test } from 'vitest'
import { addAction, setActionDue } from '../../../shared/ops/actions.ts'
import { addActor, setPlacementField } from '../../../shared/ops/actors.ts'
import { addMap } from '../../../shared/ops/maps.ts'
import { setStep } from '../../../shared/ops/phases.ts'
import { deleteGoal } from '../../../shared/ops/goals.ts'
import { openOverviewDocument } from '../../../shared/schema/overview.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { TestClient, who } from '../sync/test-client.ts'
import {
  answer,
  deriveBeforeEach,
  fresh,
  member,
  newGoal,
  overviews,
  rooms,
  secret,
  settle,
  sqlite,
  stages,
  startServer,
  talk,
} from './derived-server.ts'

deriveBeforeEach()

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
