import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, test, vi } from 'vitest'
import { Unreachable } from '../../../client/api.ts'
import { Outbox, type OutboxEntry } from '../../../client/sync/outbox.ts'
import type { CommandOf } from '../../../shared/commands.ts'
import { AppError } from '../../../shared/errors.ts'
import { FakeClock } from '../sync/fake-clock.ts'

type Comment = CommandOf<'comment'>

function comment(n: number, text = `Kommentar ${n}`): Comment {
  return {
    id: `00000000-0000-4000-8000-00000000000${n}`,
    type: 'comment',
    teamId: 't',
    subject: { kind: 'goal', id: 'g' },
    text,
    withoutName: false,
    replyTo: null,
  }
}

/** A server that writes each id once, and can be away. `answers`: what it says to an id instead. */
class Server {
  away = false
  readonly written = new Map<string, { text: string; by: string }>()
  readonly answers = new Map<string, AppError>()
  received = 0
  /** the answer is lost on the way */
  deaf = false

  readonly sendAs = (personId: string) => async (command: Comment) => {
    if (this.away) throw new Unreachable()
    this.received += 1
    const answer = this.answers.get(command.id)
    if (answer) throw answer
    if (!this.written.has(command.id)) this.written.set(command.id, { text: command.text, by: personId })
    if (this.deaf) throw new Unreachable()
  }
}

function visit(device: IDBFactory | null, server: Server, personId = 'aud') {
  const clock = new FakeClock()
  const outbox = new Outbox({ personId, factory: device, send: server.sendAs(personId), clock, random: () => 0.5 })
  const states = () => outbox.entries.get().map((entry: OutboxEntry) => entry.state)
  return { outbox, clock, states }
}

const until = (condition: () => boolean) => vi.waitFor(() => expect(condition()).toBe(true), { interval: 1 })

describe('the outbox', () => {
  test('written without net, reloaded without net, sent once when the net is back [TA10] [TA11]', async () => {
    const device = new IDBFactory()
    const server = new Server()
    server.away = true
    const first = visit(device, server)
    await first.outbox.add(comment(1))
    await until(() => first.states()[0] === 'waiting')
    expect(first.outbox.waiting.get()).toBe(1)
    await first.outbox.close()

    const second = visit(device, server)
    await until(() => second.states()[0] === 'waiting')
    expect(second.outbox.waiting.get()).toBe(1)
    server.away = false
    second.outbox.check()
    await until(() => second.outbox.waiting.get() === 0)
    expect([...server.written.values()]).toEqual([{ text: 'Kommentar 1', by: 'aud' }])
    await second.outbox.close()

    const third = visit(device, server)
    third.outbox.check()
    await third.outbox.close()
    expect(third.outbox.entries.get()).toEqual([])
    expect(server.received).toBe(1)
  })

  test('tries again by itself while the server is away [TA10]', async () => {
    const server = new Server()
    server.away = true
    const { outbox, clock, states } = visit(new IDBFactory(), server)
    await outbox.add(comment(1))
    await until(() => states()[0] === 'waiting' && clock.nextAt !== null)
    server.away = false
    await clock.advance(20_000)
    await until(() => states()[0] === 'sent')
    expect(server.written.size).toBe(1)
  })

  test('an answer that is lost, and two tabs, write it once [TA11]', async () => {
    const device = new IDBFactory()
    const server = new Server()
    server.away = true
    const one = visit(device, server)
    await one.outbox.add(comment(1))
    await until(() => one.states()[0] === 'waiting')
    const two = visit(device, server)
    await until(() => two.states()[0] === 'waiting')
    server.away = false
    server.deaf = true
    one.outbox.check()
    two.outbox.check()
    await until(() => server.received >= 2)
    server.deaf = false
    one.outbox.check()
    two.outbox.check()
    await until(() => one.outbox.waiting.get() === 0)
    await until(() => two.outbox.waiting.get() === 0)
    expect(server.written.size).toBe(1)
  })

  test('what one tab sent waits in no other tab [TA11]', async () => {
    const device = new IDBFactory()
    const server = new Server()
    server.away = true
    const one = visit(device, server)
    await one.outbox.add(comment(1))
    const two = visit(device, server)
    await until(() => two.states()[0] === 'waiting')
    server.away = false
    one.outbox.check()
    await until(() => one.states()[0] === 'sent')
    await one.outbox.close()
    two.outbox.check()
    await until(() => two.outbox.entries.get().length === 0)
    expect(server.received).toBe(1)
  })

  test('another person on the device neither sees nor sends what waits [TA12]', async () => {
    const device = new IDBFactory()
    const server = new Server()
    server.away = true
    const aud = visit(device, server, 'aud')
    await aud.outbox.add(comment(1))
    await aud.outbox.close()
    server.away = false
    const arne = visit(device, server, 'arne')
    await arne.outbox.add(comment(2))
    await until(() => arne.states().join() === 'sent')
    expect([...server.written.values()].map(({ by }) => by)).toEqual(['arne'])
    await arne.outbox.close()
    const again = visit(device, server, 'aud')
    await until(() => again.states().join() === 'sent')
    expect(server.written.get(comment(1).id)).toEqual({ text: 'Kommentar 1', by: 'aud' })
  })

  test('what the server refuses keeps its words, also over a reload, and holds nothing else up [TA13]', async () => {
    const device = new IDBFactory()
    const server = new Server()
    server.answers.set(comment(1).id, new AppError('subjectGone'))
    const first = visit(device, server)
    await first.outbox.add(comment(1))
    await first.outbox.add(comment(2))
    await until(() => first.states().join() === 'refused,sent')
    expect(first.outbox.waiting.get()).toBe(0)
    await first.outbox.close()

    const second = visit(device, server)
    await until(() => second.states().length === 1)
    expect(second.outbox.entries.get()[0]).toMatchObject({ state: 'refused', code: 'subjectGone' })
    expect(second.outbox.entries.get()[0]?.command.text).toBe('Kommentar 1')
    server.answers.clear()
    second.outbox.retry(comment(1).id)
    await until(() => second.states().join() === 'sent')
    expect(server.written.size).toBe(2)
  })

  test('one that is thrown away is neither sent nor found again [TA13]', async () => {
    const device = new IDBFactory()
    const server = new Server()
    server.away = true
    const { outbox, states } = visit(device, server)
    await outbox.add(comment(1))
    await until(() => states()[0] === 'waiting')
    await outbox.discard(comment(1).id)
    server.away = false
    outbox.check()
    await outbox.close()
    expect(server.received).toBe(0)
    const later = visit(device, server)
    await later.outbox.close()
    expect(later.outbox.entries.get()).toEqual([])
  })

  test('without a database it is sent as long as the page is open, and says that nothing is kept [TA14]', async () => {
    const server = new Server()
    const { outbox, states } = visit(null, server)
    await outbox.add(comment(1))
    expect(outbox.kept.get()).toBe(false)
    await until(() => states()[0] === 'sent')
    outbox.arrived(new Set([comment(1).id]))
    expect(outbox.entries.get()).toEqual([])
  })
})
