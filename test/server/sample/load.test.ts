import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NetworkView, SecretView } from '../../../shared/api.ts'
import { facilitatorToken } from '../../../server/access/facilitator-link.ts'
import { networkView } from '../../../server/networks/network-view.ts'
import { answerKey } from '../../../server/sample/answer-key.ts'
import { loadSample } from '../../../server/sample/load.ts'
import { sampleTeams } from '../../../server/sample/teams.ts'
import { findIdentityNumbers } from '../../../shared/identity-number.ts'
import { documentId } from '../../../shared/document-id.ts'
import { actionStates } from '../../../shared/schema/action.ts'
import { openGatheringDocument } from '../../../shared/schema/gathering.ts'
import { goalStates, type Goal } from '../../../shared/schema/goal.ts'
import { openTalkDocument } from '../../../shared/schema/talk.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { actionsOf } from '../../../shared/select/actions.ts'
import { allGoals } from '../../../shared/select/goals.ts'
import { measureOf } from '../../../shared/select/measures.ts'
import { mergedGoalCounts, type CountedGoal } from '../../../shared/select/mergedGoals.ts'
import { agreementView, isMeasurable, smarteLetters } from '../../../shared/select/smarte.ts'
import { openHall, type Hall } from '../hall.ts'

let hall: Hall
let network: NetworkView
let goals: (Goal & { teamId: string; key: string })[] = []

beforeAll(async () => {
  hall = await openHall()
  network = await networkView(hall.parts, await loadSample(hall.parts))
  for (const team of network.teams) {
    const own = await hall.parts.rooms.read(team.documentId, (doc) => allGoals(openTeamDocument(doc)))
    const keyOf = new Map(sampleTeams[team.number - 1]?.goals.map((goal) => [goal.title, goal.key]))
    goals = [...goals, ...(own ?? []).map((goal) => ({ ...goal, teamId: team.id, key: keyOf.get(goal.title) ?? '' }))]
  }
}, 60_000)

afterAll(() => hall.close())

/** Reads one team's board as it is on disk. */
async function onBoard<T>(teamId: string, read: (board: ReturnType<typeof openTeamDocument>) => T): Promise<T> {
  const value = await hall.parts.rooms.read(documentId('team', teamId), (doc) => read(openTeamDocument(doc)))
  if (value === null) throw new Error('no such board')
  return value
}

const labels = new Map(answerKey.map((row) => [String(row.row), row.label]))
const rowOf = new Map(answerKey.flatMap((row) => row.goals.map((key) => [key, String(row.row)] as const)))

