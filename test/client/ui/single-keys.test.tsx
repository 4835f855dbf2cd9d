import { act } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { addActor } from '../../../shared/ops/actors.ts'
import { municipalMapId } from '../../../shared/schema/actor-map.ts'
import type { TeamDocument } from '../../../shared/schema/team.ts'
import { showMap } from '../actor-map/map-page.tsx'
import { boardWith, talkWith, time } from '../goal-board/board-fixture.ts'
import { showPage } from '../goal-board/board-page.tsx'
import { putCards, showPhases } from '../improvement/phase-page.tsx'

beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))

/** Every key that makes one character, and Delete, which is as easily hit. */
const keys = ['abcdefghijklmnopqrstuvwxyzæøå0123456789?/.,-+*NMK'.split(''), 'Delete'].flat()

/** Where keys are meant: what a key acts on, and a menu that is open. */
const meant = '[data-card], [data-step], [data-actor], [role=group][tabindex], [role=menu]'

async function strike(on: Element): Promise<void> {
  await act(async () => {
    for (const key of keys) on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  })
}

const opened = () => document.querySelectorAll('form, dialog, [role=menu], [role=dialog], [data-toast]').length

function boards(): TeamDocument {
  const board = boardWith({ chosen: ['a', 'b'], proposed: ['c'] })
  putCards(board, 'team', { plan: ['x', 'y'] })
  addActor(board, { id: 'k', mapId: municipalMapId, name: 'Fastlege', sector: 'municipality', importance: 3, time })
  return board
}

describe('a single key means something only with focus on what it acts on (WCAG 2.1.4) [GB22]', () => {
  let close = async (): Promise<void> => undefined
  afterEach(async () => {
    await close()
    vi.unstubAllGlobals()
  })

  test.each([
    ['the goal board', (board: TeamDocument) => showPage({ board, talk: talkWith(['Mette']) })],
    ['an open goal', (board: TeamDocument) => showPage({ board, talk: talkWith(['Mette']), path: '/team/t/mal/a' })],
    ['the phases', (board: TeamDocument) => showPhases({ board })],
    ['an open card', (board: TeamDocument) => showPhases({ board, path: '/team/t/forbedring/team/x' })],
    ['the actor map', (board: TeamDocument) => showMap({ board })],
    ['an open actor', (board: TeamDocument) => showMap({ board, path: `/team/t/kart/${municipalMapId}/k` })],
  ])('%s', async (_name, show) => {
    const board = boards()
    const shown = await show(board)
    close = shown.close
    const before = opened()
    const changed = vi.fn()
    board.doc.on('update', changed)
    const here = shown.where()
    const elsewhere = [...document.querySelectorAll('button, a, input, select, textarea, summary, section, h1, h2')]
      .filter((element) => !element.closest(meant))
      .concat(document.body)
    expect(elsewhere.length).toBeGreaterThan(5)
    for (const element of elsewhere) {
      if (element instanceof HTMLElement) await act(async () => element.focus())
      await strike(element)
    }
    expect(changed).not.toHaveBeenCalled()
    expect([opened(), shown.where()]).toEqual([before, here])
    // On what it acts on, one of them does.
    const first = document.querySelector<HTMLElement>('[data-card], [data-actor]')
    await act(async () => first?.focus())
    await act(async () => {
      first?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Delete', bubbles: true, cancelable: true }))
    })
    expect(changed).toHaveBeenCalled()
  })
})
