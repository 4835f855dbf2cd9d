import { Suspense, useSyncExternalStore } from 'react'
import { lazyPage } from './lazyPage.ts'
import { notSentOf } from './notSentOf.ts'

const NotSentDialog = lazyPage(async () => (await import('./NotSentDialog.tsx')).NotSentDialog, ['notSent', 'reading'])

/** Shows what could not be sent, where there is something; it is fetched only then. */
export function NotSentArea({ personId }: { personId: string }) {
  const store = notSentOf(personId)
  const all = useSyncExternalStore(store.all.subscribe, store.all.get)
  const first = all[0]
  if (!first) return null
  return (
    <Suspense fallback={null}>
      <NotSentDialog key={first.id} notSent={first} onDone={() => void store.remove(first.id)} />
    </Suspense>
  )
}
