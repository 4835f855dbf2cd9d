import { nb } from '../../../shared/locale/nb.ts'
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type * as Wouter from 'wouter'
import type * as Y from 'yjs'
import { addAction } from '../../../shared/ops/actions.ts'
import { deleteGoal, moveGoal, restoreGoal } from '../../../shared/ops/goals.ts'
import { setText } from '../../../shared/ops/text.ts'
import type { TeamDocument } from '../../../shared/schema/team.ts'
import { measureOf } from '../../../shared/select/measures.ts'
import { wordingKey } from '../../../shared/wording.ts'
import { boardWith, meet, peerOf, talkWith, time } from './board-fixture.ts'
import { field, find, get, key, m, press, showPage, type } from './board-page.tsx'

const drawn = vi.hoisted(() => new Map<string, number>())
vi.mock('wouter', async (original) => {
  const wouter = await original<typeof Wouter>()
  // Every card draws exactly one link: counting links counts how often cards are drawn.
  return {
    ...wouter,
    Link: (props: Record<string, unknown>) => {
      const id = props['data-card']
      if (typeof id === 'string') drawn.set(id, (drawn.get(id) ?? 0) + 1)
      const Link = wouter.Link as unknown as (props: Record<string, unknown>) => never
      return <Link {...props} />
    },
  }
})

const text = (board: TeamDocument, id: string, name = 'title') => board.goals.get(id)?.get(name) as Y.Text
const focused = () => document.activeElement?.getAttribute('data-card')
const focusOn = async (id: string) =>
  act(async () => document.querySelector<HTMLElement>(`[data-card="${id}"]`)?.focus())

let page: Awaited<ReturnType<typeof showPage>>
beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))
afterEach(async () => {
  await page.close()
  vi.unstubAllGlobals()
})

