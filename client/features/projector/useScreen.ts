import { useEffect, useLayoutEffect, useState } from 'react'

/**
 * Makes the whole page a projector's: every rem follows the size and shape of the screen (projector.module.css).
 * False until that is so, so that nothing is measured in the wrong size.
 */
export function useProjectorRoot(): boolean {
  const [ready, setReady] = useState(false)
  useLayoutEffect(() => {
    document.documentElement.dataset.projector = ''
    setReady(true)
    return () => {
      delete document.documentElement.dataset.projector
      delete document.documentElement.dataset.pointer
    }
  }, [])
  return ready
}

const pointerRestMs = 3_000

/** Hides the pointer when nobody has moved it for three seconds. */
export function useRestingPointer(): void {
  useEffect(() => {
    const root = document.documentElement
    let timer: ReturnType<typeof setTimeout> | undefined
    const moved = () => {
      delete root.dataset.pointer
      clearTimeout(timer)
      timer = setTimeout(() => (root.dataset.pointer = 'resting'), pointerRestMs)
    }
    moved()
    addEventListener('pointermove', moved)
    return () => {
      removeEventListener('pointermove', moved)
      clearTimeout(timer)
      delete root.dataset.pointer
    }
  }, [])
}

/** Keeps the screen awake where the browser can (only in a secure context); taken up again after being hidden. */
export function useWakeLock(): void {
  useEffect(() => {
    if (!('wakeLock' in navigator)) return
    let lock: WakeLockSentinel | null = null
    let over = false
    const hold = async () => {
      if (over || document.visibilityState !== 'visible') return
      try {
        const got = await navigator.wakeLock.request('screen')
        if (over) await got.release()
        else lock = got
      } catch {
        // Refused on a low battery: the screen then follows the machine's own settings.
      }
    }
    const onVisible = () => void hold()
    void hold()
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      over = true
      document.removeEventListener('visibilitychange', onVisible)
      void lock?.release()
    }
  }, [])
}

/** The window's size, and a count that grows when fonts have come: both change what text needs. */
export function useLayoutKey(): string {
  const [key, setKey] = useState(() => `${innerWidth}×${innerHeight}`)
  useEffect(() => {
    let fonts = 0
    let over = false
    const measure = () => {
      if (!over) setKey(`${innerWidth}×${innerHeight}, ${fonts}`)
    }
    const fontsCame = () => {
      fonts += 1
      measure()
    }
    // Not every browser engine has document.fonts.
    const faces: FontFaceSet | undefined = 'fonts' in document ? document.fonts : undefined
    void faces?.ready.then(fontsCame)
    faces?.addEventListener('loadingdone', fontsCame)
    addEventListener('resize', measure)
    return () => {
      over = true
      faces?.removeEventListener('loadingdone', fontsCame)
      removeEventListener('resize', measure)
    }
  }, [])
  return key
}
