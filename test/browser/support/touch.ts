import type { Locator, Page } from '@playwright/test'
import { boxOf } from './drag.ts'

/** A finger that rests on something until it is lifted, then carries it. Real touch events, as a screen sends them. */
export async function touchDrag(page: Page, card: Locator) {
  const session = await page.context().newCDPSession(page)
  const box = await boxOf(card)
  let at = { x: box.x + box.width / 3, y: box.y + box.height / 2 }
  const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd') =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [at] })
  await touch('touchStart')
  return {
    /** to the lower part of something */
    moveTo: async (over: Locator) => {
      const target = await boxOf(over)
      const from = at
      const to = { x: target.x + target.width / 3, y: target.y + target.height - 4 }
      for (const part of [0.3, 0.6, 0.9, 1]) {
        at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
        await touch('touchMove')
      }
    },
    letGo: async () => touch('touchEnd'),
  }
}
