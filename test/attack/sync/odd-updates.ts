import { expect } from 'vitest'
import * as Y from 'yjs'
import { schemaVersion, versionOf } from '../../../shared/schema/migrations.ts'
import type { Attack, Outcome } from '../attack.ts'
import {
  any,
  anyBytes,
  binary,
  deleted,
  embed,
  format,
  gc,
  item,
  json,
  skip,
  text,
  type,
  update,
  type Content,
  type Deletion,
  type Struct,
} from '../update-bytes.ts'
import { bytes, step2 } from './bytes.ts'

const client = 4_401

const send = (name: string, sent: Uint8Array, expected: Outcome, more: Partial<Attack> = {}): Attack => ({
  name,
  send: (attacker) => attacker.update(sent),
  expect: expected,
  ...more,
})
const block = (structs: readonly Struct[], clock = 0, deletions: Deletion[] = []): Uint8Array =>
  update([{ client, clock, structs }], deletions)
/** Every editor may write so; nobody must suffer from it. */
const taken = (name: string, sent: Uint8Array, more: Partial<Attack> = {}): Attack => send(name, sent, 'taken', more)
const missing = (name: string, sent: Uint8Array): Attack => send(name, sent, 'missing')
const set = (key: string, content: Content, parent = 'goals'): Struct => item(content, { parent, sub: key })
const object = (json: string): unknown => JSON.parse(json)
const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))

/** What builds on something that never comes. */
export const withheld: Attack[] = [
  missing('the second change without the first', block([item(text('x'))], 5)),
  missing('a change at the clock 2^49', block([item(text('x'))], 2 ** 49)),
  missing('an item after one that never came', block([item(text('x'), { origin: [999, 0] })])),
  missing('an item before one that never came', block([item(text('x'), { right: [999, 0] })])),
  missing('an item in one that never came', block([item(text('x'), { parent: [999, 7], sub: 'k' })])),
  missing('an item after one far ahead in another', block([item(text('x'), { origin: [999, 2 ** 49] })])),
  missing('a change after a gap', block([skip(3), item(text('x'))])),
  missing('a gap of 2^49', block([skip(2 ** 49), item(text('x'))])),
  missing('what nobody wrote, deleted', update([], [{ client: 999, ranges: [[0, 5]] }])),
  missing('2^49 of what nobody wrote, deleted', update([], [{ client: 999, ranges: [[0, 2 ** 49]] }])),
  missing(
    '5,000 clients that all miss something',
    update(many(5_000, (at) => ({ client: 10_000 + at, clock: 1, structs: [gc(1)] }))),
  ),
  {
    name: 'two clients that each build on the other',
    send: (attacker) =>
      attacker.update(
        update([
          { client: 801, structs: [item(text('x'), { origin: [802, 0] })] },
          { client: 802, structs: [item(text('y'), { origin: [801, 0] })] },
        ]),
      ),
    expect: 'missing',
  },
  {
    name: '2,000 changes, the first of them withheld',
    send: (attacker) => many(2_000, (at) => block([item(text('x'))], at + 1)).forEach((sent) => attacker.update(sent)),
    expect: 'missing',
  },
  {
    name: 'a step 2 with a part missing, again and again',
    send: (attacker) => {
      for (let at = 0; at < 100; at += 1) attacker.say(step2(block([item(text('x'))], at + 1)))
    },
    expect: 'missing',
  },
  {
    name: '30 changes of 100 kB that wait for one that never comes',
    send: (attacker) => {
      const sent = block([item(binary(new Uint8Array(100_000)))], 1)
      for (let at = 0; at < 30; at += 1) attacker.update(sent)
    },
    expect: 'missing',
  },
]

const clientOf = (canary: { client: { doc: Y.Doc } }): number => canary.client.doc.clientID
const lastId = 2 ** 50 - 1

/** Who writes under which client id. */
export const forged: Attack[] = [
  ...[0, 100, 2 ** 40].map(
    (ahead): Attack => ({
      name: `goes on where somebody else writes, ${ahead} ahead`,
      send: (attacker, _, canary) => {
        const clock = Y.getState(canary.client.doc.store, clientOf(canary)) + ahead
        const structs = [item(text('x'.repeat(5_000)))]
        attacker.update(update([{ client: clientOf(canary), clock, structs }]))
      },
      expect: '4403 notAllowed',
    }),
  ),
  {
    name: 'goes on where somebody else writes, among 50 of its own',
    send: (attacker, _, canary) => {
      const own = many(50, (at) => ({ client: 5_000 + at, structs: [item(text('x'))] }))
      attacker.update(update([...own, { client: clientOf(canary), structs: [gc(100_000)] }]))
    },
    expect: '4403 notAllowed',
  },
  {
    name: 'writes anew what somebody else has written',
    send: (attacker, _, canary) => attacker.update(update([{ client: clientOf(canary), structs: [item(text('x'))] }])),
    expect: 'taken',
    mayWrite: false,
  },
  {
    name: 'makes deleted what somebody else has written, by a stretch in its place',
    send: (attacker, _, canary) => attacker.update(update([{ client: clientOf(canary), structs: [gc(1)] }])),
    expect: 'taken',
    mayWrite: false,
  },
  ...[0, 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 48, lastId].map((id) =>
    taken(`the client id ${id}`, update([{ client: id, structs: [item(text('x'))] }])),
  ),
  taken('1,000 client ids in one update', update(many(1_000, (at) => ({ client: 20_000 + at, structs: [gc(1)] })))),
  send(
    'a client twice in one update',
    update([
      { client, clock: 1, structs: [item(text('b'))] },
      { client, structs: [item(text('a'))] },
    ]),
    '4400 malformed',
  ),
]

