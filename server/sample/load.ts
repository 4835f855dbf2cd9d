import { documentId } from '../../shared/document-id.ts'
import { setText } from '../../shared/ops/text.ts'
import { openGatheringDocument } from '../../shared/schema/gathering.ts'
import { limits } from '../../shared/schema/limits.ts'
import { openTeamDocument } from '../../shared/schema/team.ts'
import { wordingKey } from '../../shared/wording.ts'
import type { Caller } from '../access/caller.ts'
import { openSession } from '../access/open-session.ts'
import type { Parts } from '../access/parts.ts'
import { runCommand } from '../commands/run-command.ts'
import { makeLink } from '../networks/links.ts'
import { makeGathering } from '../networks/make-gathering.ts'
import { makeNetwork } from '../networks/make-network.ts'
import { makeTeams, type MadeTeam } from '../networks/make-teams.ts'
import type { Rooms } from '../sync/rooms.ts'
import { sampleBoards, sampleCommenters } from './boards.ts'
import { sampleGathering } from './gathering.ts'
import { daysAfter } from './sample-dates.ts'
import { commandId, idsFrom } from './sample-ids.ts'
import type { SampleTeam } from './sample-team.ts'
import { sampleTeams } from './teams.ts'
import { writeComments } from './write-comments.ts'
import { writeGoals } from './write-goals.ts'
import { writeMaps } from './write-maps.ts'
import { writePhases } from './write-phases.ts'

const none: ReadonlyMap<string, string> = new Map()

type SampleParts = Parts & { rooms: Pick<Rooms, 'change'> }

/**
 * Makes the sample network by what people use: cards and a link for commenters are joined, boards are written
 * by operations, goals are agreed to and comments made by commands. Time and ids come from `parts`; secrets are as random as any. Resolves to the
 * network's id when everything is on disk; after a failure part of it may be there.
 */
export async function loadSample(parts: SampleParts): Promise<string> {
  const now = parts.clock.now()
  const networkId = await makeNetwork(parts, { name: sampleGathering.networkName, facilitatorId: null })
  const days = Array.from({ length: sampleGathering.days }, (_, day) => daysAfter(now, day))
  const { name, place, sentence } = sampleGathering
  const gathering = await makeGathering(parts, { networkId, name, place, days })
  await parts.rooms.change(gathering.documents.gathering, (doc) =>
    setText(openGatheringDocument(doc).sentence, sentence, limits.sentence),
  )
  const teams = await makeTeams(parts, networkId, sampleTeams)
  // Side by side, so that they share the disk's commits; each with ids of its own, so that the order in which
  // the disk answers changes nothing.
  const loads = teams.map((team, index) => ({ team, sample: sampleTeams[index], newId: idsFrom(parts.newId()) }))
  const commenters = await joinCommenters(parts, networkId)
  await Promise.all(loads.map(({ team, sample, newId }) => loadTeam({ ...parts, newId }, team, sample, commenters)))
  for (const caller of commenters.values()) await parts.directory.endSession(caller.sessionId)
  return networkId
}

/** Those who follow from home open their link; it stays, for the facilitators to hand on. */
async function joinCommenters(parts: SampleParts, networkId: string): Promise<Map<string, Caller>> {
  const link = await makeLink(parts, networkId, { role: 'commenter', teamIds: [] })
  const commenters = new Map<string, Caller>()
  for (const name of sampleCommenters) {
    const joined = await openSession(parts, { secret: link.secret, name, language: 'nb' })
    commenters.set(name, joined.caller)
  }
  return commenters
}

async function loadTeam(
  parts: SampleParts,
  team: MadeTeam,
  sample: SampleTeam | undefined,
  commenters: ReadonlyMap<string, Caller>,
): Promise<void> {
  if (!sample) return
  const members = new Map<string, Caller>()
  for (const name of sample.members) {
    const joined = await openSession(parts, { secret: team.token, name, language: sample.language })
    members.set(name, joined.caller)
  }
  const people = new Map([...members].map(([name, caller]) => [name, caller.person.id]))
  const boards = sampleBoards[team.number] ?? {}
  const named = { goal: none, map: none, actor: none, card: none }
  await parts.rooms.change(documentId('team', team.id), (doc) => {
    const board = openTeamDocument(doc)
    const writing = { now: parts.clock.now(), newId: parts.newId, people }
    named.goal = writeGoals(board, sample.goals, writing)
    const { maps, actors } = writeMaps(board, boards, writing)
    named.map = maps
    named.actor = actors
    named.card = writePhases(board, boards.phases ?? [], { ...writing, goalIds: named.goal })
  })
  for (const goal of sample.goals) {
    const agreeing = goal.agree === 'all' ? sample.members : (goal.agree ?? [])
    const answers = [
      ...agreeing.map((name) => ({ name, answer: 'agree' as const })),
      ...(goal.notYet ?? []).map((name) => ({ name, answer: 'notYet' as const })),
    ]
    for (const { name, answer } of answers) {
      const caller = members.get(name)
      const goalId = named.goal.get(goal.key)
      if (!caller || goalId === undefined) throw new Error(`The sample names nobody or nothing in ${goal.key}`)
      const id = commandId(parts.newId())
      const wording = wordingKey(goal.title)
      await runCommand(parts, caller, { type: 'agreeToGoal', id, teamId: team.id, goalId, wording, answer })
    }
  }
  const callers = new Map([...commenters, ...members])
  await writeComments(parts, boards.comments ?? [], { teamId: team.id, named, callers })
  // These browsers do not exist: whoever takes up a member's name opens a session of their own.
  for (const caller of members.values()) await parts.directory.endSession(caller.sessionId)
}
