import { expect, type Locator, type Page } from '@playwright/test'
import type { Language } from '../../../shared/api.ts'
import type { Messages } from '../../../shared/locale/nb.ts'
import type { Importance, Involvement } from '../../../shared/schema/actor.ts'
import type { Relation } from '../../../shared/schema/relation.ts'
import type { StandardSector } from '../../../shared/schema/sector.ts'
import { boxOf } from './drag.ts'
import { startsWith } from './starts-with.ts'
import { words } from './words.ts'

/** How an actor stands on a map, in the data's own words. */
export type Standing = {
  /** a sector of the team's own: its name, as it stands within a sentence */
  sector: StandardSector | { own: string }
  importance: Importance
  relation?: Relation
  involvement?: Involvement
}

/** What one person sees of a team's actor maps, found as people find it: by its words, in their language. */
export class ActorMapPage {
  readonly page: Page
  readonly words: Messages
  readonly m: Messages['map']
  readonly panel: Locator
  readonly name: Locator
  readonly learnt: Locator
  readonly adding: Locator
  readonly field: Locator
  readonly dialog: Locator
  readonly toast: Locator
  /** opens the list of what is deleted */
  readonly deleted: Locator

  constructor(page: Page, language: Language = 'nb') {
    this.page = page
    this.words = words[language]
    this.m = this.words.map
    this.panel = page.getByRole('region', { name: this.m.panel, exact: true })
    this.name = this.panel.getByRole('textbox', { name: this.m.name, exact: true })
    this.learnt = this.panel.getByRole('textbox', { name: this.m.learnt, exact: true })
    this.adding = page.getByRole('region', { name: this.m.add, exact: true })
    this.field = this.adding.getByRole('textbox', { name: this.m.addName })
    this.dialog = page.getByRole('dialog')
    this.toast = page.locator('[data-toast]')
    this.deleted = page.locator('summary').filter({ hasText: new RegExp(`^${this.m.deleted}`, 'u') })
  }

  button(name: string | RegExp, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name, exact: true })
  }

  /** An actor on the map. */
  actor(name: string): Locator {
    return this.page.locator('[data-actor]').filter({ hasText: startsWith(name) })
  }

  get actors(): Locator {
    return this.page.locator('[data-actor]')
  }

  /** An actor's row in the list. */
  row(name: string): Locator {
    return this.page.locator('[data-row]').filter({ has: this.page.getByRole('rowheader', { name }) })
  }

  /** What a screen reader says of an actor: the whole of how it stands. */
  async expectActor(name: string, standing: Standing): Promise<void> {
    const { m } = this
    const { sector, importance, relation, involvement = 'notAsked' } = standing
    const said = m.actor(
      name,
      typeof sector === 'string' ? m.sectors[sector] : sector.own,
      m.spoken.importance[importance],
      relation === undefined ? m.spoken.noRelation : m.spoken.relation[relation],
      m.spoken.involvement[involvement],
    )
    // Within the sentence a service has a small letter.
    await expect
      .poll(async () => (await this.actor(name).getAttribute('aria-label'))?.toLowerCase())
      .toBe(said.toLowerCase())
  }

  async expectActors(names: string[]): Promise<void> {
    await expect
      .poll(async () => (await this.actors.allInnerTexts()).map(firstLine).toSorted())
      .toEqual(names.toSorted())
  }

  async open(name: string): Promise<void> {
    await this.actor(name).click()
    await expect(this.panel.getByRole('heading', { level: 2 })).toHaveText(name)
  }

  /** Takes one actor with the mouse and carries it onto another; it hangs from the pointer until `mouse.up`. */
  async carry(name: string, onto: string): Promise<void> {
    const from = await boxOf(this.actor(name))
    const to = await boxOf(this.actor(onto))
    const { mouse } = this.page
    await mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await mouse.down()
    await mouse.move(from.x + from.width / 2 + 12, from.y + from.height / 2 + 12)
    await mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 })
  }

  /** Draws a line with the mouse from one actor's edge onto another; it hangs from the pointer until `mouse.up`. */
  async drawLine(name: string, onto: string): Promise<void> {
    await this.actor(name).hover()
    const edge = await boxOf(this.actor(name).locator('[data-edge="end"]'))
    const to = await boxOf(this.actor(onto))
    const { mouse } = this.page
    await mouse.move(edge.x + edge.width / 2, edge.y + edge.height / 2)
    await mouse.down()
    await mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 })
  }

  async menu(map: string, item: string): Promise<void> {
    await this.button(new RegExp(`^${this.m.mapMenu('').trim()}.*${map}`, 'u')).click()
    await this.page.getByRole('menuitem', { name: item }).click()
  }
}

const firstLine = (text: string) => text.split('\n')[0]?.trim() ?? ''
