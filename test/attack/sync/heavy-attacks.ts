import type { Attack } from '../attack.ts'
import type { Attacker } from '../attacker.ts'
import { any, item, text, type, update, type Deletion, type Struct } from '../update-bytes.ts'

const client = 5_001
const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))
const block = (structs: readonly Struct[], clock = 0, deletions: Deletion[] = []): Uint8Array =>
  update([{ client, clock, structs }], deletions)
const firstDeleted: Deletion[] = [{ client, ranges: [[0, 1]] }]

/** Types in each other; the first stands under a root. */
const chain = (depth: number, from = 0): Struct[] =>
  many(depth, (at) => item(type(1), at + from === 0 ? { sub: 'k' } : { parent: [client, at + from - 1], sub: 'k' }))
/** Types beside each other, all in one. */
const fan = (width: number): Struct[] => [
  item(type(0), { sub: 'k' }),
  item(type(1), { parent: [client, 0] }),
  ...many(width - 1, (at) => item(type(1), { origin: [client, at + 1] })),
]
/** Each wants to be first: Yjs compares all with all. */
const allFirst = (count: number): Uint8Array =>
  update(many(count, (at) => ({ client: client + count - at, structs: [item(any(1), { parent: 'attack' })] })))

const heavy = (name: string, sent: readonly Uint8Array[], expect: string, more: Partial<Attack> = {}): Attack => ({
  name,
  send: (attacker: Attacker) => sent.forEach((each) => attacker.update(each)),
  expect,
  ...more,
})
const given = 'taken or 4429 tooFast'

/** Well-formed updates that cost Yjs far more than their bytes, or that it could not bear at all. */
export const heavyAttacks: Attack[] = [
  ...[33, 200, 5_000, 50_000].map((depth) =>
    heavy(
      `types ${depth} deep`,
      [block(chain(depth))],
      depth > 5_000 ? '4422 tooDeep or 4429 tooFast' : '4422 tooDeep',
    ),
  ),
  heavy('types 32 deep, which may be', [block(chain(32))], 'taken'),
  heavy('types 30 deep and 30 deeper in these', [block(chain(30)), block(chain(30, 30), 30)], '4422 tooDeep', {
    mayWrite: true,
  }),
  heavy(
    'types 20,000 deep, and the first deleted in the same update',
    [block(chain(20_000), 0, firstDeleted)],
    '4400 malformed or 4422 tooDeep or 4429 tooFast',
  ),
  heavy(
    'types 200 deep, one by one',
    many(200, (at) => block(chain(1, at), at)),
    '4422 tooDeep',
    { mayWrite: true },
  ),
  heavy('25,000 types in one', [block(fan(25_000))], given),
  heavy('25,000 types in one, and that deleted in a few bytes', [block(fan(25_000)), update([], firstDeleted)], given),
  heavy('25,000 types in one, and that deleted in the same update', [block(fan(25_000), 0, firstDeleted)], given),
  heavy('4,000 clients who all want to be first', [allFirst(4_000)], given),
  heavy(
    '30,000 values of one key, none after another',
    [block(many(30_000, (at) => item(any(at), { parent: 'goals', sub: 'k' })))],
    '4429 tooFast',
  ),
  heavy(
    '30,000 items that all want to be before the first',
    [block([item(text('x')), ...many(30_000, () => item(any(1), { right: [client, 0] }))])],
    given,
  ),
  heavy(
    '40,000 letters, every second deleted',
    [block([item(text('x'.repeat(40_000)))], 0, [{ client, ranges: many(20_000, (at) => [at * 2, 1] as const) }])],
    given,
  ),
  heavy(
    '50,000 items that do not join',
    [block(many(50_000, (at) => item(at % 2 ? any(1) : text('x'), at === 0 ? {} : { origin: [client, at - 1] })))],
    given,
  ),
]
