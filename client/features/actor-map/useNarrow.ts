import { useSyncExternalStore } from 'react'

// A phone of 390 px can be panned; what is zoomed to 320 px reflows to the list.
const query = '(max-width: 359px)'

/** Whether the screen is too narrow for a map. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => window.matchMedia(query).matches,
  )
}
