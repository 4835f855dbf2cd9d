import { expect, type Page } from '@playwright/test'

/**
 * Everything that is pressed is at least 44 px high and wide. A field of words may be lower than a finger is
 * thick only if it is as wide as a thumb; a link inside a sentence is as high as its line.
 */
export async function expectLargeTargets(page: Page): Promise<void> {
  const small = async () =>
    page.evaluate(() => {
      const least = 43.5
      const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      const pressed = document.querySelectorAll<HTMLElement>(
        'a[href], button, summary, select, input:not([aria-hidden]), textarea, [role="menuitem"], [role="checkbox"]',
      )
      return [...pressed].filter(shown).flatMap((element) => {
        // A box to tick is pressed by its label too.
        const area = element.closest('label') ?? element
        const { width, height } = area.getBoundingClientRect()
        if (element.closest('p a, [class*="skip"]') || width === 0) return []
        if (width >= least && height >= least) return []
        return [`${Math.round(width)}×${Math.round(height)}: ${element.outerHTML.slice(0, 140)}`]
      })
    })
  await expect.poll(small).toEqual([])
}
