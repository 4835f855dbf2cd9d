import { serverLimits } from '../../../server/limits.ts'
import { messageType } from '../../../shared/protocol.ts'
import { message } from '../../server/sync/test-client.ts'
import type { Attack, Outcome } from '../attack.ts'
import { bytes, joined, nothing, utf8, varints } from './bytes.ts'

type Entry = [clientId: number, clock: number, json: string]

const own = 4_501
const payload = (...entries: Entry[]): Uint8Array => message(entries.length, ...entries.flat())
const presence = (bytesOf: Uint8Array): Uint8Array => message(messageType.awareness, bytesOf)
const send = (name: string, sent: readonly Uint8Array[], expect: Outcome, more: Partial<Attack> = {}): Attack => ({
  name: `presence: ${name}`,
  send: (attacker) => sent.forEach((each) => attacker.say(presence(each))),
  expect,
  mayWrite: false,
  ...more,
})
const malformed = (name: string, sent: Uint8Array): Attack => send(name, [sent], '4400 malformed')
const tooLarge = (name: string, sent: Uint8Array): Attack => send(name, [sent], '4413 frameTooLarge')
const harmless = (name: string, ...sent: Uint8Array[]): Attack => send(name, sent, 'taken')
const state = (json: string): Uint8Array => payload([own, 1, json])
const stateOf = (raw: readonly number[]): Uint8Array => joined([1, 5, 1, raw.length], raw)
const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))
const { awarenessBytes } = serverLimits

/** What somebody may say of themselves to the others in the room. */
export const presenceAttacks: Attack[] = [
  malformed('nothing', nothing),
  malformed('more people than there are', message(2, own, 1, '{}')),
  malformed('something after the end', joined(state('{}'), bytes(0))),
  malformed('a state cut off', state('{"a":1}').subarray(0, -2)),
  ...(['2^31', '2^32', '2^53 − 1', '2^53', '2^70 − 1', 'infinity'] as const).flatMap((name) => [
    malformed(`${name} people`, joined(varints[name], bytes(own, 1, 2, 0x7b, 0x7d))),
    malformed(`a state as long as ${name}`, joined(bytes(1, 5, 1), varints[name], utf8('{}'))),
  ]),
  ...(['2^53 − 1', '2^53', '2^70 − 1', 'infinity'] as const).map((name) =>
    malformed(`the clock ${name}`, joined(bytes(1, 5), varints[name], bytes(2, 0x7b, 0x7d))),
  ),
  ...(['2^53', '2^70 − 1', 'infinity'] as const).map((name) =>
    malformed(`the client id ${name}`, joined(bytes(1), varints[name], bytes(1, 2, 0x7b, 0x7d))),
  ),
  ...['{', '', 'undefined', '[]', '[{}]', '7', '"Kari"', 'true', '{"a":1}x', '\u0000'].map((json) =>
    malformed(`a state that is no object: ${JSON.stringify(json)}`, state(json)),
  ),
  malformed('a state that is no UTF-8', stateOf([0x22, 0xff, 0xfe, 0x22])),
  malformed('lists 900 deep', state('['.repeat(900) + ']'.repeat(900))),
  tooLarge('a state above the limit', state(`{"a":"${'x'.repeat(awarenessBytes)}"}`)),
  tooLarge('a state of 900,000 letters', state(`{"a":"${'x'.repeat(900_000)}"}`)),
  tooLarge('10,000 people', payload(...many(10_000, (at): Entry => [at + 1, 1, '{"a":1}']))),
  harmless('nobody at all', bytes(0)),
  harmless('objects 300 deep', state('{"a":'.repeat(300) + '1' + '}'.repeat(300))),
  harmless(
    'the keys of JavaScript',
    state('{"__proto__":{"user":{"name":"Sjef"}},"constructor":1,"toJSON":"x","user":"x"}'),
  ),
  harmless('another name and role', state('{"user":{"personId":"p","name":"Sjef","role":"facilitator"}}')),
  harmless('half a surrogate', state('{"a":"\\ud800"}')),
  harmless(
    'a clock that goes backwards',
    payload([own, 9, '{}']),
    payload([own, 3, '{"a":1}']),
    payload([own, 0, 'null']),
  ),
  harmless('the same client twice in one message', payload([own, 1, '{}'], [own, 2, 'null'], [own, 1, '{}'])),
  harmless('1,000 others declared gone', state('{}'), payload(...many(1_000, (at): Entry => [at + 1, 1_000, 'null']))),
  harmless('the client id 0', payload([0, 1, '{}'])),
  harmless('another client id with each message', ...many(500, (at) => payload([at + 1, 1, '{}']))),
  harmless('comes and goes 500 times', ...many(500, (at) => payload([own, at + 1, at % 2 ? 'null' : '{}']))),
  send('what is no JSON, of another person', [payload([4_599, 1, '{}'], [7, 1, '{'])], 'taken'),
  send('by a projector, which is nobody', [payload([own, 1, '{}'])], 'heard', { as: 'display' }),
  send('nonsense by a projector', [bytes(9, 9, 9)], 'heard', { as: 'display' }),
  send('by somebody who only reads', [payload([own, 1, '{"a":1}'])], 'heard', { as: 'commenter' }),
]