const names = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '',
  ' ',
  '\u0000',
  'length',
]
const roots = [...names, 'toJSON', 'get', 'destroy', 'store', 'share', 'transact', '_item', '\u202e']

/** Names that mean something to JavaScript, or to us. */
export const named: Attack[] = [
  ...names.flatMap((key) => [
    taken(`a goal called ${JSON.stringify(key)} that is a number`, block([set(key, any(7))])),
    taken(`a goal called ${JSON.stringify(key)} that is a map`, block([set(key, type(1)), item(any('x'), { parent: [client, 0], sub: key })])), // prettier-ignore
  ]),
  ...roots.map((root) => taken(`a root called ${JSON.stringify(root)}`, block([item(text('x'), { parent: root })]))),
  ...['__proto__', 'constructor', 'toJSON'].map((key) =>
    taken(`a value with the key ${key}`, block([set('x', any(object(`{"${key}":{"isAdmin":true},"a":1}`)))])),
  ),
  taken('a value whose prototype would be another', block([set('x', anyBytes(1, [118, 1, 9, ...Buffer.from('__proto__'), 118, 1, 1, 0x61, 120]))])), // prettier-ignore
  taken('a look of a text called __proto__', block([item(format('__proto__', '{"a":1}'))])),
  taken('JSON with the key __proto__', block([item(json('{"__proto__":{"isAdmin":true}}'))])),
  taken('a root that is a list where a map belongs', block([item(any(1, 2, 3), { parent: 'goals' })])),
  taken('a root that is a text where a map belongs', block([item(text('mål'), { parent: 'goals' })])),
  ...[0, 2, 3, 4, 5, 6].map((kind) =>
    taken(`a goal that is the shared type ${kind}`, block([set('g', type(kind, 'p'))])),
  ),
  taken('a key of 100,000 letters', block([set('n'.repeat(100_000), any(1))])),
  ...[999, 2 ** 53, -1, Number.NaN, '2', null, { a: 1 }].map((version) =>
    taken(`the schema version ${JSON.stringify(version)}`, block([set('schemaVersion', any(version), 'meta')]), {
      left: (doc) => expect(versionOf(doc)).toBe(schemaVersion),
    }),
  ),
  taken('all that the document says of itself deleted', update([]), {
    send: (attacker, _, canary) => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(canary.client.doc))
      const made: Uint8Array[] = []
      doc.on('update', (change: Uint8Array) => made.push(change))
      doc.getMap('meta').clear()
      made.forEach((change) => attacker.update(change))
    },
    left: (doc) => expect(versionOf(doc)).toBe(schemaVersion),
  }),
]

const value = (name: string, content: Content): Attack => taken(`a value: ${name}`, block([set('v', content, 'cards')]))

