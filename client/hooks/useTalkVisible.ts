import { useEffect, type RefObject } from 'react'

const readingMs = 1_000

/**
 * Tells of the comments inside that have been on the screen long enough to be read. They carry their id in
 * `data-comment`. `ids`: what is shown; another list looks anew.
 */
export function useTalkVisible(
  around: RefObject<HTMLElement | null>,
  ids: readonly string[],
  onSeen: (ids: readonly string[]) => void,
): void {
  const key = ids.join(' ')
  useEffect(() => {
    if (!around.current || key === '' || typeof IntersectionObserver === 'undefined') return
    const timers = new Map<string, ReturnType<typeof setTimeout>>()
    const idOf = (element: Element) => element.getAttribute('data-comment') ?? ''
    const seen = (id: string) => {
      timers.delete(id)
      if (document.visibilityState === 'visible') onSeen([id])
    }
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const id = idOf(target)
        clearTimeout(timers.get(id))
        if (isIntersecting)
          timers.set(
            id,
            setTimeout(() => seen(id), readingMs),
          )
        else timers.delete(id)
      }
    })
    const look = () => {
      observer.disconnect()
      const wanted = new Set(key.split(' '))
      for (const element of around.current?.querySelectorAll('[data-comment]') ?? []) {
        if (wanted.has(idOf(element))) observer.observe(element)
      }
    }
    look()
    // Somebody who comes back to the page reads what came meanwhile.
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      observer.disconnect()
      for (const timer of timers.values()) clearTimeout(timer)
    }
  }, [around, key, onSeen])
}
