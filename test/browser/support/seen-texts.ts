import type { Page } from '@playwright/test'

/** A run of text that a person sees. Sizes in px. */
export type SeenText = {
  text: string
  fontSize: number
  /** the text itself is outside the window, or below the top of the footer though it is not in it */
  cut: boolean
}

/** Every text that is drawn on the page now. */
export async function seenTexts(page: Page): Promise<SeenText[]> {
  return page.evaluate(() => {
    const footer = document.querySelector('footer')
    const floor = footer?.getBoundingClientRect().top ?? innerHeight
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (!element || text === '' || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const { left, top, right, bottom, width } = range.getBoundingClientRect()
      const style = getComputedStyle(element)
      // Words for screen readers only are a pixel wide.
      if (width < 2 || style.clipPath !== 'none') continue
      const lowest = footer?.contains(element) ? innerHeight : floor
      const cut = left < -0.5 || top < -0.5 || right > innerWidth + 0.5 || bottom > lowest + 0.5
      // A drawing is scaled, and its letters with it.
      const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1
      found.push({ text, fontSize: parseFloat(style.fontSize) * scale, cut })
    }
    return found
  })
}
