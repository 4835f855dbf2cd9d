import { expect, type Locator, type Page } from '@playwright/test'
import type { Language } from '../../../shared/api.ts'
import type { Messages } from '../../../shared/locale/nb.ts'
import type { Phase, StepId, StepState } from '../../../shared/schema/phase.ts'
import { startsWith } from './starts-with.ts'
import { words } from './words.ts'

/** What one person sees of a board of phases, found as people find it: by its words, in their language. */
export class ImprovementPage {
  readonly page: Page
  readonly words: Messages
  readonly m: Messages['phases']
  readonly panel: Locator
  readonly text: Locator
  readonly field: Locator
  readonly toast: Locator
  /** opens the list of deleted cards */
  readonly deleted: Locator

  constructor(page: Page, language: Language = 'nb') {
    this.page = page
    this.words = words[language]
    this.m = this.words.phases
    this.panel = page.getByRole('region', { name: this.m.panel, exact: true })
    this.text = this.panel.getByRole('textbox', { name: this.m.text, exact: true })
    this.field = page.getByRole('textbox', { name: this.m.addLabel })
    this.toast = page.locator('[data-toast]')
    this.deleted = page.locator('summary').filter({ hasText: this.m.deleted })
  }

  button(name: string, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name, exact: true })
  }

  step(id: StepId): Locator {
    return this.page.locator(`[data-step="${id}"]`)
  }

  async expectStep(id: StepId, state: StepState): Promise<void> {
    await expect(this.step(id)).toHaveAccessibleName(this.m.stepLine(this.m.step[id], this.m.stateInside[state]))
  }

  /** A phase's own line: how far it has come, in words. */
  async expectPhase(phase: Phase, state: StepState, done: number, of: number): Promise<void> {
    const line = this.m.phaseLine(this.m.phase[phase], this.m.stateInside[state], done, of)
    await expect(this.page.getByRole('heading', { level: 2, name: line })).toBeAttached()
  }

  /** A card, or its line in the list. */
  card(text: string): Locator {
    return this.page.locator('[data-card]').filter({ hasText: startsWith(text) })
  }

  cards(phase: Phase): Locator {
    return this.page.getByRole('list', { name: this.m.cards(this.m.phase[phase]), exact: true })
  }

  async expectCards(phase: Phase, texts: string[]): Promise<void> {
    await expect
      .poll(async () =>
        (await this.cards(phase).locator('[data-card]').allInnerTexts()).map((text) => text.split('\n')[0]?.trim()),
      )
      .toEqual(texts)
  }
}
