import { expect, vi } from 'vitest'
import { messageType } from '../../shared/protocol.ts'
import { message } from '../server/sync/test-client.ts'
import type { Attacker } from './attacker.ts'
import type { Canary } from './canary.ts'
import { underGuard, type Deed } from './guard.ts'
import type { Ground, Plot } from './ground.ts'

/**
 * How the sender fares. `taken`: acknowledged like any change. `missing`: not acknowledged, and asked for everything.
 * `told <code>`: refused by a notice, the session goes on. Anything else: how the socket ends, `<code> <reason>`.
 */
export type Outcome = string

/** One hostile thing that somebody does on a socket to a board. */
export type Attack = Deed & {
  name: string
  send: (attacker: Attacker, plot: Plot, canary: Canary) => void | Promise<void>
  expect: Outcome
  as?: 'editor' | 'commenter' | 'display'
  /** it says nothing of its own before: no hello, no step 1 */
  atOnce?: boolean
}

/** The number of the marker and ping that follow the attack. */
const after = 777

/** Does it with a person who was never here, and holds the server to its promises meanwhile and afterwards. */
export async function endure(ground: Ground, attack: Attack): Promise<void> {
  const plot = await ground.plot()
  const secret = attack.as && attack.as !== 'editor' ? await ground.link(attack.as, [plot.id]) : plot.code
  const { token } = await ground.join(secret)
  const mayWrite = attack.mayWrite ?? attack.expect === 'taken'
  await underGuard(ground, plot, { ...attack, mayWrite }, async (canary) => {
    const attacker = ground.attacker(plot.documentId, token)
    try {
      await (attack.atOnce ? attacker.opened : attacker.join())
      await attacker.until(() => attack.atOnce === true || attacker.welcomes > 0)
      const asked = attacker.asked
      await attack.send(attacker, plot, canary)
      attacker.say(message(messageType.marker, after))
      attacker.say(message(messageType.ping, after))
      const fared = (): Outcome => outcomeOf(attacker, asked)
      await vi.waitFor(() => expect(fared()).toBe(attack.expect), { timeout: 5_000, interval: 3 })
    } finally {
      attacker.leave()
    }
  })
}

function outcomeOf(attacker: Attacker, askedBefore: number): Outcome {
  if (attacker.closed !== null) return attacker.closed
  const [notice] = attacker.notices
  if (notice !== undefined) return `told ${notice}`
  if (attacker.acks.includes(after)) return 'taken'
  return attacker.asked > askedBefore ? 'missing' : 'not answered'
}
