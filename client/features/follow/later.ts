import { useEffect } from 'react'
import { lazyPage } from '../../app/lazyPage.ts'

/*
 * What a phone needs a moment after it shows the stage. It is fetched as soon as the words are on the screen, not
 * when it is asked for: somebody who writes may be without net by then.
 */

const loadWriteScreen = async () => (await import('./WriteScreen.tsx')).WriteScreen
const loadOwnPane = async () => (await import('../../app/shell/OwnPane.tsx')).OwnPane

export const LaterWriteScreen = lazyPage(loadWriteScreen)
export const LaterOwnPane = lazyPage(loadOwnPane)

/** Fetches the rest when the page has been drawn. */
export function useLater(): void {
  useEffect(() => {
    loadWriteScreen().catch(() => undefined)
  }, [])
}
