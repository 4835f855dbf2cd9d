import { expect, type Page } from '@playwright/test'
import { seenTexts } from './seen-texts.ts'

/** No text runs out of the screen or into the footer. */
export async function expectNothingCut(wall: Page): Promise<void> {
  await expect.poll(async () => (await seenTexts(wall)).filter(({ cut }) => cut)).toEqual([])
}

/** On a map: no actor, name of a sector or of a ring stands over another. */
export async function expectNoOverlap(wall: Page): Promise<void> {
  const overlaps = async () =>
    wall.evaluate(() => {
      const labels = [...document.querySelectorAll<HTMLElement>('main [data-actor], main p')].filter((element) =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
      )
      const boxes = labels.map((element) => {
        // The letters, not the room that they were given.
        const range = document.createRange()
        range.selectNodeContents(element)
        const box = (element.matches('p') ? range : element).getBoundingClientRect()
        return { text: element.innerText.trim(), box }
      })
      return boxes.flatMap((one, index) =>
        boxes.slice(index + 1).flatMap((other) => {
          const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
          const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
          return width > 1 && height > 1 ? [`${one.text} / ${other.text}`] : []
        }),
      )
    })
  await expect.poll(overlaps).toEqual([])
}

/** Watches a page for words; the answer tells when they were drawn, ms. */
export async function nextSeen(page: Page, text: string): Promise<() => Promise<number>> {
  const seen = await page.evaluateHandle(
    (wanted) => ({
      at: new Promise<number>((resolve) => {
        const watch = () => {
          if (document.querySelector('main')?.innerText.includes(wanted)) resolve(Date.now())
          else requestAnimationFrame(watch)
        }
        watch()
      }),
    }),
    text,
  )
  return async () => seen.evaluate(async ({ at }) => at)
}
