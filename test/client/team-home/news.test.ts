import { describe, expect, test } from 'vitest'
import { newsOf, saidByOthers } from '../../../client/features/team-home/news.ts'
import { deleteGoal } from '../../../shared/ops/goals.ts'
import { addCard } from '../../../shared/ops/phases.ts'
import type { TalkComment, TalkDocument } from '../../../shared/schema/talk.ts'
import { allComments } from '../../../shared/select/talk.ts'
import { boardWith, talkWith, time } from '../goal-board/board-fixture.ts'

const berit: TalkComment['author'] = { personId: 'Berit', name: 'Berit', role: 'commenter', title: null }

const isOwn = ({ author }: Pick<TalkComment, 'author'>) => author?.personId === 'Mette'
const said = (talk: TalkDocument) => saidByOthers(allComments(talk), isOwn)

function comment(more: Partial<TalkComment>): TalkComment {
  const subject = { kind: 'team', id: 't' } as const
  return { subject, replyTo: null, text: 'Ord', author: berit, at: time, state: 'open', gone: null, ...more }
}

describe('what others have said [IM31]', () => {
  test('newest first, without one’s own, what is hidden or taken back, and what is malformed', () => {
    const talk = talkWith([])
    talk.comments.set('old', comment({ at: time - 1 }))
    talk.comments.set('new', comment({}))
    talk.comments.set('nameless', comment({ at: time - 2, author: null }))
    talk.comments.set('own', comment({ author: { ...berit, personId: 'Mette' } }))
    talk.comments.set('hidden', comment({ gone: 'hidden' }))
    talk.comments.set('back', comment({ gone: 'takenBack' }))
    talk.comments.set('broken', null as unknown as TalkComment)
    expect(said(talk).map(({ id }) => id)).toEqual(['new', 'old', 'nameless'])
  })

  test('only about what is there, with its words, and for a card the board it lies on', () => {
    const board = boardWith({ chosen: ['a', 'b'] })
    addCard(board, { id: 'x', boardId: 'a', phase: 'do', text: 'Møte på Teams', time })
    const talk = talkWith([])
    talk.comments.set('on a', comment({ subject: { kind: 'goal', id: 'a' }, at: time - 1 }))
    talk.comments.set('on b', comment({ subject: { kind: 'goal', id: 'b' }, at: time - 2 }))
    talk.comments.set('on x', comment({ subject: { kind: 'card', id: 'x' }, at: time - 3 }))
    deleteGoal(board, { id: 'b', time })
    const news = newsOf(board, said(talk), 5)
    expect(news.map(({ about, boardId }) => [about, boardId])).toEqual([
      ['Mål a', null],
      ['Møte på Teams', 'a'],
    ])
  })

  test('no more than asked for, also when some of the newest are about what is gone', () => {
    const board = boardWith({ chosen: ['a'] })
    const talk = talkWith([])
    talk.comments.set('gone', comment({ subject: { kind: 'goal', id: 'never' }, at: time + 9 }))
    for (const id of ['1', '2', '3']) talk.comments.set(id, comment({ at: time + Number(id) }))
    expect(newsOf(board, said(talk), 2).map(({ id }) => id)).toEqual(['3', '2'])
  })
})
