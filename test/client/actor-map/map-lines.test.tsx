import { act } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type * as Y from 'yjs'
import { deleteActor, moveActor, removeFromMap } from '../../../shared/ops/actors.ts'
import { connectActors, removeLine } from '../../../shared/ops/lines.ts'
import { setText } from '../../../shared/ops/text.ts'
import { lineKey } from '../../../shared/schema/relation.ts'
import type { TeamDocument } from '../../../shared/schema/team.ts'
import { linesOn } from '../../../shared/select/actorMaps.ts'
import { copyOf, meet, twoMaps } from '../../shared/boards.ts'
import { find, get, key, m, press, showMap } from './map-page.tsx'

const kari = (ids: readonly string[] = ['a', 'b']) => twoMaps(false, ids)[0]
const key0 = lineKey('kari', 'a', 'b', 'together')
const connect = (board: TeamDocument) =>
  connectActors(board, { mapId: 'kari', from: 'a', to: 'b', kind: 'together', relation: 'weak', time: 1 })
const noteOf = (board: TeamDocument) => board.lines.get(key0)?.get('note') as Y.Text
const node = (id: string) => document.querySelector<HTMLElement>(`[data-actor="${id}"]`)

let page: Awaited<ReturnType<typeof showMap>>
beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))
afterEach(async () => {
  await page.close()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('the note of a connection', () => {
  test('is read and written from both ends, and stands in the list [AM43]', async () => {
    const board = kari()
    connect(board)
    page = await showMap({ board, path: '/team/t/kart/kari/a' })
    const field = () => document.querySelector<HTMLTextAreaElement>('section li textarea')
    expect(find('label', m.lineNote('b'))).toHaveLength(1)
    const peer = copyOf(board)
    setText(noteOf(peer), 'Snakker ikke sammen', 300)
    await act(async () => meet(board, peer))
    expect(field()?.value).toBe('Snakker ikke sammen')
    await page.close()
    page = await showMap({ board, path: '/team/t/kart/kari/b' })
    expect(find('label', m.lineNote('a'))).toHaveLength(1)
    expect(field()?.value).toBe('Snakker ikke sammen')
    await page.close()
    page = await showMap({ board, path: '/team/t/kart/liste/kari' })
    expect(document.querySelector('[data-row="a"]')?.textContent).toContain('b (svak): Snakker ikke sammen')
  })

  test('that another writes while somebody removes the connection is there when it is drawn again [AM43]', async () => {
    const board = kari()
    connect(board)
    const peer = copyOf(board)
    page = await showMap({ board, path: '/team/t/kart/kari/a' })
    await press(get('button', m.removeLine('b')))
    setText(noteOf(peer), 'Møtes på mandager', 300)
    await act(async () => meet(board, peer))
    expect(linesOn(board, 'kari')).toEqual([])
    await act(async () => connect(board))
    expect(document.querySelector<HTMLTextAreaElement>('section li textarea')?.value).toBe('Møtes på mandager')
  })

  test('an empty one is no field for those who may only read [AM24]', async () => {
    const board = kari()
    connect(board)
    page = await showMap({ board, role: 'commenter', path: '/team/t/kart/kari/a' })
    expect(find('label', m.lineNote('b'))).toEqual([])
    await act(async () => setText(noteOf(board), 'Møtes på mandager', 300))
    expect(document.querySelector<HTMLTextAreaElement>('section li textarea')?.readOnly).toBe(true)
  })
})

/** Draws a line with the mouse from an actor's edge; it hangs from the pointer over `over`. */
async function drawLine(from: string, over: string | null): Promise<void> {
  document.elementFromPoint = () => (over === null ? document.body : node(over))
  const fire = async (target: EventTarget, type: string, clientX: number) =>
    act(async () => {
      target.dispatchEvent(
        new PointerEvent(type, { bubbles: true, button: 0, clientX, clientY: 0, pointerType: 'mouse' }),
      )
    })
  await fire(node(from)?.querySelector('[data-edge]') ?? document.body, 'pointerdown', 0)
  await fire(window, 'pointermove', 40)
}
const letGo = async () =>
  act(async () => {
    window.dispatchEvent(new PointerEvent('pointerup', { clientX: 40, clientY: 0 }))
    // As a browser does.
    document.body.click()
  })

describe('a line that is drawn with the mouse', () => {
  test('from edge to edge is there when it is chosen how, as one step [AM27]', async () => {
    const board = kari()
    page = await showMap({ board })
    await drawLine('a', 'b')
    expect(document.querySelector('[class*="connecting"] line')).not.toBeNull()
    await letGo()
    expect(linesOn(board, 'kari')).toEqual([])
    await press(get('[role=menuitem]', m.firstThen('b', 'a')))
    expect(linesOn(board, 'kari')).toMatchObject([{ from: 'b', to: 'a', kind: 'inTurn', relation: null }])
    await key('z', { ctrlKey: true })
    expect(linesOn(board, 'kari')).toEqual([])
  })

  test('is not there after Escape, let go over nobody, or by one who may only read [AM27] [AM24]', async () => {
    const board = kari()
    page = await showMap({ board })
    await drawLine('a', 'b')
    await key('Escape')
    await letGo()
    expect(find('[role=menuitem]', m.kinds.together)).toEqual([])
    await drawLine('a', null)
    await letGo()
    expect(find('[role=menuitem]', m.kinds.together)).toEqual([])
    await drawLine('a', 'b')
    await letGo()
    await key('Escape')
    expect(document.activeElement).toBe(node('a'))
    expect(linesOn(board, 'kari')).toEqual([])
    await page.close()
    page = await showMap({ board, role: 'commenter' })
    expect(document.querySelector('[data-edge]')).toBeNull()
  })

  test('to an actor that somebody takes away meanwhile asks nothing more, and draws nothing [AM44]', async () => {
    const board = kari()
    page = await showMap({ board })
    await drawLine('a', 'b')
    await letGo()
    expect(find('[role=menuitem]', m.kinds.together)).toHaveLength(1)
    const peer = copyOf(board)
    removeFromMap(peer, { mapId: 'kari', actorId: 'b', time: 5 })
    await act(async () => meet(board, peer))
    expect(find('[role=menuitem]', m.kinds.together)).toEqual([])
    expect(linesOn(board, 'kari')).toEqual([])
  })

  test('that was there and removed comes back with its note [AM43]', async () => {
    const board = kari()
    connect(board)
    setText(noteOf(board), 'Møtes på mandager', 300)
    removeLine(board, { key: key0, time: 2 })
    page = await showMap({ board })
    await drawLine('b', 'a')
    await letGo()
    await press(get('[role=menuitem]', m.kinds.together))
    expect(linesOn(board, 'kari')).toMatchObject([{ note: 'Møtes på mandager', relation: 'weak' }])
  })
})

describe('an actor that is moved', () => {
  const moves = (board: TeamDocument) =>
    moveActor(board, { mapId: 'kari', actorId: 'a', sector: 'voluntary', importance: 1, afterActorId: null })

  test.each([
    ['glides to its new place, whoever moved it', false],
    ['jumps for those who want less motion', true],
  ])('%s [AM26]', async (_, less) => {
    const board = kari(['a', 'b', 'c'])
    page = await showMap({ board })
    const real = window.matchMedia.bind(window)
    vi.spyOn(window, 'matchMedia').mockImplementation((query) =>
      Object.defineProperty(real(query), 'matches', { value: less && query.includes('reduced-motion') }),
    )
    const glided: string[] = []
    vi.spyOn(Element.prototype, 'animate').mockImplementation(function (this: Element) {
      glided.push(this.getAttribute('data-actor') ?? '')
      return {} as Animation
    })
    const peer = copyOf(board)
    moves(peer)
    await act(async () => meet(board, peer))
    if (less) expect(glided).toEqual([])
    else expect(glided).toContain('a')
  })
})

test('an actor that is taken back from what is deleted has the focus [AM35]', async () => {
  const board = kari()
  deleteActor(board, { id: 'a', time: 5 })
  page = await showMap({ board })
  await press(get('button', m.takeBackNamed('a')))
  await act(async () => vi.waitFor(() => expect(document.activeElement).toBe(node('a'))))
})
