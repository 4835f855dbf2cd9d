import { expect, type Locator, type Page } from '@playwright/test'
import type { Language } from '../../../shared/api.ts'
import type { Messages } from '../../../shared/locale/nb.ts'
import { words } from './words.ts'

/** What one person sees of comments, on a phone that follows or beside a board, found by its words. */
export class TalkPage {
  readonly page: Page
  readonly words: Messages
  readonly m: Messages['talk']
  /** the comments about one thing; on a page of text, of the thing that is open */
  readonly panel: Locator
  readonly field: Locator

  constructor(page: Page, language: Language = 'nb') {
    this.page = page
    this.words = words[language]
    this.m = this.words.talk
    this.panel = page.getByRole('region', { name: this.m.comments, exact: true })
    this.field = this.panel.getByRole('textbox', { name: this.m.write, exact: true })
  }

  button(name: string, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name, exact: true })
  }

  /** In a board's text: what opens the comments about one thing. */
  toggle(title: string): Locator {
    const end = new RegExp(`, ${title.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}$`, 'u')
    return this.page.getByRole('button', { name: end })
  }

  /** A comment that can be read. */
  comment(text: string): Locator {
    return this.page.getByRole('article').filter({ hasText: text })
  }

  /** Writes in the open panel and sends. */
  async say(text: string, { withoutName = false } = {}): Promise<void> {
    await this.field.fill(text)
    if (withoutName) await this.button(this.m.withoutName, this.panel).click()
    await this.button(this.m.send, this.panel).click()
    await expect(this.comment(text)).toBeVisible()
  }

  async answer(author: string, text: string): Promise<void> {
    await this.button(this.m.answerTo(author)).click()
    await this.panel.getByRole('textbox', { name: this.m.writeAnswer, exact: true }).fill(text)
    await this.button(this.m.send, this.panel).click()
    await expect(this.comment(text)).toBeVisible()
  }

  /** What one may do with a comment: the words of its menu, which stays open. */
  async choices(text: string): Promise<string[]> {
    await this.comment(text)
      .getByRole('button', { name: new RegExp(`^${this.m.more('')}`, 'u') })
      .click()
    return this.page.getByRole('menuitem').allInnerTexts()
  }

  async choose(text: string, choice: string): Promise<void> {
    await this.choices(text)
    await this.page.getByRole('menuitem', { name: choice }).click()
  }
}

/** How a comment's words look: size, typeface, colour, and where on the page they begin. */
export async function voiceOf(comment: Locator) {
  return comment.evaluate((article) => {
    const text = article.querySelector(':scope > p')
    const name = article.querySelector('header b')
    if (!text || !name) throw new Error('This is no comment')
    const styleOf = (element: Element) => {
      const { fontFamily, fontSize, fontWeight, lineHeight, color, opacity } = getComputedStyle(element)
      return { fontFamily, fontSize, fontWeight, lineHeight, color, opacity }
    }
    const { left, width } = text.getBoundingClientRect()
    return { text: styleOf(text), name: styleOf(name), left: Math.round(left), width: Math.round(width) }
  })
}
