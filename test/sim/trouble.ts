import type { FakeClock } from '../client/sync/fake-clock.ts'
import type { Network } from './network.ts'
import type { SeededRandom } from './random.ts'
import { SimClient } from './sim-client.ts'
import type { SimServer } from './sim-server.ts'

/** Ours, or a stock one: somebody on the board. */
export type Somebody = Pick<
  SimClient,
  'name' | 'doc' | 'acted' | 'act' | 'reload' | 'settled' | 'describe' | 'check' | 'close' | 'banned'
>

export type Trouble = {
  clock: FakeClock
  random: SeededRandom
  network: Network
  server: SimServer
  note: (what: string) => void
}

/** People who act, and things that go wrong, each at moments of its own. */
export function makeTrouble({
  clock,
  random,
  network,
  server,
  clients,
  note,
}: Trouble & { clients: readonly Somebody[] }): {
  stop: () => void
} {
  let going = true
  const again = (low: number, high: number, run: () => void) => {
    clock.setTimeout(
      () => {
        if (!going) return
        run()
        again(low, high, run)
      },
      random.whole(low, high),
    )
  }
  // Some days are calm, so that there is something to lose; on others everything breaks at once.
  const calm = random.pick([0.6, 1, 3])
  const nowAndThen = (low: number, high: number, run: () => void) =>
    again(Math.round(low * calm), Math.round(high * calm), run)
  for (const client of clients) {
    if (client instanceof SimClient) again(600, 4_000, () => note(`${client.name} ${client.speak()}`))
    if (!(client instanceof SimClient) || client.writes) {
      again(60, 1_900, () => {
        for (let left = random.chance(0.1) ? 6 : 1; left > 0; left -= 1) note(`${client.name} ${client.act()}`)
      })
    }
    nowAndThen(1_000, 15_000, () => {
      const how = random.chance(0.5) ? 'heard' : 'silent'
      note(`${client.name} cut, ${how}`)
      for (const link of network.links) if (link.name === client.name) link.cut(how)
      if (!random.chance(0.4)) return
      network.away.add(client.name)
      clock.setTimeout(
        () => {
          network.away.delete(client.name)
          if (client instanceof SimClient) client.voice.look()
        },
        random.whole(500, 12_000),
      )
    })
    nowAndThen(3_000, 30_000, () => {
      note(`${client.name} reloads`)
      client.reload()
    })
  }
  nowAndThen(1_500, 9_000, () => {
    if (!server.running) return
    if (random.chance(0.6)) {
      note('server killed')
      server.crash()
    } else {
      note('server stops')
      void server.stop()
    }
    clock.setTimeout(
      () => {
        if (!server.running) note('server starts')
        server.start()
      },
      random.whole(50, 3_000),
    )
  })
  nowAndThen(1_000, 9_000, () => {
    const count = random.whole(1, 4)
    note(`${count} commits fail`)
    server.failCommits(count)
    if (random.chance(0.3)) server.failReads(random.whole(1, 3))
  })
  nowAndThen(3_000, 10_000, () => {
    note('slow')
    network.slowFor(random.whole(500, 6_000))
  })
  nowAndThen(5_000, 20_000, () => server.sweepLog())
  return { stop: () => (going = false) }
}
