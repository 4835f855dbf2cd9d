import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { endure } from '../attack.ts'
import type { Attacker } from '../attacker.ts'
import { Ground } from '../ground.ts'
import { underGuard } from '../guard.ts'
import { item, text, type, update } from '../update-bytes.ts'
import { heavyAttacks } from './heavy-attacks.ts'
import { serverLimits } from '../../../server/limits.ts'

let ground: Ground
beforeAll(async () => {
  ground = await Ground.open()
}, 30_000)
afterAll(() => ground.close())

for (const attack of heavyAttacks) {
  test(`[SY51] ${attack.name}: ${attack.expect}`, () => endure(ground, attack))
}

const deep = (client: number): Uint8Array =>
  update([
    {
      client,
      structs: Array.from({ length: 100 }, (_, at) =>
        item(type(1), at === 0 ? { sub: 'k' } : { parent: [client, at - 1], sub: 'k' }),
      ),
    },
  ])

/** Sends what makes the server throw the document away; resolves to how that ended. */
async function doHarm(attacker: Attacker, client: number): Promise<string> {
  await attacker.opened
  if (attacker.closed === null) await attacker.join()
  attacker.update(deep(client))
  await attacker.until(() => attacker.notices.length > 0)
  attacker.leave()
  return attacker.closed ?? `told ${attacker.notices[0]}`
}

test('[SY7] [SY51] one who comes back again and again makes the server throw its work away twice', async () => {
  const plot = await ground.plot()
  const { token } = await ground.join(plot.code)
  await underGuard(ground, plot, {}, async () => {
    const ends: string[] = []
    for (let round = 0; round < 6; round += 1) {
      ends.push(await doHarm(ground.attacker(plot.documentId, token), 5_100 + round))
    }
    expect(ends).toEqual([
      ...Array<string>(serverLimits.rebuildsPerPerson).fill('4422 tooDeep'),
      ...Array<string>(6 - serverLimits.rebuildsPerPerson).fill('4429 tooFast'),
    ])
  })
})

test('[SY7] [SY51] so many by one card do so no more than the card may; who wrote before writes on', async () => {
  const plot = await ground.plot()
  const people = await Promise.all(Array.from({ length: 30 }, () => ground.join(plot.code)))
  const honest = await ground.join(plot.code)
  await underGuard(ground, plot, { mayWrite: true }, async () => {
    const good = await ground.attacker(plot.documentId, honest.token).join()
    good.update(update([{ client: 5_300, structs: [item(text('a'))] }]))
    good.say(Uint8Array.of(102, 1))
    await good.until(() => good.acks.includes(1))
    const ends: string[] = []
    for (const [at, { token }] of people.entries()) {
      ends.push(await doHarm(ground.attacker(plot.documentId, token), 5_200 + at))
    }
    const harm = ends.filter((end) => end === '4422 tooDeep').length
    expect(harm).toBeLessThanOrEqual(serverLimits.rebuildsPerCrowd + 1)
    expect(ends.filter((end) => end === 'told tooFast')).toHaveLength(ends.length - harm)
    good.update(update([{ client: 5_300, clock: 1, structs: [item(text('b'))] }]))
    good.say(Uint8Array.of(102, 2))
    await vi.waitFor(() => expect(good.acks).toContain(2))
    good.leave()
  })
})

test('[SY51] ten at once, by ten cards, each with something else', async () => {
  const plot = await ground.plot()
  const links = await Promise.all(Array.from({ length: 10 }, () => ground.link('editor', [plot.id])))
  const people = await Promise.all(links.map((secret) => ground.join(secret)))
  await underGuard(ground, plot, { mayWrite: true }, async (canary) => {
    const came = await Promise.all(people.map(({ token }) => ground.attacker(plot.documentId, token).join()))
    came.forEach((attacker, at) => void heavyAttacks[at]?.send(attacker, plot, canary))
    await Promise.all(
      came.map((attacker) => attacker.until(() => attacker.closed !== null, 600).catch(() => undefined)),
    )
    for (const attacker of came) attacker.leave()
  })
})