describe('the board', () => {
  test('a card says title, state, SMARTE and actions [GB2]', async () => {
    const board = boardWith({ chosen: ['a'] })
    addAction(board, { id: 'x', goalId: 'a', text: 'Ring', time })
    page = await showPage({ board, talk: talkWith(['Mette']) })
    expect(get('link', 'Mål a, valgt mål, SMARTE 0 av 6, 1 tiltak').getAttribute('href')).toBe('/team/t/mal/a')
  })

  test('among a thousand cards, one is drawn again when one changes [GB60]', async () => {
    const ids = Array.from({ length: 1000 }, (_, index) => `g${index}`)
    const board = boardWith({ chosen: ids.slice(0, 500), proposed: ids.slice(500) })
    const peer = peerOf(board)
    page = await showPage({ board, talk: talkWith(['Mette']) })
    expect(document.querySelectorAll('[data-card]')).toHaveLength(1000)
    drawn.clear()
    await act(async () => setText(text(board, 'g7'), 'Mine ord', 300))
    expect([...drawn.keys()]).toEqual(['g7'])
    drawn.clear()
    setText(text(peer, 'g900'), 'Andres ord', 300)
    await act(async () => meet(board, peer))
    expect([...drawn.keys()]).toEqual(['g900'])
    expect(get('link', /^Andres ord/)).toBeTruthy()
  }, 30_000)

  test('an empty board asks one question and has one button [GB5]', async () => {
    page = await showPage({ board: boardWith({}), talk: talkWith(['Mette']) })
    expect(document.body.textContent).toContain('Hva vil dere at skal bli bedre?')
    await press(get('button', m.empty.button))
    expect(document.activeElement).toBe(field(m.addLabel))
  })

  test('only spaces is met with a sentence, and what was typed stays [GB4]', async () => {
    const board = boardWith({ chosen: ['a'] })
    page = await showPage({ board, talk: talkWith(['Mette']) })
    await press(get('button', m.add))
    await type(field(m.addLabel), '   ')
    await key('Enter')
    expect(document.querySelector('[role=alert]')?.textContent).toBe(m.noWords)
    await type(field(m.addLabel), 'x'.repeat(301))
    await key('Enter')
    expect(field(m.addLabel).value).toHaveLength(301)
    expect(document.querySelector('[role=alert]')?.textContent).toBe(m.tooLong(301, 300))
    await type(field(m.addLabel), 'Ingen faller mellom to stoler')
    await key('Enter')
    expect(field(m.addLabel).value).toBe('')
    await key('Escape')
    expect(document.activeElement).toBe(get('link', /^Ingen faller mellom to stoler, forslag/))
  })

  test('one Tab stop; arrows move, M opens the menu, Delete deletes and can be undone [GB20]', async () => {
    const board = boardWith({ chosen: ['a', 'b'], proposed: ['c'] })
    page = await showPage({ board, talk: talkWith(['Mette']) })
    expect(document.querySelectorAll('[data-card][tabindex="0"]')).toHaveLength(1)
    await focusOn('a')
    await key('ArrowDown')
    expect(focused()).toBe('b')
    expect(document.querySelector('[data-card][tabindex="0"]')?.getAttribute('data-card')).toBe('b')

    await key('m')
    expect(document.activeElement?.textContent).toBe(m.state.chosen)
    await press(get('menuitem', m.state.reached))
    await vi.waitFor(() => expect(focused()).toBe('b'))
    expect(get('link', /^Mål b, nådd/)).toBeTruthy()

    await focusOn('a')
    await key('Delete')
    expect(find('link', /^Mål a/)).toHaveLength(0)
    expect(focused()).toBe('c')
    const toast = find('button', m.undo).find((button) => button.closest('[role=status]')) as HTMLElement
    await press(toast)
    expect(get('link', /^Mål a, valgt mål/)).toBeTruthy()
  })

  test('undo takes back one’s own last step, and never another person’s [GB50]', async () => {
    const board = boardWith({ chosen: ['a', 'b'] })
    page = await showPage({ board, talk: talkWith(['Mette']) })
    const peer = peerOf(board)
    await focusOn('a')
    await key('m')
    await press(get('menuitem', m.state.reached))
    moveGoal(peer, { id: 'b', state: 'setAside', afterId: null })
    await act(async () => meet(board, peer))
    await key('z', { ctrlKey: true })
    expect(get('link', /^Mål a, valgt mål/)).toBeTruthy()
    expect(get('link', /^Mål b, lagt til side/)).toBeTruthy()
    await key('z', { ctrlKey: true, shiftKey: true })
    expect(get('link', /^Mål a, nådd/)).toBeTruthy()
  })

  test('who only reads sees everything and no way to change it [GB3]', async () => {
    const board = boardWith({ chosen: ['a'] })
    page = await showPage({ board, talk: talkWith(['Mette']), role: 'commenter', path: '/team/t/mal/a' })
    expect(get('link', /^Mål a/)).toBeTruthy()
    expect(document.body.textContent).toContain(m.readOnly)
    // Commenting is for everyone who reads, and has its own tests.
    const comments = document.querySelector(`section[aria-label="${nb.talk.comments}"]`)
    const ofBoard = (each: Element) => !comments?.contains(each)
    const names = [...document.querySelectorAll('button')]
      .filter(ofBoard)
      .map((each) => each.getAttribute('aria-label') ?? each.textContent)
    expect(names.sort()).toEqual([m.closePanel, m.print, m.views.board, m.views.list, m.backToBoard].sort())
    expect([...document.querySelectorAll('textarea, input, select')].filter(ofBoard)).toHaveLength(0)
    await focusOn('a')
    await key('Delete')
    expect(get('link', /^Mål a/)).toBeTruthy()
  })

  test('deleted goals can be taken back from their list, also those that others deleted [GB14]', async () => {
    const board = boardWith({ chosen: ['a', 'b'] })
    page = await showPage({ board, talk: talkWith(['Mette']) })
    const peer = peerOf(board)
    deleteGoal(peer, { id: 'b', time })
    await act(async () => meet(board, peer))
    await press(get('button', m.takeBackNamed('Mål b')))
    expect(get('link', /^Mål b, valgt mål/)).toBeTruthy()
  })
})

