import type { TeamDocument } from '../../../shared/schema/team.ts'
import type { Subject, TalkComment } from '../../../shared/schema/talk.ts'
import { actorsOn, allActors, allMaps } from '../../../shared/select/actorMaps.ts'
import { goalById } from '../../../shared/select/goals.ts'
import { readText } from '../../../shared/select/read.ts'
import { hasSubject } from '../../../shared/select/subject.ts'
import type { Comment } from '../../../shared/select/talk.ts'

/** A comment as it stands among what is new: who, about what, and the words. */
export type NewsItem = {
  id: string
  author: TalkComment['author']
  at: number
  text: string
  subject: Subject
  /** the words of what it is about; '' for the team and its maps */
  about: string
  /** for a card: the phase board it lies on; for an actor: a map it is on */
  boardId: string | null
}

type Said = Pick<NewsItem, 'id' | 'author' | 'at' | 'text' | 'subject'>

/** What others have said, newest first, without what is hidden or taken back. */
export function saidByOthers(comments: readonly Comment[], isOwn: (comment: Comment) => boolean): Said[] {
  return comments
    .filter((comment) => comment.gone === null && !isOwn(comment))
    .map(({ id, author, at, text, subject }) => ({ id, author, at, text, subject }))
    .sort((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1))
}

/** The newest of it that is about what is still there, with the words of what it is about. */
export function newsOf(board: TeamDocument, said: readonly Said[], most: number): NewsItem[] {
  const news: NewsItem[] = []
  for (const each of said) {
    if (news.length >= most) break
    if (hasSubject(board, each.subject)) news.push({ ...each, ...aboutOf(board, each.subject) })
  }
  return news
}

function aboutOf(board: TeamDocument, { kind, id }: Subject): Pick<NewsItem, 'about' | 'boardId'> {
  if (kind === 'goal') return { about: goalById(board, id)?.title ?? '', boardId: null }
  if (kind === 'actor') {
    const map = allMaps(board).find((each) => actorsOn(board, each.id).some((placed) => placed.actorId === id))
    return { about: allActors(board).find((actor) => actor.id === id)?.name ?? '', boardId: map?.id ?? null }
  }
  if (kind !== 'card') return { about: '', boardId: null }
  const card = board.cards.get(id)
  const boardId = card?.get('boardId')
  return { about: readText(card?.get('text')), boardId: typeof boardId === 'string' ? boardId : null }
}