/** Content that no board of ours has, and Yjs knows. */
export const odd: Attack[] = [
  value('NaN', any(Number.NaN)),
  value('infinity', any(Number.POSITIVE_INFINITY)),
  value('−0', any(-0)),
  value('the smallest number there is', any(Number.MIN_VALUE)),
  value('2^53 − 1', any(Number.MAX_SAFE_INTEGER)),
  value('the largest whole number of 64 bits', any(2n ** 63n - 1n)),
  value('the smallest whole number of 64 bits', any(-(2n ** 63n))),
  value('nothing', any(undefined)),
  value('a number of 32 bits that is none', anyBytes(1, [124, 0x7f, 0xc0, 0, 1])),
  value('a number of 64 bits that is none', anyBytes(1, [123, 0xff, 0xf8, 0, 0, 0, 0, 0, 1])),
  value('bytes', any(bytes(1, 2, 3))),
  value('no bytes', binary(bytes())),
  value('32 lists in each other', anyBytes(1, [...many(32, () => [117, 1]).flat(), 126])),
  value('a list of 200,000 nothings', anyBytes(1, [117, 0xc0, 0x9a, 0x0c, ...many(200_000, () => 127)])),
  value('deleted content', deleted(7)),
  value('half a surrogate as it is cut', text('\ud83d\ude00'.slice(0, 1))),
  value('letters that turn the text round', any('\u202e\u2066gal\u0000')),
  ...[3, 4, 5, 6].map((kind) => taken(`XML of the kind ${kind}`, block([item(type(kind, 'script'))]))),
  taken('XML in XML with a handler', block([item(type(3, 'img')), item(any('alert(1)'), { parent: [client, 0], sub: 'onerror' })])), // prettier-ignore
  taken('a value in a text', block([item(embed('{"image":"http://a/b"}'), { parent: 'attack' })])),
  taken('values as JSON, undefined among them', block([item(json('1', 'undefined', '"a"', '{"a":[null]}'))])),
  taken('2,000 looks over each other', block(many(2_000, (at) => item(format(`f${at % 7}`, String(at)))))),
  taken(
    '2,000 looks that end before they begin',
    block(many(2_000, (at) => item(format('bold', at % 2 ? 'true' : 'null')))),
  ),
  taken('a stretch of 2^49 that is deleted for good', block([gc(2 ** 49)])),
  taken('10,000 deleted stretches for good', block(many(10_000, () => gc(1)))),
  taken('10,000 letters one by one, each before the last', block(many(10_000, (at) => item(text('x'), at === 0 ? {} : { right: [client, at - 1] })))), // prettier-ignore
  taken('1,000 values of one key', block(many(1_000, (at) => set('k', any(at))))),
  taken('100 roots less those there are', block(many(80, (at) => item(text('x'), { parent: `rot ${at}` })))),
  taken('in something deleted for good', block([gc(1), item(text('x'), { parent: [client, 0], sub: 'k' })])),
  taken(
    'in a letter, which holds nothing',
    block([item(text('x')), item(text('y'), { parent: [client, 0], sub: 'k' })]),
  ),
  taken('after a later one and before an earlier', block([item(text('a')), item(text('b'), { origin: [client, 0] }), item(text('c'), { origin: [client, 1], right: [client, 0] })])), // prettier-ignore
  taken('made and deleted in one update', block([item(text('kort'))], 0, [{ client, ranges: [[0, 4]] }])),
  taken('deleted twice, in pieces', block([item(text('kort'))], 0, [{ client, ranges: [[0, 1], [1, 1], [2, 2]] }])), // prettier-ignore
  {
    ...taken('everything that there is deleted', bytes()),
    send: (attacker, _, canary) => {
      const { clients } = canary.client.doc.store
      const all = [...clients.keys()].map(
        (id): Deletion => ({ client: id, ranges: [[0, Y.getState(canary.client.doc.store, id)]] }),
      )
      attacker.update(update([], all))
    },
    mayDelete: true,
  },
  {
    ...taken('every second thing deleted, in stretches of one', bytes()),
    send: (attacker, _, canary) => {
      const id = clientOf(canary)
      const end = Y.getState(canary.client.doc.store, id)
      attacker.update(update([], [{ client: id, ranges: many(Math.ceil(end / 2), (at) => [at * 2, 1]) }]))
    },
    mayDelete: true,
  },
]

const refused = (name: string, ...sent: readonly Uint8Array[]): Attack => ({
  name,
  send: (attacker) => sent.forEach((each) => attacker.update(each)),
  expect: '4400 malformed',
  // What comes before it is in order.
  mayWrite: sent.length > 1,
})
/** A map under a key of its own, to be deleted as a whole. */
const map = block([set('m', type(1))])
const inMap: { parent: readonly [number, number]; sub: string } = { parent: [client, 0], sub: 'k' }

/**
 * What Yjs takes at once and trips over later: it could not be deleted as a whole, or be made again from its own bytes, so
 * that nobody could open the board any more, or not everybody would see the same.
 */
export const misplaced: Attack[] = [
  refused('two values under one key', block([set('k', any(1, 2))])),
  refused('10,000 values under one key', block([set('k', any(...many(10_000, (at) => at)))])),
  refused('a value before another of its key', block([set('k', any(1)), item(any(2), { right: [client, 0] })])),
  refused('a text of two letters under a key', block([set('k', text('ab'))])),
  refused(
    'two values under one key of which the last is deleted, and their map after them',
    map,
    block([item(any(1, 2), inMap)], 1),
    update([], [{ client, ranges: [[2, 1]] }]),
    update([], [{ client, ranges: [[0, 1]] }]),
  ),
  taken(
    'two values under one key, deleted together with their map',
    block([set('m', type(1)), item(any(1, 2), inMap)], 0, [{ client, ranges: [[0, 1], [2, 1]] }]), // prettier-ignore
  ),
  refused(
    'after an item of one list and before one of another',
    block([
      item(text('a'), { parent: 'en' }),
      item(text('b'), { parent: 'to' }),
      item(text('c'), { origin: [client, 0], right: [client, 1] }),
    ]),
  ),
  refused(
    'after an item of a list and before the value of a key',
    block([item(text('a')), set('k', any(1)), item(text('c'), { origin: [client, 0], right: [client, 1] })]),
  ),
  refused(
    'after the value of one key and before that of another',
    block([set('en', any(1)), set('to', any(2)), item(any(3), { origin: [client, 0], right: [client, 1] })]),
  ),
  refused(
    'after an item of a list that stays and before one of a list that goes',
    map,
    block([item(text('a'))], 1),
    block([item(text('b'), { parent: [client, 0] }), item(text('c'), { origin: [client, 1], right: [client, 2] })], 2),
    update([], [{ client, ranges: [[0, 1]] }]),
  ),
]
