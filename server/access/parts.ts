import type { Logger } from 'pino'
import type { Clock } from '../../shared/clock.ts'
import type { BoardsRest } from '../derived/boards-rest.ts'
import type { Online } from '../derived/online.ts'
import type { Overview } from '../derived/overview.ts'
import type { Stage } from '../derived/stage.ts'
import type { Talk } from '../derived/talk.ts'
import type { Metrics } from '../http/metrics.ts'
import type { ServerLimits } from '../limits.ts'
import type { PublicAddress } from '../networks/public-address.ts'
import type { Directory } from '../store/directory.ts'
import type { Store } from '../store/store.ts'
import type { Rooms } from '../sync/rooms.ts'
import type { Technical } from '../technical/technical.ts'
import type { Versions } from '../versions/versions.ts'
import type { Allowance } from './allowance.ts'
import type { Gate } from './gate.ts'
import type { HeavyWork } from './heavy-work.ts'
import type { Joins } from './joins.ts'
import type { SecretBrake } from './secret-brake.ts'
import type { Vault } from './vault.ts'

/** What `main.ts` wires once. Functions take a `Pick` of it, so that a signature tells what is touched. */
export type Parts = {
  directory: Directory
  store: Pick<Store, 'probe' | 'saveVersion' | 'versions' | 'readVersion' | 'history' | 'backups'>
  rooms: Pick<Rooms, 'connect' | 'read' | 'change' | 'replaceAll' | 'revoke' | 'renamed' | 'moved' | 'people'>
  versions: Pick<Versions, 'save'>
  technical: Pick<Technical, 'view' | 'lost'>
  talk: Pick<Talk, 'refresh'>
  stage: Pick<Stage, 'teamChanged'>
  overview: Pick<Overview, 'networkChanged'>
  boardsRest: Pick<BoardsRest, 'know' | 'refresh' | 'resting'>
  online: Pick<Online, 'view'>
  gate: Gate
  vault: Vault
  clock: Clock
  limits: ServerLimits
  newId: () => string
  log: Logger
  metrics: Metrics
  address: PublicAddress
  /** wrong secrets, over the whole server */
  wrongSecrets: SecretBrake
  /** right ones, by secret */
  joins: Joins
  /** what costs more than others, by person */
  heavyWork: HeavyWork
  /** commands, by session */
  commandRate: Allowance
  /** comments, by person */
  commentRate: Allowance
  /** restores by editors, by team */
  restoreRate: Allowance
}
