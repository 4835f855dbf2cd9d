import { act } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type * as Y from 'yjs'
import { nb } from '../../../shared/locale/nb.ts'
import { deleteGoal, moveGoal } from '../../../shared/ops/goals.ts'
import { deleteCard, moveCard, setCardOwner, setStep } from '../../../shared/ops/phases.ts'
import { setText } from '../../../shared/ops/text.ts'
import { cardById, cardsIn, phaseViews, stepState } from '../../../shared/select/phases.ts'
import type { TeamDocument } from '../../../shared/schema/team.ts'
import { boardWith, meet, peerOf, time } from '../goal-board/board-fixture.ts'
import { field, find, get, key, press, type } from '../goal-board/board-page.tsx'
import { m, putCards, showPhases } from './phase-page.tsx'

const need = m.step['prepare.need']
const text = (board: TeamDocument, id: string) => board.cards.get(id)?.get('text') as Y.Text
const focused = () => document.activeElement?.getAttribute('data-card')
const focusOn = async (id: string) =>
  act(async () => document.querySelector<HTMLElement>(`[data-card="${id}"]`)?.focus())

let page: Awaited<ReturnType<typeof showPhases>>
beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))
afterEach(async () => {
  await page.close()
  vi.unstubAllGlobals()
})

describe('steps', () => {
  test('pressing goes from not begun to under way to done and round again, said in words [IM2]', async () => {
    const board = boardWith({})
    page = await showPhases({ board })
    for (const state of ['started', 'done', 'none'] as const) {
      await press(get('button', new RegExp(`^${need}: `)))
      expect(stepState(board, 'team', 'prepare.need')).toBe(state)
      expect(get('button', `${need}: ${m.stateInside[state]}`).textContent).toContain(m.state[state])
    }
  })

  test('the menu goes to any state at once, also by M, and back again [IM2]', async () => {
    const board = boardWith({})
    page = await showPhases({ board })
    await press(get('button', m.chooseState(need)))
    await press(get('menuitem', m.state.done))
    expect(stepState(board, 'team', 'prepare.need')).toBe('done')
    await act(async () => get('button', `${need}: gjort`).focus())
    await key('m')
    await press(get('menuitem', m.state.none))
    expect(stepState(board, 'team', 'prepare.need')).toBe('none')
    expect(document.activeElement).toBe(get('button', `${need}: ikke begynt`))
  })

  test('several phases may be under way, and each says how far it has come [IM3]', async () => {
    const board = boardWith({})
    setStep(board, { boardId: 'team', stepId: 'do.try', state: 'done' })
    setStep(board, { boardId: 'team', stepId: 'evaluate.reflect', state: 'started' })
    page = await showPhases({ board })
    const heads = [...document.querySelectorAll('h2[data-state]')].map((head) => [
      head.getAttribute('data-state'),
      head.querySelector('small')?.textContent,
    ])
    expect(heads).toEqual([
      ['none', '0 av 3'],
      ['none', '0 av 4'],
      ['started', '1 av 2'],
      ['started', '0 av 2'],
      ['none', '0 av 3'],
    ])
    expect(document.body.textContent).toContain('Utføre: i gang, 1 av 2 trinn gjort')
  })

  test('what another person sets is seen, and undo takes back only one’s own [IM6]', async () => {
    const board = boardWith({})
    page = await showPhases({ board })
    const peer = peerOf(board)
    await press(get('button', `${need}: ikke begynt`))
    setStep(peer, { boardId: 'team', stepId: 'do.try', state: 'done' })
    await act(async () => meet(board, peer))
    await key('z', { ctrlKey: true })
    expect(stepState(board, 'team', 'prepare.need')).toBe('none')
    expect(get('button', `${m.step['do.try']}: gjort`)).toBeTruthy()
    await key('z', { ctrlKey: true, shiftKey: true })
    expect(get('button', `${need}: i gang`)).toBeTruthy()
  })
})

