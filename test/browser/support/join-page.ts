import { expect, type Locator, type Page } from '@playwright/test'
import { nb, type Messages } from '../../../shared/locale/nb.ts'

/** Types a card's code and goes on. */
export async function typeCode(page: Page, code: string, words: Messages = nb): Promise<void> {
  await page.getByLabel(words.join.code).fill(code)
  await page.getByRole('button', { name: words.join.continue }).click()
}

/** Says what one wants to be called, and goes in. */
export async function typeName(page: Page, name: string, words: Messages = nb): Promise<void> {
  await page.getByLabel(words.join.name).fill(name)
  await page.getByRole('button', { name: words.join.join, exact: true }).click()
}

/** Tab by Tab to something, as someone without a mouse; fails when the keyboard can't reach it. */
export async function tabTo(page: Page, target: Locator, most = 40): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses <= most; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${most} presses of Tab did not reach ${String(target)}`)
}
