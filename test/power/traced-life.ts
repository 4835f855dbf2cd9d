import { randomUUID } from 'node:crypto'
import { appendFileSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, vi } from 'vitest'
import { SeededRandom } from '../sim/random.ts'
import { startServer, type StartedServer } from '../server/start.ts'
import { makeTeam, post, type TeamOnServer } from '../server/team-on-server.ts'
import { BusyWriters } from './busy-writers.ts'
import { backUp, goBack, keepVersion, oldestRow, purge, seeVersions } from './deeds.ts'
import type { Wire } from './promises.ts'
import { tracedEnv } from './run-traced.ts'
import type { Told } from './told.ts'
import { readTrace, toldRecord, type TraceEvent } from './trace.ts'

export type TracedLife = {
  events: TraceEvent[]
  wires: Wire[]
  /** the data folder as the trace names it, and its inode */
  folder: string
  inode: bigint
}

const writers = 3
const brisk = pathToFileURL(join(import.meta.dirname, 'brisk-limits.ts')).href
/** What is purged: one while the server is killed, one that is answered. */
const unwanted = ['Hemmeligkvalross', 'Hemmelighvalfisk'] as const

/**
 * Lets a real server live on an empty folder, with everything that it writes and sends traced: people join, write,
 * comment, keep versions and go back to them; it is killed in the middle of a purge, started again, written in until
 * boards are compacted and old rows swept, purged and backed up meanwhile, and stopped in order.
 */
export async function liveTraced(root: string, seed: number): Promise<TracedLife> {
  const folder = join(realpathSync(root), 'data')
  const trace = join(root, 'trace')
  mkdirSync(folder)
  writeFileSync(trace, '')
  const inode = statSync(folder, { bigint: true }).ino
  const traced = tracedEnv(folder, trace)
  const env = { ...traced, NODE_OPTIONS: `--import=${brisk}` }
  const tell = (told: Told): void => appendFileSync(trace, toldRecord(told))
  const random = new SeededRandom(seed)
  const wires: Wire[] = []

  const first = await startServer({ folder, env })
  const team = await makeTeam(first, writers)
  tell({ kind: 'row', table: 'networks', id: team.networkId })
  const quiet = await anotherBoard(first, team)
  const others = [team.documentId.replace('team', 'talk'), `overview:${team.networkId}`]
  const at = ({ url }: StartedServer, documentId: string) => {
    return { url, token: team.facilitator, documentId, wires, tell }
  }

  await live(first, 'første', 200, [
    (saved) => keepVersion(at(first, team.documentId), saved()),
    () => goBack(at(first, quiet), 'Q1'),
  ])
  const { answered } = await purge(at(first, team.documentId), { text: unwanted[0], others })
  const fate = answered.catch(() => undefined) // the server is killed
  await new Promise((resolve) => setTimeout(resolve, random.whole(0, 40)))
  await first.kill9()
  await fate

  const second = await startServer({ folder, env })
  const oldest = oldestRow(folder, team.documentId)
  const main = at(second, team.documentId)
  const backup = (name: string, keys: string[]) => backUp({ env: traced, folder, name, keys, place: main })
  await live(second, 'andre', 460, [
    (saved) => keepVersion(main, saved()),
    () => goBack(at(second, quiet), 'Q2'),
    () => seeVersions(main),
    () => vi.waitFor(() => expect(oldestRow(folder, team.documentId)).toBeGreaterThan(oldest), { timeout: 10_000 }),
    async (saved) => {
      const between = () => backup('backup-early', saved())
      return (await purge(main, { text: unwanted[1], others, between })).answered
    },
    (saved) => keepVersion(main, saved()),
    () => seeVersions(main),
    (saved) => backup('backup-late', saved()),
  ])
  expect(await second.stop()).toBe(0)
  return { events: readTrace(readFileSync(trace)), wires, folder, inode }

  /** Everyone writes until so many edits are acknowledged, and comments now and then; between, one deed after the other. */
  async function live(
    server: StartedServer,
    name: string,
    edits: number,
    deeds: ((saved: () => string[]) => Promise<unknown>)[],
  ): Promise<void> {
    const { documentId, tokens } = team
    const busy = new BusyWriters({ url: server.url, documentId, name, random, wires })
    await busy.begin(tokens)
    const steps = 8
    for (let step = 1; step <= steps; step += 1) {
      busy.paceMs = 4
      await busy.reach((edits * step) / steps)
      const id = randomUUID()
      await post(`${server.url}/api/commands`, commentOn(documentId, id), tokens[step % writers])
      tell({ kind: 'row', table: 'comments', id })
      busy.paceMs = 80
      await deeds[step - 1]?.(() => busy.saved)
    }
    busy.stop()
  }
}

async function anotherBoard({ url }: StartedServer, { networkId, facilitator }: TeamOnServer): Promise<string> {
  const wanted = { teams: [{ name: 'Bjørnli', municipalities: [] }] }
  const { teams } = await post<{ teams: { documentId: string }[] }>(
    `${url}/api/networks/${networkId}/teams`,
    wanted,
    facilitator,
  )
  return teams[0]?.documentId ?? ''
}

function commentOn(documentId: string, id: string): object {
  const [, teamId = ''] = documentId.split(':')
  const subject = { kind: 'team', id: teamId }
  return { id, type: 'comment', teamId, subject, text: 'Hva med kvelden?', withoutName: false, replyTo: null }
}