describe('cards', () => {
  test('are added one after the other in the phase that is chosen; only spaces is met with a sentence [IM10]', async () => {
    const board = boardWith({})
    setStep(board, { boardId: 'team', stepId: 'do.try', state: 'started' })
    page = await showPhases({ board })
    await press(get('button', m.add))
    await type(field(m.addLabel), '  ')
    await key('Enter')
    expect(document.querySelector('[role=alert]')?.textContent).toBe(m.emptyText)
    await type(field(m.addLabel), 'Møte på Teams')
    await key('Enter')
    expect(cardsIn(board, 'team', 'do').map((card) => card.text)).toEqual(['Møte på Teams'])
    expect(field(m.addLabel).value).toBe('')
    await key('Escape')
    expect(document.activeElement).toBe(get('link', /^Møte på Teams, Utføre/))
  })

  test('one Tab stop; arrows move, M moves to a phase, Delete deletes and can be taken back [IM11]', async () => {
    const board = boardWith({})
    putCards(board, 'team', { prepare: ['a', 'b'], do: ['c'] })
    page = await showPhases({ board })
    expect(document.querySelectorAll('[data-card][tabindex="0"]')).toHaveLength(1)
    await focusOn('a')
    await key('ArrowDown')
    expect(focused()).toBe('b')
    await key('m')
    await press(get('menuitem', m.phase.evaluate))
    await vi.waitFor(() => expect(focused()).toBe('b'))
    expect(get('link', 'Kort b, Evaluere')).toBeTruthy()
    await key('Delete')
    expect(find('link', /^Kort b/)).toHaveLength(0)
    await press(get('button', m.takeBackNamed('Kort b')))
    expect(get('link', 'Kort b, Evaluere')).toBeTruthy()
  })

  test('one that two people move at once lies in one phase for both [IM12]', async () => {
    const board = boardWith({})
    putCards(board, 'team', { prepare: ['a'] })
    page = await showPhases({ board })
    const peer = peerOf(board)
    await focusOn('a')
    await key('m')
    await press(get('menuitem', m.phase.do))
    moveCard(peer, { id: 'a', phase: 'followUp', afterId: null })
    await act(async () => meet(board, peer))
    expect(document.querySelectorAll('[data-card="a"]')).toHaveLength(1)
    expect(cardById(board, 'team', 'a')?.phase).toBe(cardById(peer, 'team', 'a')?.phase)
  })

  test('an open card that another deletes says so, keeps what is written, and can be taken back [IM13]', async () => {
    const board = boardWith({})
    putCards(board, 'team', { do: ['a'] })
    page = await showPhases({ board, path: '/team/t/forbedring/team/a' })
    const peer = peerOf(board)
    deleteCard(peer, { id: 'a', time })
    await act(async () => meet(board, peer))
    expect(document.querySelector('[role=alert]')?.textContent).toContain(m.goneHere)
    await act(async () => setText(text(board, 'a'), 'Kort a, skrevet videre', 400))
    await press(get('button', m.takeBack))
    expect(get('link', 'Kort a, skrevet videre, Utføre')).toBeTruthy()
  })

  test('shows who has it and by when, and a member who has left has no name [IM14]', async () => {
    const board = boardWith({})
    putCards(board, 'team', { do: ['a', 'b'] })
    setCardOwner(board, { id: 'a', owner: { personId: 'Arne' } })
    setCardOwner(board, { id: 'b', owner: { personId: 'gone' } })
    page = await showPhases({ board })
    expect(get('link', 'Kort a, Utføre, Arne')).toBeTruthy()
    expect(get('link', 'Kort b, Utføre, En som ikke lenger er med')).toBeTruthy()
  })
})

