import { existsSync, readFileSync, rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import { lookAt } from '../../server/backup/look-at.ts'
import { isWhole } from '../../server/backup/verify.ts'
import { startServer, type StartedServer } from '../server/start.ts'
import { post } from '../server/team-on-server.ts'
import { Attacker } from './attacker.ts'
import { Canary } from './canary.ts'

export type Plot = { id: string; code: string; documentId: string }
type Made = { documents: { stage: string; gathering: string } }
type Session = { token: string; personId: string }

const probe = join(import.meta.dirname, '..', 'bench', 'heap-probe.cjs')
/** Teams made at once. */
const teamsAtOnce = 60

/**
 * A real server in a process of its own, with boards to attack: each case has a board of its own, and so a card of its
 * own, since whoever came by one card is held to account together. On one more board a canary writes all the time.
 */
export class Ground {
  readonly server: StartedServer
  readonly folder: string
  readonly networkId: string
  readonly stageId: string
  readonly gatheringId: string
  /** the token of a facilitator */
  readonly facilitator: string
  /** on a board that nobody attacks */
  readonly other: Canary
  readonly #plots: Plot[]
  #people = 0

  private constructor(
    args: Pick<Ground, 'server' | 'folder' | 'networkId' | 'stageId' | 'gatheringId' | 'facilitator' | 'other'>,
    plots: Plot[],
  ) {
    this.server = args.server
    this.folder = args.folder
    this.networkId = args.networkId
    this.stageId = args.stageId
    this.gatheringId = args.gatheringId
    this.facilitator = args.facilitator
    this.other = args.other
    this.#plots = plots
  }

  static async open(): Promise<Ground> {
    const folder = await mkdtemp(join(tmpdir(), 'samtavle-attack-'))
    const env = { NODE_OPTIONS: `--require=${probe}`, HEAP_FILE: join(folder, '.heap') }
    const server = await startServer({ folder, env })
    const api = `${server.url}/api`
    const { token } = await post<Session>(`${api}/sessions`, { secret: server.facilitatorToken, name: 'Ragnhild' })
    const { id } = await post<{ id: string }>(`${api}/networks`, { name: 'Nett' }, token)
    const gathering = { name: 'Samling 1', days: 2 }
    const { documents } = await post<Made>(`${api}/networks/${id}/gatherings`, gathering, token)
    const plots = await makePlots(server.url, id, token)
    const quiet = plots.pop()
    if (!quiet) throw new Error('no team was made')
    const other = await Canary.start(server.url, quiet.documentId, token)
    return new Ground(
      {
        server,
        folder,
        networkId: id,
        stageId: documents.stage,
        gatheringId: documents.gathering,
        facilitator: token,
        other,
      },
      plots,
    )
  }

  /** A board that nobody has been on. */
  async plot(): Promise<Plot> {
    const next = this.#plots.pop()
    if (next) return next
    this.#plots.push(...(await makePlots(this.server.url, this.networkId, this.facilitator)))
    return this.plot()
  }

  /** A new person by this card or link. */
  async join(secret: string): Promise<Session> {
    this.#people += 1
    return post<Session>(`${this.server.url}/api/sessions`, { secret, name: `Gjest ${this.#people}` })
  }

  /** The secret of a new link. */
  async link(role: 'commenter' | 'display' | 'editor', teamIds?: string[]): Promise<string> {
    const url = `${this.server.url}/api/networks/${this.networkId}/links`
    const { secret } = await post<{ secret: string }>(url, { role, ...(teamIds ? { teamIds } : {}) }, this.facilitator)
    return secret
  }

  attacker(documentId: string, token: string): Attacker {
    return new Attacker(this.server.url, `/sync/${documentId}`, token)
  }

  /**
   * The heap as soon as it is below `mb`, or else as it is after 20 s: what a flood has left in the sockets of those who are slowed
   * down is read bit by bit, also after they have gone.
   */
  async heapBackTo(mb: number): Promise<number> {
    const until = performance.now() + 20_000
    for (;;) {
      const now = await this.heapMb()
      if (now < mb || performance.now() > until) return now
      await wait(250)
    }
  }

  /** The server's heap and external memory after a collection, MB. */
  async heapMb(): Promise<number> {
    const file = join(this.folder, '.heap')
    rmSync(file, { force: true })
    process.kill(this.server.pid, 'SIGUSR2')
    for (let left = 400; !existsSync(file) && left > 0; left -= 1) await wait(10)
    return Number(readFileSync(file, 'utf8'))
  }

  /** One number of `/metrics`; 0 for one that is not there. */
  async metric(name: string): Promise<number> {
    const text = await (await fetch(`${this.server.url}/metrics`)).text()
    const line = text.split('\n').find((other) => other.startsWith(`${name} `))
    return Number(line?.split(' ')[1] ?? 0)
  }

  /** Ends the server as its facilitator would, and looks whether what it leaves on disk is whole. */
  async close(): Promise<void> {
    await this.other.stop()
    this.other.leave()
    expect(await this.server.stop()).toBe(0)
    const { verdict } = lookAt(this.folder)
    expect(isWhole(verdict), JSON.stringify(verdict)).toBe(true)
    await rm(this.folder, { recursive: true, force: true })
  }
}

async function makePlots(url: string, networkId: string, token: string): Promise<Plot[]> {
  const names = Array.from({ length: teamsAtOnce }, (_, at) => ({ name: `Lag ${at}`, municipalities: ['Granvik'] }))
  const { teams } = await post<{ teams: Plot[] }>(`${url}/api/networks/${networkId}/teams`, { teams: names }, token)
  return teams
}
