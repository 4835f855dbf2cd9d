import { afterAll, beforeAll, expect, test } from 'vitest'
import { messageType } from '../../../shared/protocol.ts'
import { message } from '../../server/sync/test-client.ts'
import type { Attacker } from '../attacker.ts'
import { Ground } from '../ground.ts'
import { underGuard } from '../guard.ts'
import { binary, item, text, update } from '../update-bytes.ts'
import { bytes, step1 } from './bytes.ts'
import { askForRooms } from './room-names.ts'

/** More by the hour: `npm run soak` asks for 10,000. */
const rooms = Number(process.env['SAMTAVLE_TEST_ROOMS'] ?? 1_000)

let ground: Ground
beforeAll(async () => {
  ground = await Ground.open()
}, 30_000)
afterAll(() => ground.close())

/** Somebody who writes one thing after the other, and waits for what they are told. */
class Writer {
  readonly attacker: Attacker
  readonly client: number
  #clock = 0
  #marker = 0

  constructor(attacker: Attacker, client: number) {
    this.attacker = attacker
    this.client = client
  }

  write(size: number): Promise<string> {
    const content = size > 1 ? binary(new Uint8Array(size)) : text('x')
    const sent = update([{ client: this.client, clock: this.#clock, structs: [item(content)] }])
    return this.#send(sent, () => (this.#clock += 1))
  }

  async deleteAll(): Promise<string> {
    return this.#send(update([], [{ client: this.client, ranges: [[0, this.#clock]] }]), () => undefined)
  }

  async #send(sent: Uint8Array, taken: () => void): Promise<string> {
    const told = this.attacker.notices.length
    this.#marker += 1
    this.attacker.update(sent)
    this.attacker.say(message(messageType.marker, this.#marker))
    await this.attacker.until(() => this.attacker.notices.length > told || this.attacker.acks.includes(this.#marker))
    if (this.attacker.closed !== null) return this.attacker.closed
    if (this.attacker.notices.length > told) return `told ${this.attacker.notices.at(-1)}`
    taken()
    return 'taken'
  }
}

test('[SY52] a board that is filled takes small changes and deletions, tells everybody the rest, and is free again', async () => {
  const plot = await ground.plot()
  const one = new Writer(await ground.attacker(plot.documentId, (await ground.join(plot.code)).token).join(), 5_501)
  const other = new Writer(await ground.attacker(plot.documentId, (await ground.join(plot.code)).token).join(), 5_502)
  await underGuard(ground, plot, { mayWrite: true }, async () => {
    for (let at = 0; at < 4; at += 1) expect(await one.write(950_000)).toBe('taken')
    expect(await one.write(950_000)).toBe('told documentFull')
    expect(await other.write(300_000)).toBe('told documentFull')
    const third = new Writer(await ground.attacker(plot.documentId, (await ground.join(plot.code)).token).join(), 5_503)
    // Until the last free byte has gone to a change that is large.
    while ((await third.write(100_000)) === 'taken');
    const small = new Writer(await ground.attacker(plot.documentId, (await ground.join(plot.code)).token).join(), 5_504)
    expect(await small.write(1)).toBe('taken')
    const silent = await ground.attacker(plot.documentId, (await ground.join(plot.code)).token).join()
    silent.socket.pause()
    for (let at = 0; at < 40; at += 1) silent.say(step1(bytes(0)))
    expect(await small.write(1)).toBe('taken')
    silent.socket.resume()
    await silent.until(() => false)
    expect(silent.closed).toBe('1013 tooSlow')
    const remover = new Writer(
      await ground.attacker(plot.documentId, (await ground.join(plot.code)).token).join(),
      5_505,
    )
    remover.attacker.update(update([], [{ client: one.client, ranges: [[0, 4]] }]))
    for (let at = 0; at < 25; at += 1) expect(await remover.write(1)).toBe('taken')
    expect(await remover.write(900_000)).toBe('taken')
    for (const { attacker } of [one, other, third, small, remover]) attacker.leave()
  })
})

test(`[SY11] [SY52] ${rooms} documents that are not there, asked for by one person, are not there afterwards either`, async () => {
  const plot = await ground.plot()
  const { token } = await ground.join(plot.code)
  await underGuard(ground, plot, {}, async () => {
    const before = await ground.metric('samtavle_rooms')
    const answers = await askForRooms(ground, token, rooms)
    expect(
      [...answers.keys()].filter((answer) => !/^4404 notFound$|^4403 notAllowed$|^HTTP\/1.1 40[04]/.test(answer)),
    ).toEqual([])
    expect(await ground.metric('samtavle_rooms')).toBeLessThanOrEqual(before)
  })
}, 120_000)
