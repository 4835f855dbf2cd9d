import { serverLimits } from '../../../server/limits.ts'
import { messageType, syncType } from '../../../shared/protocol.ts'
import { message } from '../../server/sync/test-client.ts'
import type { Attack, Outcome } from '../attack.ts'
import { frameOf, type FrameShape } from '../attacker.ts'
import { item, text, update } from '../update-bytes.ts'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const nothing = bytes()
const letters = (count: number): Uint8Array => new Uint8Array(count).fill(0x61)
/** A change that would be taken, were it not for the frame round it. */
const change = message(messageType.sync, syncType.update, update([{ client: 4_101, structs: [item(text('smuglet'))] }]))
const ping = message(messageType.ping, 1)

const frame = (name: string, payload: Uint8Array, shape: FrameShape, expect: Outcome): Attack => ({
  name,
  send: (attacker) => attacker.raw(frameOf(payload, shape)),
  expect,
})
const frames = (name: string, sent: readonly Uint8Array[], expect: Outcome): Attack => ({
  name,
  send: (attacker) => sent.forEach((each) => attacker.raw(each)),
  expect,
})
const cutOff = (name: string, sent: Uint8Array): Attack => ({
  name,
  send: (attacker) => void attacker.socket.end(sent),
  expect: 'cut',
})
const closing = (name: string, payload: Uint8Array, expect: Outcome, shape: FrameShape = {}): Attack =>
  frame(`a close ${name}`, payload, { opcode: 8, ...shape }, expect)

const broken: Attack[] = [
  ...[1, 2, 4, 7].map((rsv) => frame(`a change with reserved bits ${rsv}`, change, { rsv }, '1002')),
  ...[3, 4, 5, 6, 7, 11, 12, 13, 14, 15].map((opcode) =>
    frame(`a frame of the unknown kind ${opcode}`, change, { opcode }, '1002'),
  ),
  frame('a change that is not masked', change, { masked: false }, '1002'),
  frame('a close that is not masked', nothing, { opcode: 8, masked: false }, '1002'),
  frame('the end of a message that never began', change, { opcode: 0 }, '1002'),
  frame('the middle of a message that never began', change, { opcode: 0, fin: false }, '1002'),
  frames('a message begun within another', [frameOf(change, { fin: false }), frameOf(change)], '1002'),
  frames('a text begun within a change', [frameOf(change, { fin: false }), frameOf(letters(1), { opcode: 1 })], '1002'),
  frame('a ping in pieces', letters(3), { opcode: 9, fin: false }, '1002'),
  frame('a pong in pieces', letters(3), { opcode: 10, fin: false }, '1002'),
  frame('a ping of 126 bytes', letters(126), { opcode: 9 }, '1002'),
  frame('a pong of 70,000 bytes', letters(70_000), { opcode: 10 }, '1002'),
  frame('a ping with a reserved bit', letters(3), { opcode: 9, rsv: 4 }, '1002'),
]

const closes: Attack[] = [
  closing('with half a code', bytes(3), '1002'),
  ...[0, 999, 1004, 1005, 1006, 1015, 2999, 5000, 65_535].map((code) =>
    closing(`with the code ${code} that nobody may send`, bytes(code >> 8, code & 255), '1002'),
  ),
  closing('with a reason that is no UTF-8', bytes(3, 232, 0xff, 0xfe), '1007'),
  closing('of 126 bytes', letters(126), '1002'),
  closing('in pieces', bytes(3, 232), '1002', { fin: false }),
  frames('a change after its own close', [frameOf(bytes(3, 232), { opcode: 8 }), frameOf(change)], '1000'),
]

const texts: Attack[] = [
  frame('a text', letters(5), { opcode: 1 }, '4400 malformed'),
  frame('an empty text', nothing, { opcode: 1 }, '4400 malformed'),
  frame('a change that says it is text', change, { opcode: 1 }, '1007'),
  frame('a text that is no UTF-8', bytes(0xc3, 0x28), { opcode: 1 }, '1007'),
  frame('a text with half a surrogate', bytes(0xed, 0xa0, 0x80), { opcode: 1 }, '1007'),
  frame('a text with a letter in more bytes than it needs', bytes(0xc0, 0x80), { opcode: 1 }, '1007'),
  frames(
    'a text cut within a letter',
    [frameOf(bytes(0xc3), { opcode: 1, fin: false }), frameOf(bytes(0x28), { opcode: 0 })],
    '1007',
  ),
]

const huge = serverLimits.frameBytes
const lengths: Attack[] = [
  frame('nothing at all', nothing, {}, '4400 malformed'),
  frames(
    'nothing at all, in two pieces',
    [frameOf(nothing, { fin: false }), frameOf(nothing, { opcode: 0 })],
    '4400 malformed',
  ),
  frame('one byte above the limit', new Uint8Array(huge + 1), {}, '4413 frameTooLarge'),
  frame('twice the limit and more', new Uint8Array(huge * 2 + 1), {}, '1009'),
  frames(
    'the limit in pieces, and one byte',
    [frameOf(new Uint8Array(huge), { fin: false }), frameOf(bytes(0), { opcode: 0 })],
    '4413 frameTooLarge',
  ),
  frames(
    'pieces without end, far above the limit',
    [frameOf(new Uint8Array(huge), { fin: false }), frameOf(new Uint8Array(huge + 1), { opcode: 0, fin: false })],
    '1009',
  ),
  frame('a length of 1 GB', letters(9), { length: { told: 2 ** 30 } }, '1009'),
  frame('a length of 2^53', letters(9), { length: { told: 2n ** 53n } }, '1009'),
  frame('a length of 2^64 − 1', letters(9), { length: { told: 2n ** 64n - 1n } }, '1009'),
  { ...frame('a small length told in eight bytes', ping, { length: { told: 2, as: 64 } }, 'taken'), mayWrite: false },
  { ...frame('a small length told in two bytes', ping, { length: { told: 2, as: 16 } }, 'taken'), mayWrite: false },
  frame('a length shorter than the bytes: the rest is no frame', change, { length: { told: 3 } }, '4400 malformed'),
  cutOff('a change cut off, and gone', frameOf(change).subarray(0, -1)),
  cutOff('half a header, and gone', frameOf(change).subarray(0, 1)),
]

const notFrames: Attack[] = [
  frames('an HTTP request where frames belong', [Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n')], '1002'),
  frames('the beginning of TLS', [bytes(0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3)], '1002'),
  frames('zeros', [new Uint8Array(1_000)], '1002'),
  frames('ones', [new Uint8Array(1_000).fill(0xff)], '1002'),
  {
    ...frames(
      'a change in a piece for each byte',
      [...change].map((byte, at) => frameOf(bytes(byte), { opcode: at === 0 ? 2 : 0, fin: at === change.length - 1 })),
      'taken',
    ),
  },
  frames(
    '20,000 empty pieces of one message',
    [
      Buffer.concat([
        frameOf(nothing, { fin: false }),
        ...Array(20_000).fill(frameOf(nothing, { opcode: 0, fin: false })),
      ]),
    ],
    '1008',
  ),
]

/** Frames that no WebSocket client would write, and lengths that are lies. */
export const frameAttacks: Attack[] = [...broken, ...closes, ...texts, ...lengths, ...notFrames]