describe('the open goal', () => {
  test('deleted by another: says so, keeps what one writes, and can be taken back [GB15]', async () => {
    const board = boardWith({ chosen: ['a', 'b'] })
    page = await showPage({ board, talk: talkWith(['Mette']), path: '/team/t/mal/a' })
    const peer = peerOf(board)
    deleteGoal(peer, { id: 'a', time })
    await act(async () => meet(board, peer))
    expect(document.querySelector('[role=alert]')?.textContent).toContain(m.goneHere)
    await act(async () => setText(text(board, 'a'), 'Mål a, skrevet videre', 300))
    await press(get('button', m.takeBack))
    expect(get('link', /^Mål a, skrevet videre, valgt mål/)).toBeTruthy()
  })

  test('a number that is none stays as typed, with a sentence [GB31]', async () => {
    const board = boardWith({ chosen: ['a'] })
    page = await showPage({ board, talk: talkWith(['Mette']), path: '/team/t/mal/a' })
    await press(get('button', new RegExp(`^${m.question.M.replace('?', '\\?')}`)))
    await type(field(m.measure.target), 'åtti')
    await act(async () => field(m.measure.target).dispatchEvent(new FocusEvent('focusout', { bubbles: true })))
    expect(field(m.measure.target).value).toBe('åtti')
    expect(document.body.textContent).toContain(m.measure.numberWrong)
    await type(field(m.measure.target), '12,5')
    await act(async () => field(m.measure.target).dispatchEvent(new FocusEvent('focusout', { bubbles: true })))
    expect(measureOf(board, 'a').target).toBe(12.5)
    await type(field(m.measure.due), '31.2.2027')
    await act(async () => field(m.measure.due).dispatchEvent(new FocusEvent('focusout', { bubbles: true })))
    expect(document.body.textContent).toContain(m.date.wrong)
    expect(measureOf(board, 'a').due).toBeNull()
  })

  test('a number typed in a goal that was deleted meanwhile is kept, and counts when it is taken back [GB15]', async () => {
    const board = boardWith({ chosen: ['a'] })
    page = await showPage({ board, talk: talkWith(['Mette']), path: '/team/t/mal/a' })
    await press(get('button', new RegExp(`^${m.question.M.replace('?', '\\?')}`)))
    await type(field(m.measure.target), '80')
    await act(async () => deleteGoal(board, { id: 'a', time }))
    await act(async () => field(m.measure.target).dispatchEvent(new FocusEvent('focusout', { bubbles: true })))
    expect(field(m.measure.target).value).toBe('80')
    expect(measureOf(board, 'a').target).toBeNull()
    await act(async () => restoreGoal(board, { id: 'a' }))
    expect(measureOf(board, 'a').target).toBe(80)
  })

  test('an answer that did not get through is sent again as the same command [GB36]', async () => {
    const sent: { id: string; wording: string; answer: string }[] = []
    const answer = (path: string, body: unknown) => {
      if (path !== '/api/commands') return {}
      sent.push(body as (typeof sent)[number])
      if (sent.length === 1) throw new TypeError('no net')
      return { ok: true }
    }
    page = await showPage({
      board: boardWith({ chosen: ['a'] }),
      talk: talkWith(['Mette']),
      path: '/team/t/mal/a',
      answer,
    })
    await press(get('button', m.agreement.agree))
    await vi.waitFor(() => expect(document.body.textContent).toContain(m.agreement.noNet))
    await press(get('button', m.agreement.retry))
    await vi.waitFor(() => expect(document.body.textContent).toContain(m.agreement.youAgree))
    expect(sent).toHaveLength(2)
    expect(sent[1]).toEqual(sent[0])
    expect(sent[0]).toMatchObject({ answer: 'agree', wording: wordingKey('Mål a') })
  })

  test('a new wording asks again, and says so [GB35]', async () => {
    const board = boardWith({ chosen: ['a'] })
    const own = { a: { wording: wordingKey('Mål a'), answer: 'agree' } }
    page = await showPage({ board, talk: talkWith(['Mette']), path: '/team/t/mal/a', answer: () => own })
    await vi.waitFor(() => expect(document.body.textContent).toContain(m.agreement.youAgree))
    await act(async () => setText(text(board, 'a'), 'Mål a med nye ord', 300))
    expect(document.body.textContent).toContain(m.agreement.newWording)
    expect(get('button', m.agreement.agree)).toBeTruthy()
  })
})

describe('the list [GB40]', () => {
  test('holds every goal, and moves and deletes as the board does', async () => {
    const board = boardWith({ chosen: ['a', 'b'], reached: ['c'] })
    page = await showPage({ board, talk: talkWith(['Mette']), path: '/team/t/mal/liste' })
    const titles = () => [...document.querySelectorAll('tbody th a')].map((each) => each.textContent)
    expect(titles()).toEqual(['Mål a', 'Mål b', 'Mål c'])
    await press(get('button', m.moveDownNamed('Mål a')))
    expect(titles()).toEqual(['Mål b', 'Mål a', 'Mål c'])
    await press(get('button', m.removeNamed('Mål b')))
    expect(titles()).toEqual(['Mål a', 'Mål c'])
  })
})
