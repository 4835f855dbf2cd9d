import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useSeenNews } from '../../../client/features/team-home/useSeenNews.ts'

beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))
afterEach(() => {
  vi.unstubAllGlobals()
  window.localStorage.clear()
})

/** One visit to the page: which of the ids are marked as new. */
async function visit(team: string, ids: readonly string[]): Promise<string[]> {
  let marked: string[] = []
  function Page() {
    const seen = useSeenNews(team, ids)
    marked = ids.filter((id) => !seen.has(id))
    return null
  }
  const root = createRoot(document.createElement('div'))
  await act(async () => root.render(<Page />))
  await act(async () => root.unmount())
  return marked
}

test('what was shown on this device before is not new; each team for itself [IM32]', async () => {
  expect(await visit('t', ['a', 'b'])).toEqual(['a', 'b'])
  expect(await visit('t', ['c', 'a', 'b'])).toEqual(['c'])
  expect(await visit('u', ['a'])).toEqual(['a'])
})

test('a device that remembers nothing, or nonsense, marks all as new [IM32]', async () => {
  window.localStorage.setItem('samtavle.seen.t', '{"a":')
  expect(await visit('t', ['a'])).toEqual(['a'])
})
