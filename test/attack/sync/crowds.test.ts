import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { messageType } from '../../../shared/protocol.ts'
import { addGoal } from '../../../shared/ops/goals.ts'
import { chooseStage } from '../../../shared/ops/gathering.ts'
import { openGatheringDocument, type StageChoice } from '../../../shared/schema/gathering.ts'
import { openOverviewDocument } from '../../../shared/schema/overview.ts'
import { openStageDocument } from '../../../shared/schema/stage.ts'
import { teamBoardId } from '../../../shared/schema/phase.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { WireClient } from '../../server/wire-client.ts'
import { message } from '../../server/sync/test-client.ts'
import type { Attacker } from '../attacker.ts'
import { Ground } from '../ground.ts'
import { underGuard } from '../guard.ts'
import { binary, item, text, update } from '../update-bytes.ts'
import { bytes, step1 } from './bytes.ts'
import { oddBoards } from './odd-board.ts'
import { askForRooms } from './room-names.ts'

/** More by the hour: `npm run soak` asks for 10,000. */
const rooms = Number(process.env['SAMTAVLE_TEST_ROOMS'] ?? 600)

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

test('[SY55] a board of nothing but oddities shows in the overview and on the stage, and holds nobody else up there', async () => {
  const [plot, next] = [await ground.plot(), await ground.plot()]
  const { url } = ground.server
  const open = async (documentId: string): Promise<WireClient> => {
    const client = new WireClient(url, documentId, ground.facilitator)
    await client.synced
    return client
  }
  const overview = await open(`overview:${ground.networkId}`)
  const stage = await open(ground.stageId)
  const gathering = await open(ground.gatheringId)
  const neighbour = await open(next.documentId)
  const attacker = await ground.attacker(plot.documentId, (await ground.join(plot.code)).token).join()
  await underGuard(ground, plot, { mayWrite: true }, async (canary) => {
    for (const board of oddBoards()) attacker.update(board)
    attacker.say(message(messageType.marker, 1))
    await attacker.until(() => attacker.acks.includes(1))
    const board = openTeamDocument(canary.client.doc)
    addGoal(board, { id: 'ekte', title: 'Ekte mål', state: 'chosen', time: 1 })
    addGoal(openTeamDocument(neighbour.doc), { id: 'nabo', title: 'Nabomål', state: 'chosen', time: 1 })
    const titles = (teamId: string) =>
      openOverviewDocument(overview.doc)
        .teams.get(teamId)
        ?.goals.map(({ title }) => title)
    await vi.waitFor(() => expect(titles(next.id)).toContain('Nabomål'), { timeout: 5_000 })
    await vi.waitFor(() => expect(titles(plot.id)).toContain('Ekte mål'), { timeout: 5_000 })
    const show = (choice: StageChoice) => chooseStage(openGatheringDocument(gathering.doc), choice)
    const shown = () => openStageDocument(stage.doc)
    show({ kind: 'goals', teamId: plot.id })
    await vi.waitFor(() => expect(shown().goals.get('ekte')?.title).toBe('Ekte mål'), { timeout: 5_000 })
    show({ kind: 'phases', teamId: plot.id, boardId: teamBoardId })
    await vi.waitFor(() => expect(shown().show.get('value')?.kind).toBe('phases'), { timeout: 5_000 })
  })
  for (const client of [overview, stage, gathering, neighbour]) client.close()
  attacker.leave()
  const errors = ground.server
    .stdout()
    .split('\n')
    .filter((line) => line.includes('"level":50'))
  expect(errors).toEqual([])
})
