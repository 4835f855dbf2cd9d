import { expect, type Locator, type Page } from '@playwright/test'
import type { Language } from '../../../shared/api.ts'
import { en } from '../../../shared/locale/en.ts'
import { nb, type Messages } from '../../../shared/locale/nb.ts'
import { nn } from '../../../shared/locale/nn.ts'
import type { GoalState } from '../../../shared/schema/goal.ts'
import type { SmarteLetter } from '../../../client/ui/SmarteLetters.tsx'

export const catalogues: Record<Language, Messages> = { nb, nn, en }

/** What one person sees of a goal board, found as people find it: by its words, in their language. */
export class GoalBoardPage {
  readonly page: Page
  readonly words: Messages
  readonly m: Messages['goals']
  readonly panel: Locator
  readonly title: Locator
  readonly field: Locator
  readonly status: Locator
  /** opens the list of deleted goals */
  readonly deleted: Locator

  constructor(page: Page, language: Language = 'nb') {
    this.page = page
    this.words = catalogues[language]
    this.m = this.words.goals
    this.panel = page.getByRole('region', { name: this.m.panel, exact: true })
    this.title = this.panel.getByRole('textbox', { name: this.m.title, exact: true })
    this.field = page.getByRole('textbox', { name: this.m.addLabel })
    this.status = page.locator('[data-save-status]')
    this.deleted = page.locator('summary').filter({ hasText: this.m.deleted })
  }

  button(name: string, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name, exact: true })
  }

  /** A card, or a goal's row in the list. */
  card(title: string): Locator {
    // A sub-goal's card names its main goal too, further down.
    const start = new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}`, 'u')
    return this.page.locator('[data-card]').filter({ hasText: start })
  }

  column(state: GoalState): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^${this.m.state[state]} \\d+$`, 'u') })
  }

  async expectColumn(state: GoalState, titles: string[]): Promise<void> {
    await expect(this.column(state).getByRole('heading', { level: 3 })).toHaveText(titles)
  }

  async open(title: string): Promise<void> {
    await this.card(title).click()
    await expect(this.panel.getByRole('heading', { level: 2 })).toHaveText(title)
  }

  row(letter: SmarteLetter): Locator {
    return this.panel.locator(`[data-letter="${letter}"]`)
  }

  /** What opens a letter; its words are the question, or the answer. */
  toggle(letter: SmarteLetter): Locator {
    return this.row(letter).locator('button[aria-expanded]')
  }

  /** The letter counts: its word says so to those who listen. */
  async expectLetter(letter: SmarteLetter, met: boolean | null): Promise<void> {
    const state = met === true ? this.m.met : met === false ? this.m.notYet : this.m.open
    await expect(this.row(letter)).toContainText(`${this.m.letter[letter]}, ${state}`)
  }

  /** Somebody's own pane in the bar, with language and «Ikke deg?». */
  async openOwnPane(): Promise<void> {
    await this.button(this.words.team.menu).click()
  }
}
