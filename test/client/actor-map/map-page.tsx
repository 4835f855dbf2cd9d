import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import * as Y from 'yjs'
import { ActorMapPage } from '../../../client/features/actor-map/ActorMapPage.tsx'
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
import type { TeamDocument } from '../../../shared/schema/team.ts'

export const m = nb.map
const time = Date.UTC(2027, 2, 17, 12)

function opened(documentId: string, doc: Y.Doc, role: Role): OpenDocument {
  const state = new StateStore({
    ...firstState,
    phase: 'live' as const,
    synced: true,
    access: role === 'commenter' ? ('read' as const) : ('write' as const),
  })
  return { documentId, doc, awareness: new Awareness(doc), state, loaded: true, dismissRefused: () => undefined }
}

/** The whole page of a team «t» called Granvik over a given document, as «Mette». */
export async function showMap(args: { board: TeamDocument; role?: Role; path?: string }) {
  const { board, role = 'editor', path = '/team/t/kart' } = args
  const documents: Record<string, OpenDocument> = {
    'team:t': opened('team:t', board.doc, role),
    'talk:t': opened('talk:t', new Y.Doc(), 'commenter'),
  }
  const session: Partial<SessionView> = { personId: 'Mette', name: 'Mette', role, language: 'nb', teamIds: ['t'] }
  vi.stubGlobal('fetch', async () => Response.json(session))
  const provided: Partial<Documents> = {
    personId: 'Mette',
    acquire: () => undefined,
    release: () => undefined,
    get: (id) => documents[id] ?? null,
    subscribe: () => () => undefined,
    serverNow: () => time,
    check: () => undefined,
  }
  const { hook, history } = memoryLocation({ path, record: true })
  const where = () => history.at(-1) ?? path
  const locale = {
    language: 'nb' as const,
    messages: nb,
    fetchSection: () => null,
    setLanguage: () => undefined,
  }
  const host = document.body.appendChild(document.createElement('div'))
  const root = createRoot(host)
  const tree = (list: boolean, mapId?: string, actorId?: string): ReactNode => (
    <LocaleContext value={locale}>
      <SessionProvider viewer="person">
        <DocumentsProvider value={provided as Documents}>
          <Router hook={hook}>
            <ActorMapPage
              teamId="t"
              teamName="Granvik"
              list={list}
              {...(mapId ? { mapId } : {})}
              {...(actorId ? { actorId } : {})}
            />
          </Router>
        </DocumentsProvider>
      </SessionProvider>
    </LocaleContext>
  )
  const draw = async () => {
    const parts = where().split('/').slice(4)
    const list = parts[0] === 'liste'
    const [mapId, actorId] = list ? parts.slice(1) : parts
    await act(async () => root.render(tree(list, mapId, actorId)))
    // The panel comes in a file of its own.
    await act(async () => void (await import('../../../client/features/actor-map/parts.ts')))
    await act(async () => {
      await new Promise((resolve) => requestAnimationFrame(resolve))
    })
  }
  await draw()
  return {
    host,
    where,
    draw,
    close: async () => {
      await act(async () => root.unmount())
      host.remove()
    },
  }
}

/** The buttons, links or regions with this name. */
export function find(selector: string, name: string | RegExp): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => {
    const own = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim()
    return typeof name === 'string' ? own === name : name.test(own)
  })
}

/** The one that is there; throws otherwise. */
export function get(selector: string, name: string | RegExp): HTMLElement {
  const found = find(selector, name)
  if (found.length !== 1) throw new Error(`${found.length} of ${selector} «${String(name)}»`)
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
    await new Promise<void>((resolve) => void requestAnimationFrame(() => resolve()))
  })
}

/** Types into the field that a label names, as React hears it. */
export async function type(label: string, text: string): Promise<void> {
  const found = [...document.querySelectorAll('label')].find((each) => each.textContent?.trim() === label)
  const control = found && document.getElementById(found.htmlFor)
  if (!(control instanceof HTMLInputElement)) throw new Error(`no field «${label}»`)
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(control, text)
    control.dispatchEvent(new Event('input', { bubbles: true }))
  })
}
