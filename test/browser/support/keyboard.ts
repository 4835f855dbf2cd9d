import { expect, type Locator, type Page } from '@playwright/test'

/** Presses a key; the focus is never lost by it, and what has it shows that it has. */
export async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  // A menu or a card takes the focus with the next picture, so this may take a moment, and must come true.
  await expect.poll(async () => page.evaluate(focusOf), key).toBe('seen')
}

function focusOf(): string {
  const element = document.activeElement
  if (!element || element === document.body) return 'lost'
  const { top, bottom, left, right, width, height } = element.getBoundingClientRect()
  if (width === 0 || height === 0) return `hidden: ${element.outerHTML.slice(0, 80)}`
  if (bottom < 0 || top > window.innerHeight) return `off the screen: ${element.outerHTML.slice(0, 80)}`
  const hit = document.elementFromPoint((left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2)
  if (hit && !element.contains(hit) && !hit.contains(element)) return `covered: ${element.outerHTML.slice(0, 80)}`
  // What takes the focus so that reading goes on there (a panel, the page) needs no ring; what one works with does.
  if (element.matches('[tabindex="-1"]') && !element.matches('a, button, input, select, textarea')) return 'seen'
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
  const ring = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
  return ring ? 'seen' : `no ring: ${element.outerHTML.slice(0, 80)}`
}

/** Tab until something has the focus, as somebody without a mouse does; the way there must not be long. */
export async function tabTo(page: Page, locator: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab', most = 40): Promise<void> {
  for (let at = 0; at < most; at += 1) {
    if (await locator.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
    // Past the last thing on the page comes the browser's own bar, and then the page again.
    await expect.poll(async () => page.evaluate(focusOf)).toMatch(/^(seen|lost)$/u)
  }
  await expect(locator).toBeFocused()
}
