import * as Y from 'yjs'
import { serverLimits } from '../../../server/limits.ts'
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
  raw,
  skip,
  subdocument,
  text,
  type,
  update,
  type Block,
  type Content,
  type Deletion,
  type Struct,
} from '../update-bytes.ts'
import { bytes, joined, utf8, varints } from './bytes.ts'

const client = 4_301

const send = (name: string, sent: Uint8Array, expect: Outcome): Attack => ({
  name,
  send: (attacker) => attacker.update(sent),
  expect,
})
const malformed = (name: string, sent: Uint8Array): Attack => send(name, sent, '4400 malformed')
const tooDeep = (name: string, sent: Uint8Array): Attack => send(name, sent, '4422 tooDeep')
const block = (structs: readonly Struct[], more: Partial<Block> = {}): Uint8Array =>
  update([{ client, structs, ...more }])
const content = (one: Content): Uint8Array => block([item(one)])
const valueOf = (written: readonly number[]): Uint8Array => content(anyBytes(1, written))
const value = (...written: number[]): Uint8Array => valueOf(written)
const deletions = (...all: Deletion[]): Uint8Array => update([], all)
const tooLarge = ['2^53', '2^70 − 1', 'infinity', 'a number without end'] as const

const counts: Attack[] = [
  malformed('nothing', bytes()),
  malformed('half of the update that changes nothing', bytes(0)),
  malformed('something after the end', joined(content(text('x')), bytes(0))),
  ...Object.entries(varints).flatMap(([name, number]) => [
    malformed(`${name} clients`, bytes(...number)),
    malformed(`${name} structs`, bytes(1, ...number, 7, 0)),
    malformed(`${name} clients whose changes are deleted`, bytes(0, ...number)),
    malformed(`${name} deleted stretches`, bytes(0, 1, 7, ...number)),
    malformed(`a text as long as ${name}`, bytes(1, 1, 7, 0, 4, 1, 1, 0x61, ...number)),
    malformed(`${name} plain values`, bytes(1, 1, 7, 0, 8, 1, 1, 0x61, ...number)),
  ]),
  ...tooLarge.flatMap((name) => [
    malformed(`the client ${name}`, bytes(1, 1, ...varints[name], 0, 0, 1, 0)),
    malformed(`the clock ${name}`, bytes(1, 1, 7, ...varints[name], 0, 1, 0)),
    malformed(`a stretch as long as ${name}`, bytes(1, 1, 7, 0, 0, ...varints[name], 0)),
    malformed(`an origin at ${name}`, bytes(1, 1, 7, 0, 0x84, 9, ...varints[name], 1, 0x61, 0)),
    malformed(`a deletion from ${name}`, bytes(0, 1, 7, 1, ...varints[name], 1)),
    malformed(`a deletion as long as ${name}`, bytes(0, 1, 7, 1, 0, ...varints[name])),
  ]),
  malformed('more structs than are there', block([item(text('x'))], { count: 2 })),
  malformed('fewer structs than are there', block([item(text('x')), item(text('y'))], { count: 1 })),
  malformed('more deletions than are there', deletions({ client, ranges: [[0, 1]], count: 2 })),
]

const structs: Attack[] = [
  ...[11, 12, 13, 14, 15, 27, 31].map((ref) =>
    malformed(`content of the unknown kind ${ref}`, content({ ref, write: () => undefined })),
  ),
  malformed('an item without content', block([raw([4, 1, 1, 0x61])])),
  malformed('a stretch of nothing', block([gc(0)])),
  malformed('a gap of nothing', block([skip(0)])),
  malformed('deleted content of nothing', content(deleted(0))),
  malformed('a text of nothing', content(text(''))),
  malformed('no plain values', content(any())),
  malformed('no values as JSON', content(json())),
  malformed('bytes that are not there', block([raw([3, 1, 1, 0x61, 9, 1])])),
  malformed('a text that is no UTF-8', block([raw([4, 1, 1, 0x61, 2, 0xff, 0xfe])])),
  malformed('a root whose name is no UTF-8', block([raw([4, 1, 1, 0xff, 1, 0x61])])),
  malformed('an item after itself', block([item(text('x'), { origin: [client, 0] })])),
  malformed('an item before itself', block([item(text('x'), { right: [client, 0] })])),
  malformed('an item in itself', block([item(text('x'), { parent: [client, 0] })])),
  malformed(
    'two items, the first after the second',
    block([item(text('x'), { origin: [client, 1] }), item(text('y'))]),
  ),
  malformed('a stretch that ends beyond all numbers', block([gc(2 ** 50)])),
  malformed('stretches that end beyond all numbers together', block([gc(2 ** 49), gc(2 ** 49)])),
  malformed('an item at the last clock there is', block([item(text('xy'))], { clock: 2 ** 50 - 1 })),
  ...[7, 8, 100, 2 ** 31].map((kind) => malformed(`a shared type of the unknown kind ${kind}`, content(type(kind)))),
  malformed('an element without a name', block([raw([7, 1, 1, 0x61, 3])])),
  tooDeep('a document in the document', content(subdocument('undergrunn'))),
  tooDeep(
    'a document with options that pollute',
    content(subdocument('x', JSON.parse('{"__proto__":{"a":1}}') as object)),
  ),
]

