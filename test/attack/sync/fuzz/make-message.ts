import type { SeededRandom } from '../../../sim/random.ts'
import { messageType } from '../../../../shared/protocol.ts'
import { message } from '../../../server/sync/test-client.ts'
import { joined, sync, varints, vector } from '../bytes.ts'
import type { Known } from './make-update.ts'

const states = ['{}', 'null', '{"user":{"name":"x"}}', '{"cursor":{"x":1,"y":2}}', '[]', '{', '{"__proto__":{"a":1}}']
const numbers = Object.values(varints)

/** One message of the protocol, with a number, an epoch or a payload that may be anything. */
export function makeMessage(random: SeededRandom, known: Known): Uint8Array {
  const number = (): number[] =>
    random.chance(0.7) ? [random.whole(0, 127)] : (random.pick(numbers) ?? [random.whole(0, 127)])
  switch (random.whole(0, 7)) {
    case 0:
      return joined([messageType.marker], number())
    case 1:
      return joined([messageType.ping], number())
    case 2:
      return joined([messageType.hello], number(), message(random.pick(['', 'e-team:a', 'x']) ?? ''))
    case 3:
      return message(messageType.queryAwareness)
    case 4:
      return message(messageType.awareness, presence(random))
    case 5:
      return sync(0, vectorOf(random, known))
    case 6:
      return joined(number(), bytesOf(random))
    default:
      return sync(random.whole(0, 3), bytesOf(random))
  }
}

function bytesOf(random: SeededRandom): Uint8Array {
  return Uint8Array.from({ length: random.whole(0, 40) }, () => random.whole(0, random.chance(0.5) ? 255 : 9))
}

function vectorOf(random: SeededRandom, known: Known): Uint8Array {
  const clocks = known
    .filter(() => random.chance(0.5))
    .map(([client, end]) => [client, random.whole(0, end + 2)] as const)
  return vector([...clocks, [random.whole(0, 99), random.whole(0, 99)]])
}

function presence(random: SeededRandom): Uint8Array {
  const entries = Array.from({ length: random.whole(0, 4) }, () => [
    random.whole(0, 9),
    random.whole(0, 20),
    random.pick(states) ?? '{}',
  ])
  return message(random.chance(0.95) ? entries.length : random.whole(0, 200), ...entries.flat())
}
