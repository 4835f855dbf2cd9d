import { messageType, protocolVersion } from '../../../shared/protocol.ts'
import { message } from '../../server/sync/test-client.ts'
import type { Attack } from '../attack.ts'
import { frameOf, type Attacker } from '../attacker.ts'
import { binary, gc, item, text, update } from '../update-bytes.ts'
import { bytes, change, step1, step2, vector } from './bytes.ts'

const slowed = 'slowed or 4429 tooFast'

/** Sends so many frames in pieces as large as a network card would. */
function pour(attacker: Attacker, count: number, frame: (at: number) => Uint8Array): void {
  for (let at = 0; at < count; at += 1_000) {
    attacker.raw(Buffer.concat(Array.from({ length: Math.min(1_000, count - at) }, (_, more) => frame(at + more))))
  }
}

const flood = (name: string, count: number, frame: (at: number) => Uint8Array, more: Partial<Attack> = {}): Attack => ({
  name: `${count} ${name}`,
  send: (attacker) => pour(attacker, count, frame),
  expect: slowed,
  mayWrite: false,
  ...more,
})
const messages = (name: string, count: number, said: (at: number) => Uint8Array, more: Partial<Attack> = {}): Attack =>
  flood(name, count, (at) => frameOf(said(at)), more)

const client = 4_901
const presence = (at: number): Uint8Array =>
  message(messageType.awareness, message(1, 5, at, `{"cursor":{"x":${at},"y":0}}`))

/** Those who say without end what is in order once. */
export const floodAttacks: Attack[] = [
  flood('pings of the socket', 22_000, () => frameOf(bytes(), { opcode: 9 })),
  flood('pings of 125 bytes', 22_000, () => frameOf(new Uint8Array(125), { opcode: 9 })),
  flood('pongs that nobody asked for', 22_000, () => frameOf(bytes(), { opcode: 10 })),
  messages('pings', 22_000, (at) => message(messageType.ping, 1_000 + at)),
  messages('markers', 22_000, (at) => message(messageType.marker, at)),
  messages('hellos', 22_000, () => message(messageType.hello, protocolVersion, '')),
  messages('questions for presence', 22_000, () => message(messageType.queryAwareness)),
  messages('states of presence', 22_000, presence),
  messages('step 1 of one who has nothing', 22_000, () => step1(bytes(0))),
  messages('step 1 of ever another', 22_000, (at) => step1(vector([[at, 1]]))),
  messages('changes that change nothing', 22_000, () => change(bytes(0, 0))),
  messages('empty step 2', 22_000, () => step2(bytes(0, 0))),
  messages('changes of a letter', 22_000, (at) => change(update([{ client, clock: at, structs: [item(text('x'))] }])), {
    mayWrite: true,
  }),
  messages(
    'changes of ever another client',
    22_000,
    (at) => change(update([{ client: client + at, structs: [gc(1)] }])),
    {
      mayWrite: true,
    },
  ),
  messages('changes that build on nothing', 22_000, (at) =>
    change(update([{ client, clock: at + 1, structs: [gc(1)] }])),
  ),
  messages('things deleted that nobody wrote', 22_000, (at) => change(update([], [{ client, ranges: [[at, 1]] }]))),
  messages('changes by somebody who only reads', 22_000, () => change(bytes(9)), { as: 'commenter' }),
  {
    ...messages('changes of 400 kB', 60, (at) => change(update([{ client, clock: at, structs: [item(binary(new Uint8Array(400_000)))] }]))), // prettier-ignore
    mayWrite: true,
  },
  {
    name: 'everything at once: pings, markers, presence, changes and questions',
    send: (attacker) =>
      pour(attacker, 22_000, (at) => {
        const said = [
          message(messageType.ping, 1_000 + at),
          message(messageType.marker, at),
          presence(at),
          change(update([{ client, clock: Math.floor(at / 5), structs: [item(text('x'))] }])),
          step1(bytes(0)),
        ][at % 5]
        return frameOf(said ?? bytes())
      }),
    // Who asks so much does not read the answers fast enough.
    expect: `${slowed} or 1013 tooSlow`,
    mayWrite: true,
  },
]
