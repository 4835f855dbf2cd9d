import { act, memo, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { addGoal, moveGoal } from '../../../shared/ops/goals.ts'
import { editText } from '../../../shared/ops/text.ts'
import { allGoals } from '../../../shared/select/goals.ts'
import type { Goal } from '../../../shared/schema/goal.ts'
import { newId } from '../../../client/new-id.ts'
import { createDocuments, type Documents } from '../../../client/sync/documents.ts'
import {
  DocumentsProvider,
  useConnectionState,
  useDocument,
  type OpenDocument,
} from '../../../client/hooks/useDocument.ts'
import { usePresence, type Presence } from '../../../client/hooks/usePresence.ts'
import { useSaveStatus, type SaveStatus } from '../../../client/hooks/useSaveStatus.ts'
import { useSelect } from '../../../client/hooks/useSelect.ts'
import { useUndo, type Undo } from '../../../client/hooks/useUndo.ts'
import { FakeClock } from './fake-clock.ts'
import { FakeServer } from './fake-server.ts'

beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
})

const cleanups: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

const documentId = 'team:a'

function page() {
  const clock = new FakeClock()
  const server = new FakeServer()
  const documents = createDocuments({
    personId: 'arne',
    clock,
    random: () => 0.5,
    baseUrl: 'ws://here',
    openSocket: server.openSocket,
  })
  cleanups.push(() => documents.close())
  return { clock, server, documents }
}

async function show(documents: Documents, Component: () => null) {
  const root = createRoot(document.createElement('div'))
  const render = (shown: boolean) =>
    act(async () => {
      root.render(
        <StrictMode>
          <DocumentsProvider value={documents}>{shown && <Component />}</DocumentsProvider>
        </StrictMode>,
      )
    })
  await render(true)
  let mounted = true
  const unmount = async () => {
    if (mounted) await act(async () => root.unmount())
    mounted = false
  }
  cleanups.push(unmount)
  return { hide: () => render(false), unmount }
}

async function board() {
  const made = page()
  const seen: { open: OpenDocument | null; undo: Undo | null } = { open: null, undo: null }
  function Board() {
    seen.open = useDocument(documentId)
    seen.undo = useUndo(seen.open, (doc) => [doc.getMap('goals'), doc.getMap('measures')])
    return null
  }
  const shown = await show(made.documents, Board)
  await act(async () => void made.server.accept(made.clock.now()))
  const doc = () => {
    if (!seen.open) throw new Error('not open')
    return seen.open.doc
  }
  const undo = () => {
    if (!seen.undo) throw new Error('no undo')
    return seen.undo
  }
  return { ...made, shown, seen, doc, undo }
}

describe('[CL12] useDocument', () => {
  test('opens for as long as somebody shows it', async () => {
    const { seen, clock, documents, shown } = await board()
    expect(seen.open).toMatchObject({ documentId, loaded: true })
    await shown.hide()
    await clock.advance(29_000)
    expect(documents.get(documentId)).not.toBeNull()
    await clock.advance(2_000)
    expect(documents.get(documentId)).toBeNull()
  })

  test('null opens nothing', async () => {
    const { documents, server } = page()
    let open: OpenDocument | null | undefined
    await show(documents, () => {
      open = useDocument(null)
      useConnectionState(open)
      useSelect(open, (doc) => doc.clientID)
      usePresence(open)
      useUndo(open, () => [])
      return null
    })
    expect(open).toBeNull()
    expect(server.sockets).toEqual([])
  })

  test('a hint that the net is back is passed on', async () => {
    const { server, clock } = await board()
    for (let attempt = 0; attempt < 8; attempt += 1) {
      server.socket.end()
      await clock.advance(10_000)
    }
    server.socket.end()
    const before = server.sockets.length
    window.dispatchEvent(new Event('online'))
    await clock.advance(200)
    expect(server.sockets.length).toBe(before + 1)
  })
})

describe('[CL16] useSelect', () => {
  test('a board redraws only the card that changed', async () => {
    const { documents, server, clock } = page()
    const drawn: string[] = []
    const Card = memo(function Card({ goal }: { goal: Goal }) {
      drawn.push(goal.title)
      return null
    })
    let open: OpenDocument | null = null
    const root = createRoot(document.createElement('div'))
    cleanups.push(() => act(async () => root.unmount()))
    function Board() {
      open = useDocument(documentId)
      const goals = useSelect(open, (doc) => allGoals(openTeamDocument(doc)))
      return goals?.map((goal) => <Card key={goal.id} goal={goal} />)
    }
    await act(async () => root.render(<DocumentsProvider value={documents} children={<Board />} />))
    await act(async () => void server.accept(clock.now()))
    const { doc } = open as unknown as OpenDocument
    const team = openTeamDocument(doc)
    await act(async () => {
      for (const title of ['a', 'b', 'c']) addGoal(team, { id: title, title, state: 'chosen', time: 1 })
    })
    drawn.length = 0
    await act(async () =>
      editText(team.goals.get('b')?.get('title') as Y.Text, { index: 1, remove: 0, insert: '!' }, 300),
    )
    expect(drawn).toEqual(['b!'])
    drawn.length = 0
    await act(async () => moveGoal(team, { id: 'a', state: 'chosen', afterId: 'c' }))
    expect(drawn).toEqual(['a'])
    drawn.length = 0
    await act(async () => doc.getMap('meta').set('unrelated', 1))
    expect(drawn).toEqual([])
  })

  test('the selection may depend on what the component was given', async () => {
    const { documents, server, clock } = page()
    const seen: unknown[] = []
    function Value({ field }: { field: string }) {
      const open = useDocument(documentId)
      seen.push(useSelect(open, (doc) => doc.getMap('m').get(field) ?? null))
      return null
    }
    const root = createRoot(document.createElement('div'))
    cleanups.push(() => act(async () => root.unmount()))
    server.doc.getMap('m').set('a', 1)
    server.doc.getMap('m').set('b', 2)
    const render = (field: string) =>
      act(async () => root.render(<DocumentsProvider value={documents} children={<Value field={field} />} />))
    await render('a')
    await act(async () => void server.accept(clock.now()))
    expect(seen.at(-1)).toBe(1)
    await render('b')
    expect(seen.at(-1)).toBe(2)
  })
})

