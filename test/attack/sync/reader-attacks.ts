import * as Y from 'yjs'
import type { Attack } from '../attack.ts'
import { any, gc, item, text, type, update } from '../update-bytes.ts'
import { bytes, change, step2 } from './bytes.ts'

const client = 4_601
const own = update([{ client, structs: [item(text('smuglet'))] }])
const goal = update([{ client, structs: [item(type(1), { parent: 'goals', sub: 'g' }), item(any('x'), { parent: [client, 0], sub: 'title' })] }]) // prettier-ignore
const deep = update([{ client, structs: [item(type(1)), ...Array.from({ length: 300 }, (_, at) => item(type(1), { parent: [client, at], sub: 'k' }))] }]) // prettier-ignore

const refused = (as: 'commenter' | 'display', name: string, send: Attack['send']): Attack => ({
  name: `by a ${as}: ${name}`,
  as,
  send,
  expect: 'told notAllowed',
})

/** What those who only read may try to write. */
export const readerAttacks: Attack[] = (['commenter', 'display'] as const).flatMap((as) => [
  refused(as, 'a change', (attacker) => attacker.update(own)),
  refused(as, 'a goal', (attacker) => attacker.update(goal)),
  refused(as, 'a step 2 that nobody asked for', (attacker) => attacker.say(step2(own))),
  refused(as, 'a change that is none', (attacker) => attacker.update(bytes(9, 9, 9))),
  refused(as, 'types 300 deep', (attacker) => attacker.update(deep)),
  refused(as, 'a change that builds on nothing', (attacker) =>
    attacker.update(update([{ client, clock: 9, structs: [gc(1)] }])),
  ),
  refused(as, 'goes on as somebody else', (attacker, _, canary) =>
    attacker.update(update([{ client: canary.client.doc.clientID, structs: [gc(100_000)] }])),
  ),
  refused(as, 'deletes everything', (attacker, _, canary) => {
    const { store } = canary.client.doc
    const all = [...store.clients.keys()].map((id) => ({ client: id, ranges: [[0, Y.getState(store, id)]] as const }))
    attacker.update(update([], all))
  }),
  refused(as, '500 changes', (attacker) => {
    for (let at = 0; at < 500; at += 1) attacker.say(change(own))
  }),
])
