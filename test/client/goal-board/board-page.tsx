import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import { memoryLocation } from 'wouter/memory-location'
import { Router } from 'wouter'
// Fetched while the board is looked at: the tests begin when that is done.
import '../../../client/features/goal-board/GoalPanel.tsx'
import { GoalBoardPage } from '../../../client/features/goal-board/GoalBoardPage.tsx'
import { DocumentsProvider } from '../../../client/hooks/useDocument.ts'
import { LocaleContext } from '../../../client/hooks/useMessages.ts'
import { SessionProvider } from '../../../client/session.tsx'
import { firstState } from '../../../client/sync/connection-state.ts'
import type { Documents } from '../../../client/sync/documents.ts'
import type { OpenDocument } from '../../../client/sync/opened-document.ts'
import { StateStore } from '../../../client/sync/state-store.ts'
import type { SessionView } from '../../../shared/api.ts'
import { nb } from '../../../shared/locale/nb.ts'
import type { Role } from '../../../shared/roles.ts'
import type { TalkDocument } from '../../../shared/schema/talk.ts'
import type { TeamDocument } from '../../../shared/schema/team.ts'
import { time } from './board-fixture.ts'

export const m = nb.goals

type PageArgs = {
  board: TeamDocument
  talk: TalkDocument
  role?: Role
  path?: string
  /** what is drawn for the parts of the path after the team's id and the page; default: the goal board */
  page?: (parts: readonly string[]) => ReactNode
  /** answers what is sent to the server, but for the session */
  answer?: (path: string, body: unknown) => unknown
}

function opened(documentId: string, doc: TeamDocument['doc'], role: Role): OpenDocument {
  const state = new StateStore({
    ...firstState,
    phase: 'live' as const,
    synced: true,
    access: role === 'commenter' ? ('read' as const) : ('write' as const),
  })
  return { documentId, doc, awareness: new Awareness(doc), state, loaded: true, dismissRefused: () => undefined }
}

function goalBoard(parts: readonly string[]): ReactNode {
  const list = parts[0] === 'liste'
  const goalId = list ? parts[1] : parts[0]
  return <GoalBoardPage teamId="t" list={list} {...(goalId ? { goalId } : {})} />
}

/** The whole page of a team «t» over given documents, as «Mette»; the server is the `answer` function. */
export async function showPage({
  board,
  talk,
  role = 'editor',
  path = '/team/t/mal',
  page = goalBoard,
  answer,
}: PageArgs) {
  const documents: Record<string, OpenDocument> = {
    'team:t': opened('team:t', board.doc, role),
    'talk:t': opened('talk:t', talk.doc, 'commenter'),
  }
  const session: Partial<SessionView> = {
    personId: 'Mette',
    name: 'Mette',
    role,
    language: 'nb',
    teams: [],
    teamIds: ['t'],
  }
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    if (url === '/api/session') return Response.json(session)
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : null
    return Response.json((await answer?.(url, body)) ?? {})
  })
  const provided: Partial<Documents> = {
    personId: 'Mette',
    acquire: () => undefined,
    release: () => undefined,
    get: (id) => documents[id] ?? null,
    subscribe: () => () => undefined,
    serverNow: () => time,
    check: () => undefined,
  }
  const { hook, navigate, history } = memoryLocation({ path, record: true })
  const where = () => history.at(-1) ?? path
  const locale = {
    language: 'nb' as const,
    messages: nb,
    fetchSection: () => null,
    setLanguage: () => undefined,
  }
  const host = document.body.appendChild(document.createElement('div'))
  const root = createRoot(host)
  const tree = (parts: readonly string[]): ReactNode => (
    <LocaleContext value={locale}>
      <SessionProvider viewer="person">
        <DocumentsProvider value={provided as Documents}>
          <Router hook={hook}>{page(parts)}</Router>
        </DocumentsProvider>
      </SessionProvider>
    </LocaleContext>
  )
  const draw = async () => {
    const parts = where().split('/').slice(4)
    await act(async () => root.render(tree(parts)))
  }
  await draw()
  return {
    host,
    where,
    draw,
    navigate,
    close: async () => {
      await act(async () => root.unmount())
      host.remove()
    },
  }
}

/** By role and exact name, or part of it, as people and screen readers find things. */
export function find(role: string, name: string | RegExp): HTMLElement[] {
  const selectors: Record<string, string> = {
    button: 'button:not([role])',
    link: 'a',
    menuitem: '[role^=menuitem]',
    checkbox: '[role=checkbox], input[type=checkbox]',
    region: 'section[aria-label]',
  }
  return [...document.querySelectorAll<HTMLElement>(selectors[role] ?? `[role=${role}]`)].filter((element) => {
    const own = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim()
    return typeof name === 'string' ? own === name : name.test(own)
  })
}

/** The one that is there; throws otherwise. */
export function get(role: string, name: string | RegExp): HTMLElement {
  const found = find(role, name)
  if (found.length !== 1) throw new Error(`${found.length} of ${role} «${String(name)}»`)
  return found[0] as HTMLElement
}

export async function press(element: HTMLElement): Promise<void> {
  await act(async () => element.click())
}

export async function key(name: string, more: KeyboardEventInit = {}): Promise<void> {
  await act(async () => {
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }))
    // Focus moves with the next frame.
    await new Promise((resolve) => requestAnimationFrame(resolve))
  })
}

/** Types into a plain field, as React hears it. */
export async function type(field: HTMLElement, text: string): Promise<void> {
  await act(async () => {
    const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

/** The field that a label names. */
export function field(label: string): HTMLInputElement | HTMLTextAreaElement {
  const found = [...document.querySelectorAll('label')].find((each) => each.textContent?.trim() === label)
  const control = found && document.getElementById(found.htmlFor)
  if (!control) throw new Error(`no field «${label}»`)
  return control as HTMLInputElement
}
