import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NetworkView, SecretView } from '../../../shared/api.ts'
import { facilitatorToken } from '../../../server/access/facilitator-link.ts'
import { networkView } from '../../../server/networks/network-view.ts'
import { answerKey } from '../../../server/sample/answer-key.ts'
import { sampleBoards } from '../../../server/sample/boards.ts'
import { loadSample } from '../../../server/sample/load.ts'
import { sampleTeams } from '../../../server/sample/teams.ts'
import { findIdentityNumbers } from '../../../shared/identity-number.ts'
import { documentId } from '../../../shared/document-id.ts'
import { actionStates } from '../../../shared/schema/action.ts'
import { openGatheringDocument } from '../../../shared/schema/gathering.ts'
import { goalStates, type Goal } from '../../../shared/schema/goal.ts'
import { commentStates, openTalkDocument } from '../../../shared/schema/talk.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { mapLevels } from '../../../shared/schema/actor-map.ts'
import { involvements } from '../../../shared/schema/actor.ts'
import { lineKinds, relations } from '../../../shared/schema/relation.ts'
import { actorMapView, allActors, allMaps, mapCounts } from '../../../shared/select/actorMaps.ts'
import { phaseBoards, phaseViews } from '../../../shared/select/phases.ts'
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

  const maps = async () => {
    const views = await Promise.all(
      network.teams.map((team) =>
        onBoard(team.id, (board) =>
          allMaps(board).map((map) => ({ ...actorMapView(board, map.id), team, all: allActors(board) })),
        ),
      ),
    )
    return views.flat()
  }

  test('has actor maps at both levels, from none to thirty actors, with every relation and involvement', async () => {
    const views = await maps()
    const actors = views.flatMap((view) => view.actors ?? [])
    expect(new Set(views.map((view) => view.map?.level))).toEqual(new Set(mapLevels))
    expect(views.filter((view) => view.team.name === 'Vassdal').map((view) => view.actors)).toEqual([[]])
    expect(Math.max(...views.map((view) => view.actors?.length ?? 0))).toBe(30)
    expect(new Set(actors.map((actor) => actor.relation))).toEqual(new Set([null, ...relations]))
    expect(new Set(actors.map((actor) => actor.involvement))).toEqual(new Set(involvements))
    expect(new Set(actors.map((actor) => actor.importance))).toEqual(new Set([1, 2, 3]))
    const lines = views.flatMap((view) => view.lines ?? [])
    expect(new Set(lines.map((line) => line.kind))).toEqual(new Set(lineKinds))
    expect(lines.some((line) => line.note !== '')).toBe(true)
    const sectors = views.flatMap((view) => view.sectors ?? [])
    expect(sectors.some((sector) => sector.standard && sector.name !== '')).toBe(true)
    expect(sectors.some((sector) => !sector.standard)).toBe(true)
    // The names of own sectors have been found: nobody stands in «other» by mistake.
    expect(actors.filter((actor) => actor.sector === 'other').length).toBeLessThan(25)
    expect(actors.some((actor) => actor.nextStepOwner !== null && actor.nextStepDue !== null)).toBe(true)
    expect(actors.some((actor) => actor.influence !== null)).toBe(true)
  })

  test('«Kari» of Granvik stands as on the screens: 17 actors, 8 with us, 9 not asked', async () => {
    const [kari, municipal] = (await maps()).filter((view) => view.team.name === 'Granvik')
    if (!kari?.actors || !municipal?.actors) throw new Error('no maps')
    expect(kari.map?.coverName).toBe('Kari')
    expect(mapCounts(kari.actors)).toEqual({ actors: 17, with: 8, notAsked: 9 })
    expect(kari.actors.find((actor) => actor.name === 'DPS')).toMatchObject({
      sector: 'specialist',
      importance: 3,
      relation: 'weak',
      involvement: 'with',
    })
    const nameOf = (id: string) => kari.actors?.find((actor) => actor.actorId === id)?.name
    expect(
      kari.lines?.map((line) => [nameOf(line.from) ?? '', nameOf(line.to) ?? ''].toSorted().join('–')).toSorted(),
    ).toEqual(['DPS–Fastlege', 'Koordinator–NAV-veileder'])
    // Brought over, not written twice.
    const both = municipal.actors.filter((actor) => kari.actors?.some((other) => other.actorId === actor.actorId))
    expect(new Set(both.map((actor) => actor.name))).toEqual(
      new Set(['DPS', 'Koordinator', 'NAV-veileder', 'Brukerorganisasjonen']),
    )
    expect(kari.all.length).toBe(kari.actors.length + municipal.actors.length - both.length)
  })

  test('has phase boards in all states, for teams and for goals, with cards', async () => {
    const boards = await Promise.all(
      network.teams.map((team) =>
        onBoard(team.id, (board) =>
          phaseBoards(board).map(({ id, title }) => ({ title, views: phaseViews(board, id) })),
        ),
      ),
    )
    const all = boards.flat()
    for (const kind of [all.filter((one) => one.title === null), all.filter((one) => one.title !== null)]) {
      for (const index of [0, 1, 2, 3, 4]) {
        const states = new Set(kind.map((one) => one.views[index]?.state))
        expect(states.has('none') && states.has('done')).toBe(true)
      }
      expect(kind.some((one) => one.views.filter((view) => view.state === 'started').length > 1)).toBe(true)
    }
    const cards = all.flatMap((one) => one.views.flatMap((view) => view.cards))
    expect(cards.length).toBeGreaterThan(10)
    expect(cards.some((card) => card.owner === null && card.due === null)).toBe(true)
    expect(cards.some((card) => card.owner !== null && 'personId' in card.owner)).toBe(true)
  })

  test('has comments with and without name, with answers, open, answered and resolved', async () => {
    const talks = await Promise.all(
      network.teams.map((team) =>
        hall.parts.rooms.read(team.talkDocumentId, (doc) => [...openTalkDocument(doc).comments.values()]),
      ),
    )
    const comments = talks.flatMap((talk) => talk ?? [])
    const first = comments.filter((comment) => comment.replyTo === null)
    expect(new Set(first.map((comment) => comment.state))).toEqual(new Set(commentStates))
    expect(new Set(first.map((comment) => comment.subject.kind))).toEqual(
      new Set(['team', 'map', 'actor', 'goal', 'card']),
    )
    expect(comments.filter((comment) => comment.replyTo !== null).length).toBeGreaterThan(4)
    const authors = comments.map((comment) => comment.author)
    expect(authors.some((author) => author === null)).toBe(true)
    expect(authors.some((author) => author?.name === 'Aud' && author.role === 'commenter')).toBe(true)
    expect(authors.some((author) => author?.name === 'Jonas Dahl')).toBe(true)
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
            const goals = own.map((goal) => [goal, measureOf(board, goal.id), actionsOf(board, goal.id)])
            const maps = allMaps(board).map((map) => actorMapView(board, map.id))
            return { goals, maps, phases: phaseBoards(board).map(({ id }) => phaseViews(board, id)) }
          }),
        ),
      )
      const talks = await Promise.all(
        teams.map((team) =>
          other.parts.rooms.read(team.talkDocumentId, (doc) => openTalkDocument(doc).comments.toJSON()),
        ),
      )
      await other.close()
      return { read, talks, members: teams.map((team) => team.members) }
    }
    const one = await boards()
    expect(one.talks.flatMap((talk) => Object.keys(talk ?? {})).length).toBeGreaterThan(10)
    expect(one).toEqual(await boards())
  })

  test('[MO19] holds nothing that looks like an identity number', () => {
    expect(findIdentityNumbers(JSON.stringify([sampleTeams, sampleBoards]))).toEqual([])
  })
})
