import * as Y from 'yjs'
import type { FoundView, PurgeRequest, PurgeView } from '../../shared/api.ts'
import { documentId, parseDocumentId } from '../../shared/document-id.ts'
import { AppError } from '../../shared/errors.ts'
import { contentAnew, contentWithout, purgedThing, withoutText } from '../../shared/ops/purge.ts'
import { initialState } from '../../shared/schema/migrations.ts'
import type { PurgedItem } from '../../shared/schema/purged-item.ts'
import { openTeamDocument } from '../../shared/schema/team.ts'
import { holdsText, placesOf, textPattern } from '../../shared/select/find-text.ts'
import type { Parts } from '../access/parts.ts'
import type { CommentRow, Team } from '../store/directory.ts'

type Needed = Pick<Parts, 'directory' | 'rooms' | 'talk' | 'clock' | 'newId' | 'log'>
type Seeker = Pick<Needed, 'directory' | 'rooms'>

/** Where a text stands that may have to go: on the team's board, in what is said about it, and in which other teams. */
export async function findText(parts: Seeker, team: Team, text: string): Promise<FoundView> {
  const pattern = requirePattern(text)
  const places = await parts.rooms.read(documentId('team', team.id), (doc) => placesOf(openTeamDocument(doc), pattern))
  const comments = await parts.directory.comments(team.id)
  return {
    places: places ?? [],
    comments: comments.filter((comment) => holdsText(comment.text, pattern, 'text')).length,
    elsewhere: await otherTeamsWith(parts, team, pattern),
  }
}

/**
 * Removes a text, or a thing with all that hangs on it, so that it can't be had back: the team's document is written
 * anew with neither history nor versions, and with it every document that was made from it (what is said about the
 * team, the stages, the overview), which are empty until the server has made them again. Comments lose the words in SQL
 * first. Whoever has one of these open is sent to the new one. Tells which backups may still hold it.
 */
export async function purgeTeam(parts: Needed, team: Team, request: PurgeRequest): Promise<PurgeView> {
  const { directory, rooms, talk, clock, newId, log } = parts
  const pattern = 'text' in request ? requirePattern(request.text) : null
  if ('item' in request) await requireItem(parts, team, request.item)
  const found = 'text' in request ? await findText(parts, team, request.text) : null
  const comments = await directory.comments(team.id)
  const rewritten = 'item' in request ? commentsAbout(comments, request.item) : commentsWithout(comments, pattern)
  if (rewritten.length > 0) await directory.rewriteComments(team.id, rewritten, clock.now())
  const made = (doc: Y.Doc) =>
    'item' in request ? contentWithout(doc, request.item, clock.now()) : contentAnew(doc, pattern)
  const replacements = [
    { documentId: documentId('team', team.id), newEpoch: newId(), make: made },
    ...(await derivedFrom(parts, team)).map((id) => ({ documentId: id, newEpoch: newId(), make: () => emptied(id) })),
    ...(await sentencesWith(parts, team, pattern)).map((id) => ({
      documentId: id,
      newEpoch: newId(),
      make: (doc: Y.Doc) => contentAnew(doc, pattern),
    })),
  ]
  const { clean, backups } = await rooms.replaceAll(replacements)
  log.info({ teamId: team.id, documents: replacements.length, comments: rewritten.length, clean }, 'purged')
  // It is made by itself when it is next opened, and tried again should this fail.
  await talk.refresh(team.id).catch(() => undefined)
  return {
    places: found?.places.length ?? 1,
    comments: rewritten.length,
    elsewhere: found?.elsewhere ?? [],
    clean,
    backups: backups.map(({ path, at }) => ({ file: path.split(/[\\/]/u).at(-1) ?? '', at })),
  }
}

async function requireItem({ rooms }: Seeker, team: Team, item: PurgedItem): Promise<void> {
  const there = await rooms.read(documentId('team', team.id), (doc) => purgedThing(doc, item) !== null)
  if (there !== true) throw new AppError('notFound')
}

function requirePattern(text: string): RegExp {
  const pattern = textPattern(text)
  if (pattern === null) throw new AppError('textTooShort')
  return pattern
}

type Rewritten = { id: string; text: string; hidden: boolean }

function commentsWithout(comments: readonly CommentRow[], pattern: RegExp | null): Rewritten[] {
  return comments
    .filter((comment) => pattern !== null && holdsText(comment.text, pattern, 'text'))
    .map(({ id, text }) => ({ id, text: withoutText(text, 'text', pattern), hidden: false }))
}

/** What was said about a thing goes with it. */
function commentsAbout(comments: readonly CommentRow[], { kind, id }: { kind: string; id: string }): Rewritten[] {
  return comments
    .filter(({ subject, text }) => subject.kind === kind && subject.id === id && text !== '')
    .map((comment) => ({ id: comment.id, text: '', hidden: true }))
}

/** The documents that the server makes from a team's. A stage of an earlier gathering may hold the team still. */
async function derivedFrom({ directory }: Seeker, { id, networkId }: Team): Promise<string[]> {
  const gatherings = await directory.gatherings(networkId)
  return [
    documentId('talk', id),
    documentId('overview', networkId),
    ...gatherings.map((gathering) => documentId('stage', gathering.id)),
  ]
}

/** The gatherings whose sentence for all teams says it. */
async function sentencesWith(
  { directory, rooms }: Seeker,
  { networkId }: Team,
  pattern: RegExp | null,
): Promise<string[]> {
  if (pattern === null) return []
  const ids = (await directory.gatherings(networkId)).map(({ id }) => documentId('gathering', id))
  const said = await Promise.all(
    ids.map((id) => rooms.read(id, (doc) => doc.getText('sentence').toString().search(pattern) >= 0)),
  )
  return ids.filter((_, index) => said[index])
}

function emptied(id: string): Y.Doc {
  const kind = parseDocumentId(id)?.kind
  const doc = new Y.Doc()
  if (kind) Y.applyUpdate(doc, initialState(kind))
  return doc
}

async function otherTeamsWith(
  { directory, rooms }: Seeker,
  team: Team,
  pattern: RegExp,
): Promise<FoundView['elsewhere']> {
  const others = (await directory.teams(team.networkId)).filter(({ id }) => id !== team.id)
  const found: FoundView['elsewhere'] = []
  // One after the other: a network's boards are never all read at once.
  for (const { id, number, name } of others) {
    const holds = await rooms.read(documentId('team', id), (doc) => placesOf(openTeamDocument(doc), pattern).length > 0)
    const said = (await directory.comments(id)).some((comment) => holdsText(comment.text, pattern, 'text'))
    if (holds || said) found.push({ teamId: id, number, name })
  }
  return found
}
