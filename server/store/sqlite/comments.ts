import type { DatabaseSync } from 'node:sqlite'
import { AppError } from '../../../shared/errors.ts'
import type { Role } from '../../../shared/roles.ts'
import type { CommentState, Subject } from '../../../shared/schema/talk.ts'
import type { CommentRow } from '../directory.ts'
import type { SyncCalls } from './calls.ts'
import type { ApplyOnce } from './commands.ts'
import { query } from './query.ts'

type CommentCalls = Pick<
  SyncCalls,
  | 'comment'
  | 'takeBackComment'
  | 'settleComment'
  | 'hideComment'
  | 'rewriteComments'
  | 'comments'
  | 'ownComments'
  | 'teamsCommentedBy'
>

type CommentSql = {
  id: string
  teamId: string
  personId: string
  subjectKind: Subject['kind']
  subjectId: string
  replyTo: string | null
  text: string
  withoutName: number
  state: CommentState
  takenBackAt: number | null
  hiddenAt: number | null
  at: number
}
type AuthorSql = { name: string; role: Role; title: string | null }

const columns = `comments.id, team_id AS teamId, person_id AS personId, subject_kind AS subjectKind,
  subject_id AS subjectId, reply_to AS replyTo, text, without_name AS withoutName, state,
  taken_back_at AS takenBackAt, hidden_at AS hiddenAt, comments.at`

/** Comments. Who wrote one stays here, also when it is shown without name. */
export function commentCalls(db: DatabaseSync, once: ApplyOnce): CommentCalls {
  const add = query<[string, string, string, string, string, string | null, string, number, number]>(
    db,
    `INSERT INTO comments (id, team_id, person_id, subject_kind, subject_id, reply_to, text, without_name, at, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')`,
  )
  const count = query<[string], { count: number }>(db, 'SELECT count(*) AS count FROM comments WHERE team_id = ?')
  const countOf = query<[string, string], { count: number }>(
    db,
    'SELECT count(*) AS count FROM comments WHERE person_id = ? AND team_id = ?',
  )
  const countOfRole = query<[string, string], { count: number }>(
    db,
    `SELECT count(*) AS count FROM comments JOIN people ON people.id = person_id
     WHERE team_id = ? AND people.role = (SELECT role FROM people WHERE id = ?)`,
  )
  const byId = query<[string, string], CommentSql>(db, `SELECT ${columns} FROM comments WHERE id = ? AND team_id = ?`)
  const authorOf = query<[string], { personId: string }>(db, 'SELECT person_id AS personId FROM comments WHERE id = ?')
  const byTeam = query<[string], CommentSql & AuthorSql>(
    db,
    `SELECT ${columns}, people.name, people.role, people.title FROM comments JOIN people ON people.id = person_id
     WHERE team_id = ? ORDER BY comments.at, comments.rowid`,
  )
  const byPerson = query<[string, string], { id: string }>(
    db,
    'SELECT id FROM comments WHERE team_id = ? AND person_id = ? AND taken_back_at IS NULL ORDER BY at, rowid',
  )
  const teamsByPerson = query<[string], { id: string }>(
    db,
    'SELECT DISTINCT team_id AS id FROM comments WHERE person_id = ?',
  )
  const setState = query<[string, string]>(db, 'UPDATE comments SET state = ? WHERE id = ?')
  const erase = query<[number, string]>(
    db,
    "UPDATE comments SET text = '', taken_back_at = ? WHERE id = ? AND taken_back_at IS NULL",
  )
  const rewrite = query<[string, number | null, string, string]>(
    db,
    'UPDATE comments SET text = ?, hidden_at = coalesce(hidden_at, ?) WHERE id = ? AND team_id = ?',
  )
  const hide = query<[number | null, string]>(db, 'UPDATE comments SET hidden_at = ? WHERE id = ?')

  /**
   * Half of the room is for those who have a twentieth of it at most, and whose role has two fifths of it at most: nobody fills
   * it alone, nor does one card or link, which lets in whoever has it as often as they like.
   */
  function hasRoom(teamId: string, personId: string, most: number): boolean {
    const all = count.get(teamId)?.count ?? 0
    if (all < most / 2) return true
    if (all >= most || (countOf.get(personId, teamId)?.count ?? 0) >= most / 20) return false
    return (countOfRole.get(teamId, personId)?.count ?? 0) < (most * 2) / 5
  }

  function threadOf(answered: CommentSql | null, subject: Subject): CommentSql {
    if (!answered || goneOf(answered) !== null) throw new AppError('commentGone')
    const root = answered.replyTo === null ? answered : byId.get(answered.replyTo, answered.teamId)
    if (!root) throw new AppError('commentGone')
    if (root.subjectKind !== subject.kind || root.subjectId !== subject.id) throw new AppError('badRequest')
    return root
  }

  return {
    comment: ({ teamId, personId, subject, text, withoutName, replyTo, most, ...command }) => {
      let isNew = true
      const ran = once(command, () => {
        // Its command was swept long ago; the comment itself says still that it was written.
        const author = authorOf.get(command.commandId)?.personId
        if (author !== undefined && author !== personId) throw new AppError('commandReused')
        isNew = author === undefined
        if (!isNew) return
        if (!hasRoom(teamId, personId, most)) throw new AppError('tooMany')
        const root = replyTo === null ? null : threadOf(byId.get(replyTo, teamId), subject)
        add.run(
          command.commandId,
          teamId,
          personId,
          subject.kind,
          subject.id,
          root?.id ?? null,
          text,
          withoutName ? 1 : 0,
          command.at,
        )
        if (root?.state === 'open' && root.personId !== personId) setState.run('answered', root.id)
      })
      return ran && isNew
    },

    takeBackComment: ({ teamId, commentId, personId, ...command }) =>
      once(command, () => {
        const found = byId.get(commentId, teamId)
        if (!found) throw new AppError('commentGone')
        if (found.personId !== personId) throw new AppError('notAllowed')
        erase.run(command.at, commentId)
      }),

    settleComment: ({ teamId, commentId, state, ...command }) =>
      once(command, () => {
        const found = byId.get(commentId, teamId)
        if (!found || goneOf(found) !== null) throw new AppError('commentGone')
        setState.run(state, commentId)
      }),

    hideComment: ({ teamId, commentId, hidden, ...command }) =>
      once(command, () => {
        const found = byId.get(commentId, teamId)
        if (!found || found.takenBackAt !== null) throw new AppError('commentGone')
        hide.run(hidden ? command.at : null, commentId)
      }),

    rewriteComments(teamId, comments, at) {
      for (const { id, text, hidden } of comments) rewrite.run(text, hidden ? at : null, id, teamId)
    },

    comments: (teamId) => byTeam.all(teamId).map(toComment),
    ownComments: (teamId, personId) => byPerson.all(teamId, personId).map(({ id }) => id),
    teamsCommentedBy: (personId) => teamsByPerson.all(personId).map(({ id }) => id),
  }
}

/** What was taken back stays so, whether or not it was hidden as well. */
function goneOf(row: Pick<CommentSql, 'takenBackAt' | 'hiddenAt'>): CommentRow['gone'] {
  if (row.takenBackAt !== null) return 'takenBack'
  return row.hiddenAt === null ? null : 'hidden'
}

function toComment(row: CommentSql & AuthorSql): CommentRow {
  const { id, replyTo, text, state, at, personId, name, role, title } = row
  return {
    id,
    subject: { kind: row.subjectKind, id: row.subjectId },
    replyTo,
    text,
    withoutName: row.withoutName === 1,
    author: { personId, name, role, title },
    at,
    state,
    gone: goneOf(row),
  }
}
