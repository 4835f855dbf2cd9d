import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { TechnicalView } from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import type { Role } from '../../shared/roles.ts'
import type { DiskGuard } from '../disk/disk-guard.ts'
import { Health } from '../http/health.ts'
import type { PublicAddress } from '../networks/public-address.ts'
import type { Store } from '../store/store.ts'
import type { Rooms } from '../sync/rooms.ts'
import { Lately } from './lately.ts'

export type TechnicalDependencies = {
  store: Pick<Store, 'probe' | 'backups'>
  rooms: Pick<Rooms, 'people'>
  clock: Clock
  disk: Pick<DiskGuard, 'state' | 'freeBytes' | 'check'>
  folder: string
  address: PublicAddress
  /** documents that were opened with something missing */
  damaged: () => number
}

const netMs = 10 * 60 * 1000
const errorsMs = 60 * 60 * 1000
const files = ['samtavle.db', 'samtavle.db-wal']

/** What a facilitator may know of how the server is: figures and codes, nobody's names, texts or secrets. */
export class Technical {
  readonly #deps: TechnicalDependencies
  readonly #health: Health
  readonly #startedAt: number
  readonly #lost: Lately<string>
  readonly #refused: Lately<ErrorCode>
  #lastCommitAt: number | null = null

  constructor(deps: TechnicalDependencies) {
    this.#deps = deps
    this.#health = new Health(deps)
    this.#startedAt = deps.clock.now()
    this.#lost = new Lately({ clock: deps.clock, windowMs: netMs, most: 2_000 })
    this.#refused = new Lately({ clock: deps.clock, windowMs: errorsMs, most: 2_000 })
  }

  /** A socket of this person went without a word: the net was lost, or the machine fell asleep. */
  lost(personId: string): void {
    this.#lost.add(personId)
  }

  refused(code: ErrorCode): void {
    this.#refused.add(code)
  }

  /** A transaction reached the disk. */
  committed(): void {
    this.#lastCommitAt = this.#deps.clock.now()
  }

  /** `askerId`: the facilitator who reads it, and so is on line, also before their page has a socket. */
  async view(askerId: string): Promise<TechnicalView> {
    const { store, clock, disk, address, damaged } = this.#deps
    const [writable, backups, databaseBytes] = await Promise.all([
      this.#health.check().then(
        () => true,
        () => false,
      ),
      store.backups().catch(() => []),
      this.#databaseBytes(),
      disk.check(),
    ])
    const last = backups.at(-1)
    const lost = this.#lost.list()
    return {
      now: clock.now(),
      startedAt: this.#startedAt,
      net: {
        lostPeople: lost.length,
        lostSockets: lost.reduce((sum, { count }) => sum + count, 0),
        windowMs: netMs,
        url: address.url,
        reachable: address.reachable,
      },
      disk: {
        writable,
        state: disk.state,
        freeBytes: Number.isFinite(disk.freeBytes) ? disk.freeBytes : null,
        databaseBytes,
        lastCommitAt: this.#lastCommitAt,
        damaged: damaged(),
      },
      people: this.#people(askerId),
      backup: last ? { at: last.at, file: basename(last.path.replaceAll('\\', '/')) } : null,
      errors: this.#refused.list().map(({ kind: code, ...found }) => ({ code, ...found })),
    }
  }

  /** Each person once, however many windows they have. */
  #people(askerId: string): TechnicalView['people'] {
    const seen: Record<Role, Set<string>> = {
      facilitator: new Set([askerId]),
      editor: new Set(),
      commenter: new Set(),
      display: new Set(),
    }
    let sockets = 0
    for (const { who } of this.#deps.rooms.people()) {
      sockets += 1
      seen[who.role].add(who.role === 'display' ? who.sessionId : who.personId)
    }
    const { facilitator, editor, commenter, display } = seen
    return {
      facilitators: facilitator.size,
      editors: editor.size,
      commenters: commenter.size,
      displays: display.size,
      sockets,
    }
  }

  async #databaseBytes(): Promise<number> {
    const sizes = files.map(async (name) =>
      stat(join(this.#deps.folder, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    )
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  }
}
