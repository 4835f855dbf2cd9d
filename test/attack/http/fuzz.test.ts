import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { makeApp } from '../../../server/http/app.ts'
import { StaticFiles } from '../../../server/http/static-files.ts'
import { errorCodes, isErrorCode } from '../../../shared/errors.ts'
import { addGoal } from '../../../shared/ops/goals.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { makeTestNetwork } from '../../server/hall.ts'
import { openAttackedHall } from './attacked-hall.ts'
import { fuzzInputs, type FuzzInput, type FuzzWorld } from './fuzz-input.ts'

/** More in `npm run soak`. */
const inputs = Number(process.env['SAMTAVLE_TEST_FUZZ'] ?? 20_000)
const firstSeed = Number(process.env['SAMTAVLE_TEST_SEED'] ?? 1)
/** A hall is used for so many, so that what was let in does not make the rest slow. */
const perHall = 20_000
const atOnce = 40
const seeds = Array.from({ length: Math.ceil(inputs / perHall) }, (_, at) => firstSeed + at)

/** Nobody waits for a minute to pass; a team's talk stays small. */
const limits = {
  commandsPerMinute: 1e9,
  commentsPerMinute: 1e9,
  joinsAtOnce: 1e9,
  wrongSecretsPerSecond: 1e9,
  commentsPerTeam: 40,
}

/** A hall in which there is something of every kind, and everybody who may ask. */
async function makeWorld() {
  const under = await openAttackedHall({ canaries: false, limits })
  const { hall, network, mette, nils, lise, display } = under
  const other = await makeTestNetwork(hall, network.facilitator, 'Et annet')
  const stranger = await hall.join((await other.link('facilitator')).secret, 'Fremmed')
  const thrown = await hall.join(network.first.code, 'Flyttes')
  await hall.parts.rooms.change(network.first.documentId, (doc) =>
    addGoal(openTeamDocument(doc), { id: 'g1', title: 'Et mål', state: 'proposed', time: 1 }),
  )
  const commentId = crypto.randomUUID()
  const subject = { kind: 'team', id: 'team' }
  const comment = { id: commentId, type: 'comment', teamId: network.first.id, subject, text: 'Hei' }
  const body = { ...comment, withoutName: false, replyTo: null }
  await hall.ask('POST', '/api/commands', { token: mette.token, body })
  const versions = `/api/teams/${network.first.id}/versions`
  const kept = await hall.ask<{ id: string }>('POST', versions, { token: mette.token, body: { name: 'Før' } })
  const world: FuzzWorld = {
    tokens: {
      ...{ facilitator: network.facilitator.token, editor: mette.token, neighbour: nils.token, commenter: lise.token },
      ...{ display: display.token, stranger: stranger.token, nobody: '', forger: 'A'.repeat(43) },
    },
    networkIds: [network.id, network.id, other.id, 'nothing'],
    teamIds: [network.first.id, network.first.id, network.second.id, other.first.id, 'nothing'],
    personIds: [thrown.personId, network.facilitator.personId, lise.personId, 'nobody'],
    secrets: [network.first.code, network.second.url, other.first.code, 'AAAA-AAAA', 'nothing'],
    versionIds: [kept.body.id, '999999'],
    commentIds: [commentId, '00000000-0000-4000-8000-000000000000'],
  }
  return { under, world }
}

/** Why an answer is not one that anybody may be given; null for a good one. */
async function fault(response: Response): Promise<string | null> {
  if (response.status < 400) {
    await response.arrayBuffer()
    return response.status >= 200 && response.status < 300 ? null : `status ${response.status}`
  }
  const text = await response.text()
  if (response.status >= 500) return `status ${response.status}: ${text}`
  const { code, message } = JSON.parse(text) as { code: unknown; message: unknown }
  if (!isErrorCode(code) || typeof message !== 'string' || message === '') return `no code: ${text}`
  return errorCodes[code] === response.status ? null : `${code} with ${response.status}`
}

/** Whether it may have written something. How the server is, is found out by writing to the disk. */
function isTaken(input: FuzzInput | undefined, { status }: Response): boolean {
  return status < 300 && (input?.method !== 'GET' || input.path.startsWith('/api/technical'))
}

test.each(seeds)('[AC108] mutated and random requests to every route, seed %d', { timeout: 120_000 }, async (seed) => {
  const { under, world } = await makeWorld()
  const app = makeApp(under.hall.parts, new StaticFiles(new Map()))
  const database = new DatabaseSync(join(under.hall.folder, 'samtavle.db'), { readOnly: true })
  const asked = database.prepare('PRAGMA data_version')
  const written = () => asked.get()?.['data_version']
  const send = (input: FuzzInput) => {
    const { method, headers, body } = input
    const request = new Request(`http://127.0.0.1${input.path}`, {
      ...{ method, headers: { host: '127.0.0.1', ...headers } },
      ...(body.length > 0 ? { body: Buffer.from(body) } : {}),
    })
    return Promise.resolve(app.fetch(request))
  }
  const told = (input: FuzzInput) =>
    `seed ${seed}: ${JSON.stringify({ ...input, body: Buffer.from(input.body).toString() })}`
  const numRuns = Math.min(inputs, perHall)
  const all = fc.sample(fuzzInputs(world), { seed, numRuns })
  const seen = new Map<string, number>()
  let unwritten = 0
  try {
    for (let from = 0; from < all.length; from += atOnce) {
      const batch = all.slice(from, from + atOnce)
      const before = written()
      const answers = await Promise.all(batch.map(send))
      let accepted = false
      for (const [at, response] of answers.entries()) {
        const input = batch[at]
        if (!input) continue
        expect(await fault(response), told(input)).toBe(null)
        accepted ||= isTaken(input, response)
        seen.set(`${response.status}`, (seen.get(`${response.status}`) ?? 0) + 1)
      }
      if (accepted) continue
      unwritten += 1
      if (written() !== before) await checkAgain(batch)
    }
  } finally {
    database.close()
    await under.close()
  }
  // Enough of each was tried: refused by right, by shape, by what is not there, and taken.
  for (const status of ['200', '201', '400', '401', '403', '404'])
    expect(seen.get(status) ?? 0, status).toBeGreaterThan(numRuns / 1_000)
  expect(unwritten, 'batches in which nothing was taken').toBeGreaterThan(numRuns / atOnce / 10)

  /**
   * What was taken earlier may be written later, as the overview is. So the batch is sent again until nothing is written
   * by it: what is refused and writes would write each time.
   */
  async function checkAgain(batch: FuzzInput[]): Promise<void> {
    await vi.waitFor(
      async () => {
        const before = written()
        const answers = await Promise.all(batch.map(send))
        await Promise.all(answers.map((answer) => answer.arrayBuffer()))
        const nothing = written() === before || answers.some((answer, at) => isTaken(batch[at], answer))
        if (!nothing) expect.fail(`written though all was refused: ${batch.map(told).join('\n')}`)
      },
      { timeout: 2_000, interval: 5 },
    )
  }
})
