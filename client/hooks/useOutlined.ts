import { useEffect, useState } from 'react'

const outlinedMs = 2000

/** Tells of cards that other people move; gives back the way to stop listening. */
export type MoveTeller = { onRemoteMove: (listener: (id: string) => void) => () => void }

/** The cards that others moved within the last two seconds: they jump, and are outlined where they landed. */
export function useOutlined(store: MoveTeller): ReadonlySet<string> {
  const [outlined, setOutlined] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const timers = new Map<string, ReturnType<typeof setTimeout>>()
    const stop = store.onRemoteMove((id) => {
      clearTimeout(timers.get(id))
      setOutlined((before) => (before.has(id) ? before : new Set([...before, id])))
      timers.set(
        id,
        setTimeout(() => {
          timers.delete(id)
          setOutlined((before) => new Set([...before].filter((each) => each !== id)))
        }, outlinedMs),
      )
    })
    return () => {
      stop()
      for (const timer of timers.values()) clearTimeout(timer)
    }
  }, [store])
  return outlined
}