describe('boards', () => {
  test('the team has one, and each chosen goal has one of its own [IM1]', async () => {
    const board = boardWith({ chosen: ['a'], proposed: ['b'] })
    putCards(board, 'a', { do: ['x'] })
    page = await showPhases({ board })
    expect(find('link', /^Kort x/)).toHaveLength(0)
    await press(get('button', m.switchGoal))
    expect(find('menuitem', /.+/).map((item) => item.textContent?.trim())).toEqual([m.teamBoard, 'Mål a'])
    await press(get('menuitem', 'Mål a'))
    expect(page.where()).toBe('/team/t/forbedring/a')
    await page.draw()
    expect(document.querySelector('h1')?.textContent).toBe('Mål a')
    expect(get('link', 'Kort x, Utføre')).toBeTruthy()
  })

  test('a goal deleted by another takes its board along, says so, and gives it back [IM20]', async () => {
    const board = boardWith({ chosen: ['a'] })
    putCards(board, 'a', { do: ['x'] })
    page = await showPhases({ board, path: '/team/t/forbedring/a' })
    const peer = peerOf(board)
    deleteGoal(peer, { id: 'a', time })
    await act(async () => meet(board, peer))
    expect(document.querySelector('[role=alert]')?.textContent).toContain(m.goalDeleted('Mål a'))
    expect(get('link', m.toTeamBoard).getAttribute('href')).toBe('/team/t/forbedring')
    expect(find('link', /^Kort x/)).toHaveLength(0)
    await press(get('button', m.takeGoalBack))
    expect(get('link', 'Kort x, Utføre')).toBeTruthy()
  })

  test('a card written while its goal was deleted stays in the field [IM21]', async () => {
    const board = boardWith({ chosen: ['a'] })
    page = await showPhases({ board, path: '/team/t/forbedring/a' })
    await press(get('button', m.add))
    await type(field(m.addLabel), 'Møte på Teams')
    await act(async () => deleteGoal(board, { id: 'a', time }))
    expect(field(m.addLabel).value).toBe('Møte på Teams')
    await act(async () => field(m.addLabel).focus())
    await key('Enter')
    expect(field(m.addLabel).value).toBe('Møte på Teams')
    expect(document.body.textContent).toContain(m.goalGoneUnsent)
    expect(board.cards.size).toBe(0)
  })

  test('a goal that is no longer chosen keeps its board, and the page says where it is now [IM22]', async () => {
    const board = boardWith({ chosen: ['a'] })
    putCards(board, 'a', { do: ['x'] })
    page = await showPhases({ board, path: '/team/t/forbedring/a' })
    const peer = peerOf(board)
    moveGoal(peer, { id: 'a', state: 'reached', afterId: null })
    await act(async () => meet(board, peer))
    expect(document.querySelector('[role=alert]')?.textContent).toContain(m.goalMoved('Mål a', 'Nådd'))
    expect(get('link', m.toTeamBoard)).toBeTruthy()
    expect(get('link', 'Kort x, Utføre')).toBeTruthy()
  })
})

test('who only reads sees every step and card, and no way to change one [IM4]', async () => {
  const board = boardWith({})
  putCards(board, 'team', { do: ['a'] })
  page = await showPhases({ board, role: 'commenter', path: '/team/t/forbedring/team/a' })
  expect(document.body.textContent).toContain(m.readOnly)
  const controls = [...document.querySelectorAll('[data-step], textarea, input, select, [aria-haspopup]')]
  // Commenting is for everybody who may read.
  expect(controls.filter((each) => !each.closest(`[aria-label="${nb.talk.comments}"]`))).toEqual([])
  await focusOn('a')
  await key('Delete')
  expect(cardsIn(board, 'team', 'do')).toHaveLength(1)
})

test('the list holds every step and card, and sets, moves and deletes as the board does [IM5]', async () => {
  const board = boardWith({})
  putCards(board, 'team', { do: ['a', 'b'] })
  page = await showPhases({ board, path: '/team/t/forbedring/liste' })
  const choose = async (label: string, value: string) =>
    act(async () => {
      const select = document.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`)
      if (!select) throw new Error(`no choice «${label}»`)
      select.value = value
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
  await choose(m.chooseState(need), 'done')
  expect(stepState(board, 'team', 'prepare.need')).toBe('done')
  await press(get('button', m.moveDownNamed('Kort a')))
  expect(cardsIn(board, 'team', 'do').map((card) => card.id)).toEqual(['b', 'a'])
  await choose(m.moveCard('Kort a'), 'followUp')
  expect(cardsIn(board, 'team', 'followUp').map((card) => card.id)).toEqual(['a'])
  await press(get('button', m.removeNamed('Kort b')))
  expect(phaseViews(board, 'team').flatMap((view) => view.cards.map((card) => card.id))).toEqual(['a'])
})
