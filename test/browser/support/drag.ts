import { expect, type Locator, type Page } from '@playwright/test'

/** Takes a card with the mouse; it hangs from the pointer until `drop`. */
export async function lift(page: Page, card: Locator): Promise<void> {
  const box = await boxOf(card)
  await page.mouse.move(box.x + box.width / 3, box.y + box.height / 2)
  await page.mouse.down()
  // A small first step is no drag yet, the next one is.
  await page.mouse.move(box.x + box.width / 3 + 4, box.y + box.height / 2 + 4)
  await page.mouse.move(box.x + box.width / 3 + 12, box.y + box.height / 2 + 12)
}

/** Carries it to just inside the top or the bottom edge of something; `said`: what a screen reader is told there. */
export async function carryTo(page: Page, over: Locator, edge: 'top' | 'bottom', said: string): Promise<void> {
  const box = await boxOf(over)
  const y = edge === 'top' ? box.y + 6 : box.y + box.height - 6
  await page.mouse.move(box.x + box.width / 2, y, { steps: 6 })
  await expect(page.getByText(said)).toBeAttached()
  // The place within the column follows the pointer only.
  await page.mouse.move(box.x + box.width / 2 + 2, y)
}

export async function drop(page: Page): Promise<void> {
  await page.mouse.up()
}

export async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  await locator.scrollIntoViewIfNeeded()
  const box = await locator.boundingBox()
  if (!box) throw new Error('Not on the screen')
  return box
}
