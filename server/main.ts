import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { Allowance } from './access/allowance.ts'
import { Gate } from './access/gate.ts'
import { HeavyWork } from './access/heavy-work.ts'
import { Joins } from './access/joins.ts'
import { loadKey } from './access/key.ts'
import { SecretBrake } from './access/secret-brake.ts'
import { newId } from './access/new-id.ts'
import type { Parts } from './access/parts.ts'
import { Vault } from './access/vault.ts'
import { systemClock as clock } from './clock.ts'
import type { Settings } from './config.ts'
import { readBackups } from './backup/backup-list.ts'
import { BoardsRest } from './derived/boards-rest.ts'
import { Online } from './derived/online.ts'
import { Overview } from './derived/overview.ts'
import { Stage } from './derived/stage.ts'
import { Talk } from './derived/talk.ts'
import { DiskGuard } from './disk/disk-guard.ts'
import { hasLostLog, lostLogSentence, markRunning, unmarkRunning } from './disk/lost-log.ts'
import { watchDamage } from './disk/watch-damage.ts'
import { keepTidy } from './keep-tidy.ts'
import { foldedStore } from './folding/folded-store.ts'
import { Folding } from './folding/folding.ts'
import { HttpServer } from './http/http-server.ts'
import { Metrics } from './http/metrics.ts'
import { enoughOpenFiles, mostOpenFiles, strangersAmong } from './http/open-files.ts'
import { StaticFiles } from './http/static-files.ts'
import { serverLimits as limits } from './limits.ts'
import { findPublicAddress } from './networks/public-address.ts'
import { printReady } from './print-ready.ts'
import { fillWithSample } from './fill-with-sample.ts'
import { runProcess, type Running } from './run-process.ts'
import { openSqlite } from './store/sqlite.ts'
import { Rooms } from './sync/rooms.ts'
import { sessionsByRole } from './sync/sessions-by-role.ts'
import { Technical } from './technical/technical.ts'
import { Versions } from './versions/versions.ts'
import type { Logger } from 'pino'

