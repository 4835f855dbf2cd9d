import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../shared/clock.ts'
import { openInTest } from '../server/store/open-in-test.ts'
import { temporaryFolder } from '../server/store/temporary-folder.ts'
import { keptContract } from './kept.ts'
import { storeContract } from './store.ts'
import type { StoreUnderTest } from './store-under-test.ts'

storeContract('SQLite', (clock) => underTest(temporaryFolder(), clock))
keptContract('SQLite', (clock) => underTest(temporaryFolder(), clock))

async function underTest(folder: string, clock: Clock): Promise<StoreUnderTest> {
  const { store, directory } = await openInTest(folder, { clock })

  /** From outside, as another program would: the worker's own connection knows nothing of tests. */
  function meanwhile(sql: string): void {
    const db = new DatabaseSync(join(folder, 'samtavle.db'))
    db.exec(sql)
    db.close()
  }

  return {
    store,
    create: (document) =>
      directory.createNetwork({ id: document.id, name: 'N', facilitatorId: null, at: 1, documents: [document] }),
    // RAISE(ROLLBACK) ends the whole transaction, as a full disk does.
    breakDisk: () =>
      meanwhile(`CREATE TRIGGER broken BEFORE INSERT ON log BEGIN SELECT RAISE(ROLLBACK, 'broken'); END`),
    mendDisk: () => meanwhile('DROP TRIGGER broken'),
    reopen: async () => {
      await store.close()
      return underTest(folder, clock)
    },
  }
}