describe('[CL13] useSaveStatus', () => {
  test('follows a change from the hand to the disk', async () => {
    const { documents, server, clock } = page()
    const kinds: SaveStatus['kind'][] = []
    let open: OpenDocument | null = null
    await show(documents, () => {
      open = useDocument(documentId)
      const { kind } = useSaveStatus()
      if (kinds.at(-1) !== kind) kinds.push(kind)
      return null
    })
    await act(async () => void server.accept(clock.now()))
    await act(async () => void (open as unknown as OpenDocument).doc.getMap('m').set('a', 1))
    await act(async () => server.commit())
    // Before a server has answered for the first time, nothing is known to be saved.
    expect(kinds).toEqual(['saving', 'saved', 'saving', 'saved'])
  })
})

describe('[CL15] usePresence', () => {
  test('names who is in a field, says where I am, and takes it back when I leave', async () => {
    const { documents, server, clock } = page()
    const seen: { presence: Presence | null; open: OpenDocument | null } = { presence: null, open: null }
    const shown = await show(documents, () => {
      seen.open = useDocument(documentId)
      seen.presence = usePresence(seen.open)
      return null
    })
    await act(async () => void server.accept(clock.now()))
    const theirs = new Awareness(new Y.Doc())
    cleanups.push(() => theirs.destroy())
    const berit = { personId: 'berit', name: 'Berit', role: 'editor' as const }
    theirs.setLocalState({ user: berit, editing: 'goal:1:title' })
    await act(async () => server.socket.awareness(encodeAwarenessUpdate(theirs, [theirs.clientID])))
    expect(seen.presence?.people).toEqual([berit])
    expect(seen.presence?.editing('goal:1:title')).toEqual([berit])
    expect(seen.presence?.editing('toString')).toEqual([])

    await act(async () => seen.presence?.setEditing('goal:2:title'))
    await clock.advance(200)
    const heard = () => {
      const other = new Awareness(new Y.Doc())
      for (const { bytes } of server.socket.of('awareness')) applyAwarenessUpdate(other, bytes, null)
      const state = other.getStates().get(seen.open?.awareness.clientID ?? 0)
      other.destroy()
      return state?.['editing'] as unknown
    }
    expect(heard()).toBe('goal:2:title')
    await shown.hide()
    await clock.advance(200)
    expect(heard()).toBeNull()
  })
})

describe('[CL17] useUndo', () => {
  test('takes back what this person did, and never what another did', async () => {
    const { doc, undo, server } = await board()
    const team = openTeamDocument(doc())
    const theirs = new Y.Doc()
    await act(async () => addGoal(team, { id: 'mine', title: 'Mitt', state: 'chosen', time: 1 }))
    addGoal(openTeamDocument(theirs), { id: 'theirs', title: 'Deres', state: 'chosen', time: 1 })
    await act(async () => server.socket.sync('update', Y.encodeStateAsUpdate(theirs)))
    const titles = () => allGoals(team).map((goal) => goal.title)
    expect(titles().sort()).toEqual(['Deres', 'Mitt'])
    expect(undo()).toMatchObject({ canUndo: true, canRedo: false })
    await act(async () => undo().undo())
    expect(titles()).toEqual(['Deres'])
    expect(undo()).toMatchObject({ canUndo: false, canRedo: true })
    await act(async () => undo().undo())
    expect(titles()).toEqual(['Deres'])
    await act(async () => undo().redo())
    expect(titles().sort()).toEqual(['Deres', 'Mitt'])
  })

  test('stop makes the next operation one of its own', async () => {
    const { doc, undo } = await board()
    const team = openTeamDocument(doc())
    await act(async () => addGoal(team, { id: 'g', title: 'A', state: 'chosen', time: 1 }))
    await act(async () => undo().stop())
    await act(async () =>
      editText(team.goals.get('g')?.get('title') as Y.Text, { index: 1, remove: 0, insert: 'B' }, 300),
    )
    await act(async () => undo().stop())
    await act(async () => moveGoal(team, { id: 'g', state: 'reached', afterId: null }))
    const shown = () => allGoals(team).map((goal) => `${goal.title} ${goal.state}`)
    expect(shown()).toEqual(['AB reached'])
    await act(async () => undo().undo())
    expect(shown()).toEqual(['AB chosen'])
    await act(async () => undo().undo())
    expect(shown()).toEqual(['A chosen'])
  })

  test('what it undoes is sent and saved like any other change', async () => {
    const { doc, undo, server } = await board()
    const team = openTeamDocument(doc())
    await act(async () => addGoal(team, { id: 'g', title: 'A', state: 'chosen', time: 1 }))
    await act(async () => undo().undo())
    server.commit()
    expect(allGoals(openTeamDocument(server.doc))).toEqual([])
    expect(server.doc.getMap('goals').size).toBe(1)
  })
})

describe('[CL18] newId', () => {
  test('is a version 4 uuid where crypto.randomUUID does not exist', () => {
    const ids = Array.from({ length: 200 }, () => newId())
    expect(new Set(ids).size).toBe(200)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})
