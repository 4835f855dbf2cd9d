import type { SeededRandom } from '../../../sim/random.ts'
import * as write from '../../update-bytes.ts'
import type { Content, Deletion, Id, Struct } from '../../update-bytes.ts'

/** What is in the document by now: each client with the clock that it has come to. */
export type Known = readonly (readonly [client: number, end: number])[]

const keys = ['g', 'title', '__proto__', 'schemaVersion', '']
const roots = ['goals', 'meta', 'attack', 'cards', 'maps', 'constructor', 'actors', 't']
const texts = ['a', 'hei på deg', '😀', '\u0000', 'x'.repeat(300)]
const values = [
  0,
  -1,
  1e300,
  Number.NaN,
  '',
  'æ',
  null,
  true,
  [],
  {},
  [1, ['a']],
  { a: { b: 1 } },
  2n ** 60n,
  undefined,
]
const jsons = ['1', '"a"', 'null', '{"a":1}', '[]', '{', 'undefined', '"\\ud800"']

const makers: ((random: SeededRandom) => Content)[] = [
  (random) => write.text(random.pick(texts) ?? 'a'),
  (random) => write.any(...Array.from({ length: random.whole(1, 3) }, () => random.pick(values))),
  (random) => write.any(random.pick(values)),
  (random) => write.type(random.whole(0, random.chance(0.95) ? 6 : 9), 'p'),
  (random) => write.type(random.pick([0, 1, 1, 2]) ?? 1),
  (random) => write.deleted(random.whole(random.chance(0.95) ? 1 : 0, 5)),
  (random) => write.json(random.pick(jsons.slice(0, 6)) ?? '1'),
  (random) => write.binary(new Uint8Array(random.whole(0, 20))),
  (random) => write.embed(random.pick(random.chance(0.9) ? jsons.slice(0, 5) : jsons) ?? '1'),
  (random) => write.format(random.pick(['bold', 'a', '__proto__']) ?? 'a', random.pick(jsons.slice(0, 5)) ?? 'null'),
]

/** An update that Yjs could read, mostly: of what is known, and of what is not, in places that are there and that are not. */
export function makeUpdate(random: SeededRandom, known: Known): Uint8Array {
  const own = Array.from({ length: 20 }, (_, at): Known[number] => [4_700 + at, endOf(known, 4_700 + at)])
  const ids = [...own, ...known]
  const blocks = new Map<number, write.Block>()
  for (let left = random.whole(0, 3); left > 0; left -= 1) {
    const [client, end] = random.pick(random.chance(0.85) ? own : ids) ?? [7, 0]
    const clock = random.chance(0.85) ? end : Math.max(0, end + random.whole(-3, 3))
    const structs = Array.from({ length: random.whole(1, 6) }, () => struct(random, ids, [client, clock]))
    blocks.set(client, { client, clock, structs })
  }
  const deletions = new Map<number, Deletion>()
  for (let left = random.chance(0.4) ? random.whole(1, 3) : 0; left > 0; left -= 1) {
    const [client, end] = random.pick(ids) ?? [7, 0]
    const from = random.whole(0, end)
    deletions.set(client, {
      client,
      ranges: [[from, random.whole(1, random.chance(0.9) ? Math.max(1, end - from) : 2 ** 40)]],
    })
  }
  return write.update([...blocks.values()], [...deletions.values()])
}

function endOf(known: Known, client: number): number {
  return known.find(([other]) => other === client)?.[1] ?? 0
}

function struct(random: SeededRandom, ids: Known, [client, clock]: Id): Struct {
  if (random.chance(0.04)) return write.gc(random.whole(1, 4))
  if (random.chance(0.01)) return write.skip(random.whole(1, 4))
  const content = (random.pick(makers) ?? (() => write.text('a')))(random)
  const place = (): Id => {
    if (random.chance(0.3)) return [client, Math.max(0, clock - 1)]
    const [of, end] = random.pick(ids) ?? [client, 1]
    return [of, random.whole(0, Math.max(0, end - (random.chance(0.95) ? 1 : -2)))]
  }
  const origin = random.chance(0.3) ? place() : undefined
  const right = random.chance(0.15) ? place() : undefined
  const parent = random.chance(0.4) ? place() : (random.pick(roots) ?? 'attack')
  return write.item(content, { origin, right, parent, sub: random.chance(0.5) ? random.pick(keys) : undefined })
}
