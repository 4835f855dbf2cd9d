import type { HistoryView, VersionView } from '../../shared/api.ts'
import { documentId } from '../../shared/document-id.ts'
import type { Agreement, Member } from '../../shared/schema/talk.ts'
import { openTalkDocument } from '../../shared/schema/talk.ts'
import { openTeamDocument } from '../../shared/schema/team.ts'
import { readTeam, type TeamText } from '../../shared/select/team-text.ts'
import type { Parts } from '../access/parts.ts'
import type { HistoryEntry, HistoryQuery, VersionRow } from '../store/store.ts'
import { versionDocument } from './version-document.ts'

/** A team's versions, newest first, with who asked for each. */
export async function versionViews(parts: Pick<Parts, 'store' | 'directory'>, teamId: string): Promise<VersionView[]> {
  const rows = await parts.store.versions(documentId('team', teamId))
  const names = new Map<string, string | null>()
  for (const { personId } of rows) {
    if (personId !== null && !names.has(personId)) names.set(personId, await nameOf(parts, personId))
  }
  return rows.map((row) => viewOf(row, names.get(row.personId ?? '') ?? null))
}

/** One version with its boards as text. Names and agreement are today's. Rejects as `versionDocument` does. */
export async function versionText(
  parts: Pick<Parts, 'store' | 'directory' | 'rooms' | 'clock'>,
  teamId: string,
  versionId: string,
): Promise<VersionView & { text: TeamText }> {
  const { row, doc } = await versionDocument(parts, teamId, versionId)
  const talk = await parts.rooms.read(documentId('talk', teamId), (talkDoc) => {
    const { members, agreements } = openTalkDocument(talkDoc)
    return { members: new Map(members.entries()), agreements: new Map(agreements.entries()) }
  })
  const nobody = { members: new Map<string, Member>(), agreements: new Map<string, Agreement[]>() }
  const text = readTeam(openTeamDocument(doc), talk ?? nobody)
  doc.destroy()
  return { ...viewOf(row, row.personId === null ? null : await nameOf(parts, row.personId)), text }
}

/** Who changed a team's board, in pages; `next` asks for the page after. */
export async function historyView(
  parts: Pick<Parts, 'store'>,
  teamId: string,
  query: HistoryQuery,
): Promise<HistoryView> {
  const { entries, more } = await parts.store.history(documentId('team', teamId), query)
  const last = entries.at(-1)
  return { entries, next: more && last ? cursorOf(last) : null }
}

function viewOf({ id, kind, name, at, personId }: VersionRow, personName: string | null): VersionView {
  return { id: String(id), kind, name, at, by: personId === null ? null : { personId, name: personName } }
}

async function nameOf(parts: Pick<Parts, 'directory'>, personId: string): Promise<string | null> {
  return (await parts.directory.person(personId))?.name ?? null
}

/** Where a page of the history ended, as one value for an address. '' stands for the server itself. */
function cursorOf({ at, personId }: HistoryEntry): string {
  return `${at}.${personId ?? ''}`
}

/** The other way; null for what is no cursor. */
export function readCursor(text: string): NonNullable<HistoryQuery['before']> | null {
  const match = /^(\d{1,15})\.([A-Za-z0-9_-]{0,64})$/u.exec(text)
  if (!match) return null
  return { at: Number(match[1]), personId: match[2] || null }
}
