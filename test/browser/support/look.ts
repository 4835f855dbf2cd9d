import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { en } from '../../../shared/locale/en.ts'
import { nb } from '../../../shared/locale/nb.ts'
import { nn } from '../../../shared/locale/nn.ts'

/** Saves a picture of the screen: part of what the tests give out. */
export async function look(page: Page, name: string, options: { fullPage?: boolean } = {}): Promise<void> {
  await page.evaluate(async () => document.fonts.ready)
  await page.screenshot({ path: `test-results/screens/${name}.png`, animations: 'disabled', ...options })
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** No breach of WCAG 2.0–2.2, level A and AA, that a machine can find. */
export async function expectAccessible(page: Page): Promise<void> {
  // «Legacy» only leaves out an extra page that gathers what frames say; ours have none, and it takes half the time.
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).setLegacyMode().analyze()
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary ?? ''}`),
  )
  expect(found, page.url()).toEqual([])
}

/** Waits until the page is drawn with its boards, and the top bar says that everything is saved. */
export async function saved(page: Page): Promise<void> {
  await expect(page.locator('main h1, main h2').first()).toBeAttached()
  await expect(page.getByText(waiting)).toHaveCount(0)
  await expect(page.locator('[data-save-status]')).toHaveAttribute('data-save-status', 'saved')
}

const languages = [nb, nn, en]
const waiting = new RegExp(
  languages.flatMap(({ common, goals, console }) => [common.loading, goals.loading, console.loading]).join('|'),
  'u',
)

/** The page fits its screen in width: nobody has to scroll sideways to read. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const widths = async () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      if (scrollWidth <= clientWidth) return []
      const outside = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
        (element) => element.getBoundingClientRect().right > clientWidth + 1,
      )
      return [`${scrollWidth} of ${clientWidth}`, ...outside.slice(0, 5).map((each) => each.outerHTML.slice(0, 120))]
    })
  await expect.poll(widths).toEqual([])
}
