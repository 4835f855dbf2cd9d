import { messageType, protocolVersion } from '../../../shared/protocol.ts'
import { message } from '../../server/sync/test-client.ts'
import type { Attack, Outcome } from '../attack.ts'
import { item, text, update } from '../update-bytes.ts'
import { bytes, change, joined, nothing, step1, step2, sync, utf8, varints, vector } from './bytes.ts'

const say = (name: string, sent: Uint8Array | readonly Uint8Array[], expect: Outcome, more: Partial<Attack> = {}) => ({
  name,
  send: (attacker: Parameters<Attack['send']>[0]) =>
    (sent instanceof Uint8Array ? [sent] : sent).forEach((each) => attacker.say(each)),
  expect,
  mayWrite: false,
  ...more,
})
const malformed = (name: string, sent: Uint8Array): Attack => say(name, sent, '4400 malformed')
const harmless = (name: string, sent: Uint8Array | readonly Uint8Array[], more: Partial<Attack> = {}): Attack =>
  say(name, sent, 'taken', more)

const { hello, marker, ping, awareness, queryAwareness, welcome, ack, notice, pong, auth } = messageType
const tooLarge = ['2^53', '2^70 − 1', 'infinity', 'a number without end'] as const

const types: Attack[] = [
  ...[4, 5, 42, 99, 107, 127, 128, 255, 16_384].map((type) =>
    malformed(`a message of the unknown type ${type}`, message(type)),
  ),
  ...Object.entries({ welcome, ack, notice, pong, auth }).map(([name, type]) =>
    malformed(`a message that only a server sends: ${name}`, message(type, 1, 'notAllowed')),
  ),
  ...Object.entries(varints).map(([name, number]) => malformed(`a type of ${name}`, bytes(...number))),
  malformed('a type cut off', bytes(0x80)),
  malformed('a type in more bytes than it needs, and nothing after it', bytes(0x80, 0)),
  malformed('two messages in one frame', joined(message(ping, 1), message(ping, 2))),
  malformed('a change with something after it', joined(change(update([])), bytes(0))),
]

const numbers: Attack[] = [
  ...tooLarge.flatMap((name) => [
    malformed(`a marker of ${name}`, bytes(marker, ...varints[name])),
    malformed(`a ping of ${name}`, bytes(ping, ...varints[name])),
    malformed(`a hello by the protocol ${name}`, bytes(hello, ...varints[name], 0)),
    malformed(`an epoch as long as ${name}`, bytes(hello, protocolVersion, ...varints[name])),
    malformed(`a change as long as ${name}`, bytes(0, 2, ...varints[name])),
    malformed(`a step 1 as long as ${name}`, bytes(0, 0, ...varints[name])),
    malformed(`presence as long as ${name}`, bytes(awareness, ...varints[name])),
    malformed(`a step ${name}`, bytes(0, ...varints[name], 0)),
  ]),
  harmless('a marker and a ping of 2^53 − 1', [
    bytes(marker, ...varints['2^53 − 1']),
    bytes(ping, ...varints['2^53 − 1']),
  ]),
  ...(['2^31', '2^32', '2^53 − 1'] as const).map((name) =>
    malformed(`a change of 3 bytes that says ${name}`, joined(bytes(0, 2, ...varints[name]), bytes(0, 0, 0))),
  ),
]

const cut: Attack[] = [
  malformed('a sync message without a step', bytes(0)),
  malformed('a step 3', sync(3, bytes(0))),
  malformed('a change without a length', bytes(0, 2)),
  malformed('a change shorter than it says', bytes(0, 2, 9, 0, 0)),
  malformed('a hello without an epoch', bytes(hello, protocolVersion)),
  malformed('a hello without anything', bytes(hello)),
  malformed('a marker without a number', bytes(marker)),
  malformed('a marker with something after it', bytes(marker, 1, 1)),
  malformed('a ping without a number', bytes(ping)),
  malformed('a question for presence with something after it', bytes(queryAwareness, 0)),
]

const hellos: Attack[] = [
  say('a hello by protocol 0', message(hello, 0, ''), '4426 protocolTooOld'),
  harmless('a hello by a protocol that is not made yet', message(hello, 2 ** 40, '')),
  say('the epoch of another document', message(hello, protocolVersion, 'older'), '4409 epochChanged'),
  say('an epoch of 900,000 letters', message(hello, protocolVersion, 'e'.repeat(900_000)), '4409 epochChanged'),
  say('the epoch __proto__', message(hello, protocolVersion, '__proto__'), '4409 epochChanged'),
  harmless('a second hello', message(hello, protocolVersion, '')),
  harmless(
    '2,000 hellos',
    Array.from({ length: 2_000 }, () => message(hello, protocolVersion, '')),
  ),
  malformed('an epoch that is no UTF-8', bytes(hello, protocolVersion, 2, 0xff, 0xfe)),
  {
    ...say(
      'a change before hello and step 1',
      [
        change(update([{ client: 4_201, structs: [item(text('før'))] }])),
        message(hello, protocolVersion, ''),
        step1(bytes(0)),
      ],
      'taken',
    ),
    mayWrite: true,
    atOnce: true,
  },
  {
    ...malformed('nonsense before hello', bytes(77)),
    atOnce: true,
  },
]

const vectors: Attack[] = [
  malformed('a state vector of nothing', step1(nothing)),
  malformed('a state vector that is none', step1(bytes(5, 1))),
  ...Object.entries(varints).map(([name, number]) =>
    malformed(`a state vector of ${name} clients`, step1(bytes(...number))),
  ),
  ...(['2^53', '2^70 − 1', 'a number without end'] as const).flatMap((name) => [
    malformed(`a state vector with the client ${name}`, step1(bytes(1, ...varints[name], 1))),
    malformed(`a state vector with the clock ${name}`, step1(bytes(1, 9, ...varints[name]))),
  ]),
  malformed('a state vector with something after it', step1(bytes(0, 1, 2, 3))),
  harmless(
    'a state vector from the future of all clients',
    step1(
      vector([
        [1, 2 ** 40],
        [2, 2 ** 40],
      ]),
    ),
  ),
  harmless(
    'a state vector that names a client twice',
    step1(
      vector([
        [7, 1],
        [7, 2],
        [7, 0],
      ]),
    ),
  ),
  harmless(
    'a state vector of 60,000 clients that nobody knows',
    step1(vector(Array.from({ length: 60_000 }, (_, at) => [at + 1, 9] as const))),
  ),
  harmless(
    '300 state vectors of 300 different clients',
    Array.from({ length: 300 }, (_, round) =>
      step1(vector(Array.from({ length: 300 }, (_, at) => [round * 300 + at + 1, 9] as const))),
    ),
  ),
]

const answers: Attack[] = [
  malformed('a step 2 of letters', step2(utf8('hei på deg'))),
  malformed('a step 2 of nothing', step2(nothing)),
  malformed('a step 2 of one byte', step2(bytes(0))),
  malformed('a step 2 of ones', step2(new Uint8Array(500).fill(0xff))),
  harmless('a step 2 that nobody asked for, with nothing in it', step2(bytes(0, 0))),
]

/** Messages that are none, or that say what nobody would. */
export const messageAttacks: Attack[] = [...types, ...numbers, ...cut, ...hellos, ...vectors, ...answers]
