import type { Page } from '@playwright/test'
import { nb, type Messages } from '../../../shared/locale/nb.ts'

/** The facilitators' pages about a team's boards, by the words that they show. */
export function carePage(page: Page, { care: words }: Messages = nb) {
  const part = (name: string) => page.getByRole('region', { name, exact: true })
  const versions = part(words.versions.heading)
  const history = part(words.history.heading)
  return {
    versions,
    history,
    purge: part(words.purge.heading),
    rows: versions.getByRole('list', { name: words.versions.list }).locator(':scope > li'),
    changes: history.getByRole('list', { name: words.history.list }).getByRole('listitem'),
    /** what is said before something is done */
    asking: page.getByRole('region').getByRole('group'),
    tab: (name: string) => page.getByRole('navigation', { name: words.parts }).getByRole('link', { name, exact: true }),
  }
}
