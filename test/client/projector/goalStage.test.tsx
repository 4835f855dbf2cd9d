import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { GoalStage } from '../../../client/features/projector/GoalStage.tsx'
import { LocaleContext } from '../../../client/hooks/useMessages.ts'
import type { SessionView } from '../../../shared/api.ts'
import { nb } from '../../../shared/locale/nb.ts'
import type { StageGoal } from '../../../shared/schema/stage.ts'
import { stageView } from '../../../shared/select/stage.ts'
import { fakeGoal, fakeStage, granvik } from './fakeStage.ts'

const session: SessionView = {
  personId: 'd',
  name: '',
  title: null,
  role: 'display',
  language: 'nb',
  networkId: 'n',
  networkName: 'Nord',
  gatheringId: 'g',
  gathering: { id: 'g', name: 'Samling 3', place: 'Bodø', days: [], dayCount: 2, current: true },
  teamIds: [],
  teams: [],
  documents: { teams: {}, stage: 'stage:g' },
}

let root: Root
let page: HTMLElement
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  page = document.createElement('div')
  document.body.append(page)
  root = createRoot(page)
})
afterEach(() => {
  act(() => root.unmount())
  page.remove()
  vi.unstubAllGlobals()
})

function draw(goals: StageGoal[], offlineSince: number | null = null) {
  const { show, sections } = stageView(fakeStage(granvik, goals))
  if (show.kind !== 'goals') throw new Error('nothing to draw')
  act(() =>
    root.render(
      <LocaleContext value={{ language: 'nb', messages: nb, fetchSection: () => null, setLanguage: () => undefined }}>
        <GoalStage show={show} sections={sections} session={session} offlineSince={offlineSince} />
      </LocaleContext>,
    ),
  )
}
/** What the hall sees: without the copy that is only there to be measured. */
const seen = () => {
  const copy = page.cloneNode(true) as HTMLElement
  copy.querySelector('[inert]')?.remove()
  return copy
}
const texts = (selector: string) => [...seen().querySelectorAll(selector)].map((element) => element.textContent.trim())

describe('[PR1] a goal board on the projector', () => {
  test('no goals: the team and a sentence, no empty headings', () => {
    draw([])
    expect(texts('h1')).toEqual(['Granvik'])
    expect(texts('h2')).toEqual([])
    expect(seen().textContent).toContain('Tavlen er tom.')
  })

  test('one goal: its words, letters, measure and actions with owner and state', () => {
    draw([
      fakeGoal('a', {
        title: 'Felles møte før hjemreise',
        letters: { S: true, M: true, A: false, R: null, T: true, E: null },
        measure: { name: 'Hjemreiser', unit: '%', baseline: 20, baselineUnknown: false, target: 80, due: null },
        actions: [{ text: 'Fast kontaktperson', state: 'done', owner: 'Arne', due: null }],
      }),
    ])
    expect(texts('h2')).toEqual(['Valgte mål'])
    expect(texts('h3')).toEqual(['Felles møte før hjemreise'])
    expect(seen().querySelector('[data-goal] [role="img"]')?.getAttribute('aria-label')).toBe(
      'SMARTE: Spesifikt, Målbart, Tidsbestemt',
    )
    expect(seen().textContent.replaceAll('\u00a0', ' ')).toContain('20 % → 80 %')
    expect(texts('[data-action]')[0]).toMatch(/Fast kontaktperson.*Arne.*Gjort/u)
  })

  test('thirty long goals are all there to be laid on pages, each once', () => {
    const long = 'Bedre samhandling mellom første og andre linje '.repeat(6)
    draw(
      Array.from({ length: 30 }, (_, index) =>
        fakeGoal(`g${index}`, { title: `${index} ${long}`, state: index < 5 ? 'chosen' : 'proposed' }),
      ),
    )
    expect(page.querySelectorAll('[inert] [data-goal]')).toHaveLength(30)
  })

  test('a goal without words says so, and what was set aside shows only its title', () => {
    draw([fakeGoal('a', { title: '  ' }), fakeGoal('b', { state: 'setAside' })])
    expect(texts('h3')).toEqual(['Et mål uten ord ennå', 'Mål b'])
    expect(seen().querySelectorAll('[data-section="setAside"] [role="img"]')).toHaveLength(0)
  })

  test('[PR7] without net it keeps the picture and says since when', () => {
    draw([fakeGoal('a')], new Date(2027, 2, 17, 14, 5).getTime())
    expect(texts('h3')).toEqual(['Mål a'])
    expect(seen().textContent).toContain('Uten nett siden 14.05')
  })

  test('there is nothing to press', () => {
    draw([fakeGoal('a')])
    expect(page.querySelectorAll('button, a, input, select, textarea, [tabindex]')).toHaveLength(0)
  })
})
