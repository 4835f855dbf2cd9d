import { createHash } from 'node:crypto'
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
import { makeGathering } from '../networks/make-gathering.ts'
import { makeNetwork } from '../networks/make-network.ts'
import { makeTeams, type MadeTeam } from '../networks/make-teams.ts'
import type { Rooms } from '../sync/rooms.ts'
import { sampleGathering } from './gathering.ts'
import { daysAfter } from './sample-dates.ts'
import type { SampleTeam } from './sample-team.ts'
import { sampleTeams } from './teams.ts'
import { writeGoals } from './write-goals.ts'

type SampleParts = Parts & { rooms: Pick<Rooms, 'change'> }

/**
 * Makes the sample network by what people use: cards are joined, boards are written by operations, goals are
 * agreed to by commands. Time and ids come from `parts`; secrets are as random as any. Resolves to the
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
  await Promise.all(loads.map(({ team, sample, newId }) => loadTeam({ ...parts, newId }, team, sample)))
  return networkId
}

async function loadTeam(parts: SampleParts, team: MadeTeam, sample: SampleTeam | undefined): Promise<void> {
  if (!sample) return
  const members = new Map<string, Caller>()
  for (const name of sample.members) {
    const joined = await openSession(parts, { secret: team.token, name, language: sample.language })
    members.set(name, joined.caller)
  }
  const people = new Map([...members].map(([name, caller]) => [name, caller.person.id]))
  let goalIds = new Map<string, string>()
  await parts.rooms.change(documentId('team', team.id), (doc) => {
    goalIds = writeGoals(openTeamDocument(doc), sample.goals, { now: parts.clock.now(), newId: parts.newId, people })
  })
  for (const goal of sample.goals) {
    const agreeing = goal.agree === 'all' ? sample.members : (goal.agree ?? [])
    const answers = [
      ...agreeing.map((name) => ({ name, answer: 'agree' as const })),
      ...(goal.notYet ?? []).map((name) => ({ name, answer: 'notYet' as const })),
    ]
    for (const { name, answer } of answers) {
      const caller = members.get(name)
      const goalId = goalIds.get(goal.key)
      if (!caller || goalId === undefined) throw new Error(`The sample names nobody or nothing in ${goal.key}`)
      const id = uuidOf(parts.newId())
      const wording = wordingKey(goal.title)
      await runCommand(parts, caller, { type: 'agreeToGoal', id, teamId: team.id, goalId, wording, answer })
    }
  }
  // These browsers do not exist: whoever takes up a member's name opens a session of their own.
  for (const caller of members.values()) await parts.directory.endSession(caller.sessionId)
}

/** Ids that follow from one: the same seed gives the same ids in the same order. */
function idsFrom(seed: string): () => string {
  let given = 0
  return () => createHash('sha256').update(`${seed} ${given++}`).digest('base64url').slice(0, 22)
}

/** A command's id is a UUID; this is one made of an id of ours, so that equal ids give equal commands. */
function uuidOf(id: string): string {
  const hex = createHash('sha256').update(id).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
