import { useLayoutEffect, useState, type RefObject } from 'react'
import type { Frame } from './fitMap.ts'
import { useLayoutKey } from './useScreen.ts'

/** The inside of an element in px at 1920 × 1080 (16 to a rem), followed; null before it is measured. */
export function useStageFrame(ref: RefObject<HTMLElement | null>): Frame | null {
  const [frame, setFrame] = useState<Frame | null>(null)
  const layoutKey = useLayoutKey()
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const read = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
      const width = Math.floor((element.clientWidth * 16) / rem)
      const height = Math.floor((element.clientHeight * 16) / rem)
      if (width <= 0 || height <= 0) return
      setFrame((before) => (before?.width === width && before.height === height ? before : { width, height }))
    }
    read()
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(read)
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref, layoutKey])
  return frame
}
