import type { NewDocument } from '../../server/store/directory.ts'
import { MemoryStore } from '../../server/store/memory.ts'
import { keptContract } from './kept.ts'
import { storeContract } from './store.ts'
import type { StoreUnderTest } from './store-under-test.ts'

storeContract('MemoryStore', (clock) => Promise.resolve(underTest(new MemoryStore(clock))))
keptContract('MemoryStore', (clock) => Promise.resolve(underTest(new MemoryStore(clock))))

function underTest(store: MemoryStore): StoreUnderTest {
  return {
    store,
    create: (document: NewDocument) => {
      store.create(document)
      return Promise.resolve()
    },
    breakDisk: () => store.failNext('commit', Infinity),
    mendDisk: () => store.failNext('commit', 0),
    reopen: async () => {
      await store.close()
      return underTest(store.crash())
    },
  }
}
