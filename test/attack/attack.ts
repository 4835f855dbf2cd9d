import { expect, vi } from 'vitest'
import { messageType } from '../../shared/protocol.ts'
import { message } from '../server/sync/test-client.ts'
import type { Attacker } from './attacker.ts'
import type { Canary } from './canary.ts'
import { underGuard, type Deed, type Guard } from './guard.ts'
import type { Ground, Plot } from './ground.ts'

/**
 * How the sender fares. `taken`: acknowledged like any change. `heard`: one who only reads, and is answered a ping like anybody.
 * `missing`: not acknowledged, and asked for everything. `slowed`: made to wait. `a or b`: one of these.
 * `told <code>`: refused by a notice, the session goes on. Anything else: how the socket ends, `<code> <reason>`.
 */
export type Outcome = string

/** One hostile thing that somebody does on a socket to a board. */
export type Attack = Deed & {
  name: string
  send: (attacker: Attacker, plot: Plot, canary: Canary) => void | Promise<void>
  expect: Outcome
  /** a display does it to the stage: it sees no other board */
  as?: 'editor' | 'commenter' | 'display'
  /** it says nothing of its own before: no hello, no step 1 */
  atOnce?: boolean
}

/** The number of the marker and ping that follow the attack. */
const after = 777

/** Does it, by somebody who was never here, to a board of its own, and holds the server to its promises meanwhile and afterwards. */
export async function endure(ground: Ground, attack: Attack): Promise<void> {
  const plot = await ground.plot()
  const mayWrite = attack.mayWrite ?? attack.expect.includes('taken')
  await underGuard(ground, plot, { ...attack, mayWrite }, (canary) => bear(ground, plot, canary, attack))
}

/** Does it to a board that others are attacking too, and that must be as it was: for what is refused before it reaches one. */
export async function endureAtTheDoor(ground: Ground, plot: Plot, guard: Guard, attack: Attack): Promise<void> {
  await bear(ground, plot, guard.canary, attack)
  guard.glance()
}

async function bear(ground: Ground, plot: Plot, canary: Canary, attack: Attack): Promise<void> {
  const secret = attack.as && attack.as !== 'editor' ? await ground.link(attack.as, [plot.id]) : plot.code
  const { token } = await ground.join(secret)
  const attacker = ground.attacker(attack.as === 'display' ? ground.stageId : plot.documentId, token)
  try {
    await (attack.atOnce ? attacker.opened : attacker.join())
    await attacker.until(() => attack.atOnce === true || attacker.welcomes > 0)
    const asked = attacker.asked
    await attack.send(attacker, plot, canary)
    attacker.say(message(messageType.marker, after))
    attacker.say(message(messageType.ping, after))
    await fares(attacker, attack, asked)
  } finally {
    attacker.leave()
  }
}

/** How long somebody who is not answered counts as slowed, ms. */
const patienceMs = 200

async function fares(attacker: Attacker, attack: Attack, askedBefore: number): Promise<void> {
  const isReader = attack.as === 'commenter' || attack.as === 'display'
  const from = performance.now()
  const outcome = (): Outcome => {
    if (!attack.expect.includes('slowed')) return outcomeOf(attacker, askedBefore, isReader)
    if (attacker.closed !== null || attacker.pongs.includes(after)) return attacker.closed ?? 'not slowed'
    return performance.now() - from > patienceMs ? 'slowed' : 'not answered'
  }
  const hoped = attack.expect.split(' or ')
  await vi.waitFor(() => expect(hoped).toContain(outcome()), { timeout: 5_000, interval: 3 })
}

function outcomeOf(attacker: Attacker, askedBefore: number, isReader: boolean): Outcome {
  if (attacker.closed !== null) return attacker.closed
  const [notice] = attacker.notices
  if (notice !== undefined) return `told ${notice}`
  if (attacker.acks.includes(after)) return 'taken'
  if (isReader && attacker.pongs.includes(after)) return 'heard'
  return attacker.asked > askedBefore ? 'missing' : 'not answered'
}
