import { expect, test, vi } from 'vitest'
import type * as Y from 'yjs'
import { Stage } from '../../../server/derived/stage.ts'
import { systemClock } from '../../../server/clock.ts'
import { serverLimits } from '../../../server/limits.ts'
import { Rooms } from '../../../server/sync/rooms.ts'
import { AppError } from '../../../shared/errors.ts'
import { chooseStage } from '../../../shared/ops/gathering.ts'
import { openGatheringDocument } from '../../../shared/schema/gathering.ts'
import { openStageDocument } from '../../../shared/schema/stage.ts'
import { gatedStore } from '../sync/gated-store.ts'
import { noMetrics } from '../no-metrics.ts'

test('[SY27] a stage that could not be written is written as soon as the disk takes it', async () => {
  const gate = await gatedStore()
  const rooms = new Rooms({
    store: {
      ...gate.store,
      append: (change) =>
        failing && change.documentId === 'stage:g'
          ? Promise.reject(new AppError('storeFailed'))
          : gate.store.append(change),
    },
    clock: systemClock,
    limits: { ...serverLimits, roomRetryMs: 5 },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    metrics: noMetrics,
  })
  let failing = true
  const errors: unknown[] = []
  const gathering = { id: 'g', networkId: 'n', name: '', place: '', days: [], dayCount: 2 }
  const team = { id: 'a', networkId: 'n', number: 7, name: 'Granvik', municipalities: [] }
  const directory = { gathering: () => Promise.resolve(gathering), team: () => Promise.resolve(team) }
  new Stage({
    directory: directory as never,
    rooms,
    clock: { ...systemClock, setTimeout: (run, ms) => systemClock.setTimeout(run, ms / 20) },
    onError: (error) => errors.push(error),
  }).start()
  await rooms.change('gathering:g', (doc) => chooseStage(openGatheringDocument(doc), { kind: 'goals', teamId: 'a' }))
  await vi.waitFor(() => expect(errors.length).toBeGreaterThan(0))
  failing = false
  const shown = (doc: Y.Doc) => openStageDocument(doc).show.get('value')?.kind
  await vi.waitFor(async () => expect(await rooms.read('stage:g', shown)).toBe('goals'), {
    timeout: 4000,
    interval: 20,
  })
  await rooms.stop()
  await gate.remove()
})