const nested = (depth: number, opening: number): Uint8Array =>
  valueOf([...Array.from({ length: depth }, () => (opening === 118 ? [118, 1, 1, 0x61] : [117, 1])).flat(), 126])
const nestedJson = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

const values: Attack[] = [
  ...[0, 1, 100, 115].map((kind) => malformed(`a plain value of the unknown kind ${kind}`, value(kind))),
  malformed('an object of 2^31 keys', value(118, ...varints['2^31'])),
  malformed('a list of 2^31 values', value(117, ...varints['2^31'])),
  malformed('a list of 2^32 values', value(117, ...varints['2^32'])),
  malformed('a text in a value that is not all there', value(119, 50, 0x61)),
  malformed('bytes in a value that are not all there', value(116, 50, 1)),
  malformed('half a number', value(124, 1, 2)),
  malformed('half a large number', value(122, 1, 2, 3)),
  malformed('a whole number beyond all', value(125, ...Array<number>(30).fill(0xff))),
  malformed('a key that is no UTF-8', value(118, 1, 1, 0xff, 126)),
  ...[33, 1_000, 100_000].flatMap((depth) => [
    tooDeep(`lists in lists, ${depth} deep`, nested(depth, 117)),
    tooDeep(`objects in objects, ${depth} deep`, nested(depth, 118)),
    tooDeep(`JSON ${depth} deep`, content(json(nestedJson(depth)))),
    tooDeep(`a value in a text ${depth} deep`, content(embed(nestedJson(depth)))),
    tooDeep(`a look of a text ${depth} deep`, content(format('bold', nestedJson(depth)))),
  ]),
  ...['{', '', 'undefined', "{'a':1}", '[1,]', 'NaN', '{"a":1}}', '\u0000'].flatMap((written) => [
    malformed(`a value in a text that is no JSON: ${JSON.stringify(written)}`, content(embed(written))),
    malformed(`a look that is no JSON: ${JSON.stringify(written)}`, content(format('bold', written))),
  ]),
  malformed('values of which the last is no JSON', content(json('1', '"a"', '{'))),
]

const deletes: Attack[] = [
  malformed('stretches deleted twice', deletions({ client, ranges: [[0, 5], [4, 5]] })), // prettier-ignore
  malformed('stretches deleted in the wrong order', deletions({ client, ranges: [[9, 1], [0, 1]] })), // prettier-ignore
  malformed('nothing deleted', deletions({ client, ranges: [[0, 0]] })),
  malformed('a client twice', deletions({ client, ranges: [[0, 1]] }, { client, ranges: [[5, 1]] })),
  malformed('a stretch deleted beyond all numbers', deletions({ client, ranges: [[1, 2 ** 50]] })),
]

const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))
const { structsPerUpdate, clientsPerUpdate, rootsPerDocument } = serverLimits
const large: Attack[] = [
  tooDeep(`${structsPerUpdate + 1} structs`, block(many(structsPerUpdate + 1, () => gc(1)))),
  tooDeep(
    `${structsPerUpdate} deleted stretches`,
    deletions({ client, ranges: many(structsPerUpdate, (at) => [at * 2, 1]) }),
  ),
  tooDeep(
    `${clientsPerUpdate + 1} clients`,
    update(many(clientsPerUpdate + 1, (at) => ({ client: at + 9, structs: [gc(1)] }))),
  ),
  tooDeep(
    `${rootsPerDocument + 1} roots`,
    block(many(rootsPerDocument + 1, (at) => item(text('x'), { parent: `rot ${at}` }))),
  ),
  malformed('bytes of 900,000 zeros in an update', joined(bytes(0, 0), new Uint8Array(900_000))),
]

const other = new Y.Doc()
other.getText('t').insert(0, 'i et annet format')
const formats: Attack[] = [
  malformed('the second format of Yjs', Y.encodeStateAsUpdateV2(other)),
  malformed('JSON', utf8('{"type":"update"}')),
  malformed('a state vector', Y.encodeStateVector(other)),
  malformed('gzip', bytes(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3)),
  malformed('an update within an update', joined(bytes(1), Y.encodeStateAsUpdate(other))),
  malformed('bytes in the place of a shared type', content({ ...binary(bytes(1, 2, 3)), ref: 7 })),
]

/** Updates that Yjs could not read, would never write, or would trip over half-way. */
export const updateAttacks: Attack[] = [...counts, ...structs, ...values, ...deletes, ...large, ...formats]
