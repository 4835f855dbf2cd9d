import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { messageType } from '../../../shared/protocol.ts'
import type { Joined } from '../../server/hall.ts'
import { message } from '../../server/sync/test-client.ts'
import { Attacker } from '../attacker.ts'
import { openAttackedHall, type AttackedHall } from './attacked-hall.ts'

let under: AttackedHall
beforeAll(async () => {
  under = await openAttackedHall()
})
afterAll(() => under.close())

/** Somebody who writes on the first team's board without ever waiting for an answer. */
class Writer {
  readonly who: Joined
  readonly attacker: Attacker
  readonly #doc = new Y.Doc()
  #sent = 0

  constructor(who: Joined) {
    this.who = who
    this.attacker = new Attacker(under.hall.url, `/sync/${under.network.first.documentId}`, who.token)
    this.#doc.on('update', (update: Uint8Array) => this.attacker.update(update))
  }

  /** Begins; resolves when the first changes are kept. */
  async begin(): Promise<void> {
    await this.attacker.join()
    const write = () => {
      if (this.attacker.closed !== null) return
      this.#sent += 1
      this.#doc.getMap(this.who.personId).set(String(this.#sent), this.#sent)
      this.attacker.say(message(messageType.marker, this.#sent))
      setTimeout(write, 1)
    }
    write()
    await vi.waitFor(() => expect(this.attacker.acks.length).toBeGreaterThan(3))
  }

  /** How much of it the server has. */
  async kept(): Promise<number> {
    const { rooms } = under.hall.parts
    return (await rooms.read(under.network.first.documentId, (doc) => doc.getMap(this.who.personId).size)) ?? 0
  }
}

const manage = (method: string, path: string, body?: unknown) =>
  under.hall.ask(method, `/api/networks/${under.network.id}${path}`, { token: under.network.facilitator.token, body })

type Loss = {
  name: string
  /** who writes; an editor of the first team where nothing is said */
  who?: () => Promise<Joined>
  lose: (who: Joined) => Promise<{ status: number }>
  closed: string
  /** what a command and a new socket of theirs are answered afterwards */
  afterwards: { command: number; socket: string }
}

const losses: Loss[] = [
  {
    name: 'is removed from the network',
    lose: ({ personId }) => manage('DELETE', `/people/${personId}`),
    closed: '4403 notAllowed',
    afterwards: { command: 401, socket: '4401 notSignedIn' },
  },
  {
    name: 'is moved to another team',
    lose: ({ personId }) => manage('PATCH', `/people/${personId}`, { teamId: under.network.second.id }),
    closed: '4403 notAllowed',
    afterwards: { command: 403, socket: '4403 notAllowed' },
  },
  {
    name: 'signs out in another window',
    lose: ({ token }) => under.hall.ask('DELETE', '/api/session', { token }),
    closed: '4401 notSignedIn',
    afterwards: { command: 401, socket: '4401 notSignedIn' },
  },
  {
    name: 'has the name taken up on another device',
    lose: ({ personId }) =>
      under.hall.ask('POST', '/api/sessions', { body: { secret: under.network.first.code, personId } }),
    closed: '4411 takenOver',
    afterwards: { command: 401, socket: '4401 notSignedIn' },
  },
  {
    name: 'is a facilitator who is removed by another',
    who: async () => under.hall.join((await under.network.link('facilitator')).secret, 'Frida'),
    lose: ({ personId }) => manage('DELETE', `/people/${personId}`),
    closed: '4403 notAllowed',
    afterwards: { command: 401, socket: '4401 notSignedIn' },
  },
  {
    name: 'comes by a link that is ended, which takes no right away',
    who: async () => under.hall.join((await under.network.link('editor', [under.network.first.id])).secret, 'Eva'),
    lose: async ({ personId }) => {
      const view = await manage('GET', '')
      const { links } = view.body as { links: { id: string; role: string }[] }
      const ended = links.find(({ role }) => role === 'editor')
      expect(personId).not.toBe('')
      return manage('DELETE', `/links/${ended?.id ?? ''}`)
    },
    closed: 'open',
    afterwards: { command: 200, socket: 'write' },
  },
]

describe('[AC105] whoever loses a right while writing:', () => {
  test.each(losses)('$name', async ({ who, lose, closed, afterwards }) => {
    const writer = new Writer(await (who ?? (() => under.hall.join(under.network.first.code, 'Mister')))())
    await writer.begin()
    expect((await lose(writer.who)).status).toBeLessThan(300)
    const { token } = writer.who
    if (closed === 'open') {
      const { length } = writer.attacker.acks
      await vi.waitFor(() => expect(writer.attacker.acks.length).toBeGreaterThan(length))
    } else {
      await vi.waitFor(() => expect(writer.attacker.closed).toBe(closed))
      // What came before the right was lost may still be on its way to the disk.
      await under.hall.parts.rooms.change(under.network.first.documentId, (doc) => doc.getMap('after').set('is', 1))
      const kept = await writer.kept()
      // All that was said to be kept is; and nothing comes after.
      expect(kept).toBeGreaterThanOrEqual(writer.attacker.acks.at(-1) ?? 0)
      const after = await under.hall.ask('POST', '/api/commands', { token, body: comment() })
      expect(after.status).toBe(afterwards.command)
      expect(await writer.kept()).toBe(kept)
    }
    expect(await under.hall.knock(`/sync/${under.network.first.documentId}`, { token })).toBe(afterwards.socket)
    writer.attacker.leave()
    await under.isWell()
  })

  test('the second team is removed, and everyone in it', async () => {
    const { hall, network, nils } = under
    const path = `/sync/${network.second.documentId}`
    const socket = new Attacker(hall.url, path, nils.token)
    await socket.join()
    expect((await manage('DELETE', `/teams/${network.second.id}`)).status).toBe(204)
    await vi.waitFor(() => expect(socket.closed).toBe('4404 notFound'))
    expect(await hall.knock(path, { token: nils.token })).toBe('4404 notFound')
    const body = { ...comment(), teamId: network.second.id }
    expect((await hall.ask('POST', '/api/commands', { token: nils.token, body })).body).toMatchObject({
      code: expect.stringMatching(/notFound|notAllowed/),
    })
    expect(
      (await hall.ask('POST', '/api/sessions', { body: { secret: network.second.code, name: 'Sen' } })).status,
    ).toBe(410)
  })
})

test('[AC105] rights that are taken and given a hundred times leave nobody in who may not be', async () => {
  const { hall, network } = under
  const back = (await manage('POST', `/teams/${network.second.id}/restore`, {})).status
  expect(back).toBe(200)
  const writer = new Writer(await hall.join(network.first.code, 'Frem og tilbake'))
  await writer.begin()
  const { personId, token } = writer.who
  const moves = Array.from({ length: 100 }, (_, at) => (at % 2 === 0 ? network.second.id : network.first.id))
  const answers = await Promise.all([
    ...moves.map((teamId) => manage('PATCH', `/people/${personId}`, { teamId })),
    ...moves.map(() => hall.knock(`/sync/${network.first.documentId}`, { token })),
  ])
  expect(answers).toHaveLength(200)
  const { body } = await hall.ask<{ teamIds: string[] }>('GET', '/api/session', { token })
  const isIn = body.teamIds.includes(network.first.id)
  expect(await hall.knock(`/sync/${network.first.documentId}`, { token })).toBe(isIn ? 'write' : '4403 notAllowed')
  await vi.waitFor(() => expect(writer.attacker.closed).toBe('4403 notAllowed'))
  await under.holdsNothingOf('AVVIST')
})

function comment() {
  const subject = { kind: 'team', id: 'team' }
  const text = { text: 'Skrevet etterpå', withoutName: false, replyTo: null }
  return { id: crypto.randomUUID(), type: 'comment', teamId: under.network.first.id, subject, ...text }
}
