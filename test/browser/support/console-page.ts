import type { Page } from '@playwright/test'
import { nb, type Messages } from '../../../shared/locale/nb.ts'

/** The parts of the facilitators' console, by the words that it shows. */
export function consolePage(page: Page, { console: words, common }: Messages = nb) {
  const teams = page.getByRole('region', { name: new RegExp(`^${words.teams.heading}( \\d+( \\p{L}+ \\d+)?)?$`, 'u') })
  const row = (name: string) => teams.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })
  const dialog = page.getByRole('dialog')
  return {
    teams,
    row,
    dialog,
    stage: page.getByRole('region', { name: words.stage.heading }),
    displays: page.getByRole('region', { name: words.displays.heading, exact: true }),
    gathering: page.getByRole('region', { name: words.gathering.heading, exact: true }),
    find: page.getByRole('search').getByRole('textbox'),
    sentence: page.getByLabel(words.now.label),
    addTeams: teams.getByRole('button', { name: words.teams.add }),
    card: (team: string) => row(team).getByRole('button', { name: words.teams.showCard }),
    show: (team: string) => page.getByRole('button', { name: words.stage.chooseTeam(team) }),
    close: dialog.getByRole('button', { name: common.close, exact: true }),
  }
}