describe('merged by the answer key', () => {
  const counts = () => {
    const counted = goals.map(
      (goal): CountedGoal => ({ id: goal.id, teamId: goal.teamId, mergedGoalId: rowOf.get(goal.key) ?? null }),
    )
    return mergedGoalCounts(counted, network.teams, labels)
  }

  test('[MO22] the goals give the 27 certain rows with their counts of municipalities', () => {
    const certain = [9, 9, 8, 8, 7, 7, 6, 5, 4, 3, 3, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
    const rows = counts()
    expect(rows.map((row) => row.municipalities)).toEqual(certain)
    expect(rows.reduce((sum, row) => sum + row.municipalities, 0)).toBe(90)
    expect(new Map(rows.map((row) => [row.mergedGoalId, row.municipalities]))).toEqual(
      new Map(answerKey.map((row) => [String(row.row), row.municipalities])),
    )
  })

  test('[MO22] every goal belongs to one row, and the hospital’s add a team and no municipality', () => {
    expect(goals.map((goal) => goal.key).sort()).toEqual([...rowOf.keys()].sort())
    const hospital = network.teams.at(-1)
    expect(hospital).toMatchObject({ number: 24, name: 'DPS Nord', municipalities: [] })
    const line = counts().find((row) => row.mergedGoalId === '2')
    expect(line).toMatchObject({ municipalities: 9, teams: 5 })
    expect(goals.some((goal) => goal.teamId === hospital?.id && rowOf.get(goal.key) === '2')).toBe(true)
  })

  test('[MO22] no two teams word their goal alike', () => {
    const plain = goals.map((goal) => goal.title.toLocaleLowerCase('nb').replace(/[^\p{L}\d]+/gu, ' '))
    expect(new Set(plain).size).toBe(plain.length)
  })
})

describe('the sample network', () => {
  test('[MO22] has 24 teams with cards, members and one to six goals each', () => {
    expect(network).toMatchObject({ name: 'Gode pasientforløp' })
    expect(network.teams.map((team) => [team.number, team.name])).toEqual(
      sampleTeams.map((team, index) => [index + 1, team.name]),
    )
    expect(network.teams).toHaveLength(24)
    expect(new Set(network.teams.map((team) => team.card?.code)).size).toBe(24)
    expect(network.teams.filter((team) => team.municipalities.length > 1).length).toBeGreaterThan(5)
    const numbers = network.teams.map((team) => goals.filter((goal) => goal.teamId === team.id).length)
    expect([Math.min(...numbers), Math.max(...numbers)]).toEqual([1, 6])
    for (const team of network.teams) {
      expect(team.members.map((member) => member.name)).toEqual(sampleTeams[team.number - 1]?.members)
    }
  })

  test('has a gathering of two days with a place and a sentence', async () => {
    const today = new Date(hall.parts.clock.now()).toISOString().slice(0, 10)
    const [gathering] = network.gatherings
    expect(gathering).toMatchObject({
      name: 'Samling 3',
      place: 'Hotell Fjordblikk, Sundfjord',
      dayCount: 2,
      current: true,
    })
    expect(gathering?.days[0]).toBe(today)
    expect(gathering?.days).toHaveLength(2)
    const sentence = await hall.parts.rooms.read(documentId('gathering', gathering?.id ?? ''), (doc) =>
      openGatheringDocument(doc).sentence.toString(),
    )
    expect(sentence).toBe('Velg ett mål og gjør det målbart. Det holder med ett mål i dag.')
  })

  test('shows goals, sub-goals, answers, measures and actions at every stage', async () => {
    expect(new Set(goals.map((goal) => goal.state))).toEqual(new Set(goalStates))
    expect(goals.filter((goal) => goal.parentId !== null).length).toBeGreaterThan(4)
    const answers = goals.flatMap((goal) => Object.values(goal.answers))
    expect(new Set(answers.map((answer) => answer.value))).toEqual(new Set([null, false, true]))
    expect(answers.filter((answer) => answer.value === true).every((answer) => answer.text !== '')).toBe(true)
    const measures = await Promise.all(goals.map((goal) => onBoard(goal.teamId, (board) => measureOf(board, goal.id))))
    expect(new Set(measures.map(isMeasurable))).toEqual(new Set([null, false, true]))
    expect(measures.some((measure) => measure.baselineUnknown && measure.target !== null)).toBe(true)
    expect(measures.some((measure) => measure.name !== '' && measure.target === null && measure.due === null)).toBe(
      true,
    )
    expect(measures.some((measure) => measure.reporter !== null && 'personId' in measure.reporter)).toBe(true)
    const lists = await Promise.all(goals.map((goal) => onBoard(goal.teamId, (board) => actionsOf(board, goal.id))))
    const actions = lists.flat()
    expect(new Set(actions.map((action) => action.state))).toEqual(new Set(actionStates))
    expect(lists.some((list) => list.length === 0)).toBe(true)
    expect(actions.some((action) => action.owner !== null && 'name' in action.owner)).toBe(true)
    expect(actions.some((action) => action.owner === null && action.due === null)).toBe(true)
  })

  test('Granvik’s first goal stands as on the screens: four letters met, four of five agree', async () => {
    const granvik = network.teams.find((team) => team.name === 'Granvik')
    const goal = goals.find((each) => each.key === '7.1')
    if (!granvik || !goal) throw new Error('no Granvik')
    const talk = await hall.parts.rooms.read(granvik.talkDocumentId, (doc) => {
      const { members, agreements } = openTalkDocument(doc)
      return agreementView(goal.title, new Map(members.entries()), agreements.get(goal.id))
    })
    if (!talk) throw new Error('no talk')
    expect(talk).toMatchObject({ agreed: 4, of: 5, unanswered: [{ name: 'Tor' }] })
    const letters = await onBoard(granvik.id, (board) => smarteLetters(goal, measureOf(board, goal.id), talk))
    expect(letters).toEqual({ S: true, M: true, A: true, R: null, T: true, E: false })
  })

  test('opens by its cards, and its members can be taken up on another device', async () => {
    const team = network.teams[11]
    const { body } = await hall.ask<SecretView>('POST', '/api/secrets/lookup', { body: { secret: team?.card?.code } })
    expect(body).toMatchObject({
      role: 'editor',
      networkName: 'Gode pasientforløp',
      teamCount: 24,
      team: { name: 'Storlia' },
    })
    const jorunn = body.members.find((member) => member.name === 'Jorunn')
    const answer = await hall.ask('POST', '/api/sessions', {
      body: { secret: team?.card?.code, personId: jorunn?.personId },
    })
    expect(answer.status).toBe(201)
  })

  test('is there for the facilitator who opens the link in the terminal', async () => {
    const joined = await hall.join((await facilitatorToken(hall.parts, { renew: false })) ?? '', 'Ragnhild')
    expect(joined.networks).toMatchObject([{ name: 'Gode pasientforløp' }])
  })

  test('[MO22] is the same at every load, given the same ids and the same time', async () => {
    const boards = async () => {
      const other = await openHall()
      let given = 0
      const newId = () => `id-${given++}`
      const id = await loadSample({
        ...other.parts,
        newId,
        clock: { ...other.parts.clock, now: () => 1_800_000_000_000 },
      })
      const { teams } = await networkView(other.parts, id)
      const read = await Promise.all(
        teams.map((team) =>
          other.parts.rooms.read(team.documentId, (doc) => {
            const board = openTeamDocument(doc)
            const own = allGoals(board)
            return own.map((goal) => ({ goal, measure: measureOf(board, goal.id), actions: actionsOf(board, goal.id) }))
          }),
        ),
      )
      await other.close()
      return { read, members: teams.map((team) => team.members) }
    }
    expect(await boards()).toEqual(await boards())
  })

  test('[MO19] holds nothing that looks like an identity number', () => {
    expect(findIdentityNumbers(JSON.stringify(sampleTeams))).toEqual([])
  })
})