/** Wires the parts, opens the port and tells that it is ready. Whatever fails is undone. */
async function start(settings: Settings, log: Logger): Promise<Running> {
  const undo: (() => Promise<void>)[] = []
  try {
    const openFiles = mostOpenFiles()
    if (openFiles !== null && openFiles < enoughOpenFiles) {
      log.warn({ openFiles, enough: enoughOpenFiles }, 'few open files are allowed (ulimit -n)')
    }
    const http = new HttpServer({ ...limits, strangers: strangersAmong(openFiles, limits.strangers) })
    const port = await http.listen(settings.port, settings.host)
    undo.push(() => stopHttp(http))
    const metrics = new Metrics({ ofProcess: true })
    const folder = settings.data
    const lostLog = hasLostLog(folder)
    let technical: Technical | null = null
    const {
      store: onDisk,
      directory,
      close,
    } = await openSqlite({
      folder,
      clock,
      onCommit: ({ durationMs }) => {
        metrics.stored(durationMs)
        technical?.committed()
      },
    })
    undo.push(() => unmarkRunning(folder), close)
    if (lostLog) process.stderr.write(`Samtavle: ${lostLogSentence(folder)}\n`)
    await markRunning(folder)
    const disk = new DiskGuard({ folder, clock, limits, log })
    await disk.start()
    undo.push(() => Promise.resolve(disk.stop()))
    const { store: whole, damaged } = watchDamage(disk.guard(onDisk), log)
    const folding = new Folding(clock)
    undo.push(() => folding.stop())
    const store = foldedStore(whole, folding, limits)
    const vault = new Vault(await loadKey(settings.data, directory))
    const rooms = new Rooms({ store, clock, limits, log, metrics, folding })
    undo.push(() => rooms.stop())
    const onError = (error: unknown) => log.error({ err: error }, 'a derived document was not written')
    const talk = new Talk({ directory, rooms, clock, onError })
    const online = new Online({ rooms, clock })
    const boardsRest = new BoardsRest({ directory, rooms, clock, onError })
    boardsRest.start()
    const stage = new Stage({ directory, rooms, clock, onError })
    stage.start()
    const overview = new Overview({ directory, rooms, clock, onError })
    overview.start()
    const stopDerived = async () => {
      talk.stop()
      boardsRest.stop()
      await Promise.all([stage.stop(), overview.stop()])
    }
    undo.push(stopDerived)
    metrics.gauge('samtavle_rooms', 'Documents in memory', () => rooms.size)
    metrics.gaugeByRole('samtavle_sessions', 'Open sessions by role', () => sessionsByRole(rooms))
    metrics.gauge('samtavle_queue', 'Changes that wait to be written', () => rooms.waiting)
    metrics.gauge('samtavle_disk_free_bytes', 'Free on the disk of the data folder', () => disk.freeBytes)
    metrics.gauge('samtavle_disk_full', '1 while boards can only be read for lack of room', () =>
      Number(disk.state === 'full'),
    )
    metrics.gauge('samtavle_damaged_documents', 'Opened with something missing', () => damaged.size)
    metrics.gauge('samtavle_last_backup_timestamp_seconds', 'When the last backup was made; 0: never', async () =>
      Math.floor(((await readBackups(folder)).at(-1)?.at ?? 0) / 1000),
    )
    const address = await findPublicAddress({ directory, clock }, { ...settings, port })
    technical = new Technical({ ...{ store, rooms, clock, disk, folder, address }, damaged: () => damaged.size })
    metrics.onRefused((code) => technical?.refused(code))
    const wrongSecrets = new SecretBrake({
      clock,
      wrongPerSecond: limits.wrongSecretsPerSecond,
      codesPerSecond: limits.brakedCodesPerSecond,
    })
    const joins = new Joins({ clock, atOnce: limits.joinsAtOnce, perMinute: limits.joinsPerMinute })
    const commandRate = new Allowance({ clock, limit: limits.commandsPerMinute, windowMs: 60_000 })
    const commentRate = new Allowance({ clock, limit: limits.commentsPerMinute, windowMs: 60_000 })
    const restoreRate = new Allowance({ clock, limit: limits.editorsRestoresPerHour, windowMs: 60 * 60_000 })
    const heavyWork = new HeavyWork({ clock, waitingPerPerson: limits.heavyWaiting })
    const gate = new Gate(rooms)
    const versions = new Versions({ store, rooms, clock, limits, onError })
    versions.start()
    undo.push(() => versions.stop())
    const parts: Parts = {
      ...{
        directory,
        store,
        rooms,
        versions,
        technical,
        talk,
        stage,
        overview,
        boardsRest,
        online,
        gate,
        vault,
        clock,
        limits,
        newId,
        log,
        metrics,
      },
      ...{ address, wrongSecrets, joins, heavyWork, commandRate, commentRate, restoreRate },
    }
    if (settings.sample) await fillWithSample({ ...parts, rooms })
    http.serve(parts, await StaticFiles.read(join(import.meta.dirname, '..', 'client', 'dist')))
    const tidying = keepTidy({ store, directory, clock, limits, log })
    await printReady(parts, settings, port)
    // Now, and not only at an orderly end: the next start is to be quick after a power cut too.
    flushCompileCache()
    return {
      stop: async () => {
        http.stop()
        tidying.stop()
        disk.stop()
        await stopDerived()
        await versions.stop()
        await rooms.stop()
        await folding.stop()
        await http.gone(1_000)
        await close()
        await unmarkRunning(folder)
      },
    }
  } catch (error) {
    for (const each of undo.reverse()) await each()
    throw error
  }
}

async function stopHttp(http: HttpServer): Promise<void> {
  http.stop()
  await http.gone(0)
}

await runProcess(start)
