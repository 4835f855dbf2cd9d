import type { HiddenCommentsView } from '../../shared/api.ts'
import type { TalkComment } from '../../shared/schema/talk.ts'
import type { CommentRow } from '../store/directory.ts'

const dayMs = 24 * 60 * 60 * 1000

/**
 * A team's comments as everyone who reads the team may see them. What was taken back or hidden keeps its place,
 * without words or author, only while an answer to it is shown. One «uten navn» tells nothing of its author, and
 * the day instead of the time.
 */
export function commentsView(rows: readonly CommentRow[]): Map<string, TalkComment> {
  const answered = new Set(rows.filter((row) => row.gone === null).map((row) => row.replyTo))
  const shown = rows.filter((row) => row.gone === null || answered.has(row.id))
  return new Map(shown.map((row) => [row.id, commentView(row)]))
}

/** What is hidden, with its words, for those who may show it again. What was taken back has none, and is left out. */
export function hiddenComments(rows: readonly CommentRow[]): HiddenCommentsView {
  return rows
    .filter((row) => row.gone === 'hidden')
    .map((row) => {
      const { subject, replyTo, text, author, at } = commentView({ ...row, gone: null })
      return { id: row.id, subject, replyTo, text, author, at }
    })
}

function commentView({ subject, replyTo, text, withoutName, author, at, state, gone }: CommentRow): TalkComment {
  return {
    subject,
    replyTo,
    text: gone === null ? text : '',
    author: withoutName || gone !== null ? null : author,
    at: withoutName ? at - (at % dayMs) : at,
    state,
    gone,
  }
}
