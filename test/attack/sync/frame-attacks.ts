import { frameOf } from '../attacker.ts'
import type { Attack } from '../attack.ts'
const bytes = (...values: number[]) => Uint8Array.from(values)
export const frameAttacks: Attack[] = [
  {
    name: 'a text frame',
    rule: 'SY41',
    send: (a) => a.raw(frameOf(bytes(0x68), { opcode: 1 })),
    expect: '4400 malformed',
  },
  { name: 'a reserved bit', rule: 'SY41', send: (a) => a.raw(frameOf(bytes(3), { rsv: 4 })), expect: '1002' },
  {
    name: 'missing',
    rule: 'SY41',
    send: (a) => a.update(bytes(1, 1, 7, 0, 0x84, 9, 0, 1, 0x61, 0)),
    expect: 'missing',
  },
]
