import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { StageView } from '../../../shared/select/stage.ts'
import { measureBoard } from './measureBoard.ts'
import { paginate, type Page } from './paginate.ts'
import { useLayoutKey } from './useScreen.ts'

/** A board with little on it is written larger, as long as it stays on one page and no word has to be broken. */
const zooms = [2, 1.75, 1.5, 1.35, 1.2, 1.1, 1]

/** From this shape on, actions stand beside their goal and the other goals two in a row (as in the style sheet). */
const wide = 1.2

/** The pages that these goals need on this screen, measured again when goals, screen or fonts change. */
export function usePages(sections: StageView['sections']): {
  measuring: RefObject<HTMLDivElement | null>
  pages: Page[]
  zoom: number
} {
  const measuring = useRef<HTMLDivElement>(null)
  const [laid, setLaid] = useState<{ pages: Page[]; zoom: number }>({ pages: [], zoom: 1 })
  const layoutKey = useLayoutKey()
  useLayoutEffect(() => {
    const board = measuring.current?.firstElementChild
    if (!(board instanceof HTMLElement) || !measuring.current) return
    const available = measuring.current.clientHeight
    const isWide = innerWidth / innerHeight >= wide
    const shape = { columns: isWide ? 2 : 1, beside: isWide }
    const before = board.style.getPropertyValue('--zoom')
    let next = { pages: [] as Page[], zoom: 1 }
    for (const zoom of zooms) {
      board.style.setProperty('--zoom', `${zoom}`)
      if (zoom > 1 && breaksWords(board)) continue
      next = { pages: paginate(measureBoard(board, sections, shape), available), zoom }
      if (next.pages.length === 1 && next.pages[0]?.shrink === 1) break
    }
    board.style.setProperty('--zoom', before)
    setLaid((laidBefore) => (JSON.stringify(laidBefore) === JSON.stringify(next) ? laidBefore : next))
  }, [sections, layoutKey])
  return { measuring, ...laid }
}

/** Whether a word is wider than its place in the size that the board is drawn in now. */
function breaksWords(board: HTMLElement): boolean {
  board.style.setProperty('--wrap', 'normal')
  const places = [...board.querySelectorAll('[data-head], [data-action]')]
  const breaks = places.some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
  board.style.removeProperty('--wrap')
  return breaks
}
