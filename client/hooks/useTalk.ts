import { useCallback, useEffect, useMemo } from 'react'
import type * as Y from 'yjs'
import type { Command } from '../../shared/commands.ts'
import { documentId } from '../../shared/document-id.ts'
import { can, type Role } from '../../shared/roles.ts'
import { openTalkDocument, type Subject } from '../../shared/schema/talk.ts'
import { subjectKey } from '../../shared/select/subject-key.ts'
import { allComments, unseenComments, type Comment } from '../../shared/select/talk.ts'
import { newId } from '../new-id.ts'
import { useSession } from '../session.tsx'
import { useConnectionState, useDocument } from './useDocument.ts'
import { useSelect } from './useSelect.ts'
import { useTalkEntries, useTalkOutbox, type OutboxEntry } from './useTalkOutbox.ts'
import { useTalkOwn } from './useTalkOwn.ts'
import { useTalkSeen } from './useTalkSeen.ts'

/** A comment before it has an id. */
export type Draft = { subject: Subject; text: string; withoutName: boolean; replyTo: string | null }

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
/** What is done with a comment that is there already. */
export type TalkAction = Without<
  Extract<Command, { type: 'takeBackComment' | 'settleComment' | 'hideComment' }>,
  'id' | 'teamId'
>

export type Talk = {
  /** false until the talk has come from the device or the server */
  loaded: boolean
  /** what is written now waits on the device */
  offline: boolean
  comments: readonly Comment[]
  /** one's own on their way, and those that the server would not have */
  entries: readonly OutboxEntry[]
  isOwn: (comment: Pick<Comment, 'id' | 'author'>) => boolean
  isSeen: (id: string) => boolean
  markSeen: (ids: readonly string[]) => void
  may: { comment: boolean; settle: boolean; hide: boolean }
  /** Resolves when the comment is on the device; it is sent when there is net. */
  write: (draft: Draft) => Promise<void>
  /** Needs net: rejects with why not. */
  act: (action: TalkAction) => Promise<void>
  retry: (id: string) => void
  discard: (id: string) => void
}

const none: readonly Comment[] = []
const select = (doc: Y.Doc): Comment[] => allComments(openTalkDocument(doc))

function useRole(): Role | null {
  const { state } = useSession()
  return state.kind === 'signedIn' ? state.session.role : null
}

/** What is said in a team, and the ways to take part. */
export function useTalk(teamId: string): Talk {
  const open = useDocument(documentId('talk', teamId))
  const offline = useConnectionState(open)?.phase === 'offline'
  const comments = useSelect(open?.loaded ? open : null, select) ?? none
  const outbox = useTalkOutbox()
  const entries = useTalkEntries(teamId)
  const nameless = useMemo(() => comments.filter(({ author, gone }) => !author && !gone).length, [comments])
  const isOwn = useTalkOwn(teamId, open, nameless)
  const { has, add } = useTalkSeen(teamId)
  const { api } = useSession()
  const role = useRole()

  useEffect(() => {
    if (entries.length > 0) outbox.arrived(new Set(comments.map(({ id }) => id)))
  }, [outbox, entries, comments])

  const write = useCallback(
    async (draft: Draft) => outbox.add({ id: newId(), type: 'comment', teamId, ...draft }),
    [outbox, teamId],
  )
  const act = useCallback(
    async (action: TalkAction) => {
      await api.post('/api/commands', { ...action, id: newId(), teamId })
    },
    [api, teamId],
  )
  return useMemo<Talk>(
    () => ({
      loaded: open?.loaded ?? false,
      offline,
      comments,
      entries,
      isOwn,
      isSeen: has,
      markSeen: add,
      may: {
        comment: role !== null && can(role, 'comment'),
        settle: role !== null && can(role, 'settleComment'),
        hide: role !== null && can(role, 'hideComment'),
      },
      write,
      act,
      retry: (id) => outbox.retry(id),
      discard: (id) => void outbox.discard(id),
    }),
    [open?.loaded, offline, comments, entries, isOwn, has, add, role, write, act, outbox],
  )
}

export type TalkUnread = { total: number; comments: readonly Comment[]; bySubject: ReadonlyMap<string, number> }

/** What is new to this person in a talk: for marks on pages and cards. Keys are `subjectKey`. */
export function useUnread({ comments, isSeen, isOwn }: Talk): TalkUnread {
  return useMemo(() => {
    const unseen = unseenComments(comments, isSeen, isOwn)
    const bySubject = new Map<string, number>()
    for (const { subject } of unseen) {
      const key = subjectKey(subject)
      bySubject.set(key, (bySubject.get(key) ?? 0) + 1)
    }
    return { total: unseen.length, comments: unseen, bySubject }
  }, [comments, isSeen, isOwn])
}

/** The same for a team whose talk is not open yet. */
export function useTalkUnread(teamId: string): TalkUnread {
  return useUnread(useTalk(teamId))
}
