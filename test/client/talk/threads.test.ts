import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openTalkDocument, type TalkComment, type TalkDocument } from '../../../shared/schema/talk.ts'
import { allComments, commentCounts, threadsOf, unseenComments } from '../../../shared/select/talk.ts'

const noon = Date.UTC(2027, 2, 17, 12)
const goal = { kind: 'goal', id: 'g' } as const
const mette: TalkComment['author'] = { personId: 'm', name: 'Mette', role: 'editor', title: 'Koordinator' }

function talkWith(comments: Record<string, unknown>): TalkDocument {
  const talk = openTalkDocument(new Y.Doc())
  for (const [id, comment] of Object.entries(comments)) {
    const whole = { subject: goal, replyTo: null, text: id, author: mette, at: noon, state: 'open', gone: null }
    const isPart = typeof comment === 'object' && comment !== null && !Array.isArray(comment) && !('raw' in comment)
    talk.comments.set(id, (isPart ? { ...whole, ...comment } : comment) as TalkComment)
  }
  return talk
}

describe('threads', () => {
  test('a comment and its answers stand together, earliest first, about one subject only [TA1]', () => {
    const comments = allComments(
      talkWith({
        b: { at: noon + 2 },
        a: { at: noon },
        answer2: { at: noon + 9, replyTo: 'a' },
        answer1: { at: noon + 5, replyTo: 'a' },
        elsewhere: { subject: { kind: 'goal', id: 'other' } },
      }),
    )
    const threads = threadsOf(comments, goal)
    expect(threads.map(({ root }) => root.id)).toEqual(['a', 'b'])
    expect(threads[0]?.answers.map(({ id }) => id)).toEqual(['answer1', 'answer2'])
  })

  test('one without name, which tells only its day, comes after what was said that day [TA1]', () => {
    const day = noon - (noon % 86_400_000)
    const comments = allComments(
      talkWith({ nameless: { author: null, at: day }, named: { at: noon }, next: { at: noon + 86_400_000 } }),
    )
    expect(comments.map(({ id }) => id)).toEqual(['named', 'nameless', 'next'])
  })

  test('malformed entries hide nothing else; an answer to nothing stands alone [TA2]', () => {
    const comments = allComments(
      talkWith({
        good: {},
        number: 7,
        list: [],
        nothing: null,
        noSubject: { subject: { kind: 'moon', id: 'g' } },
        odd: { author: 'Mette', at: 'now', state: 'lost', gone: 'eaten', text: 4 },
        orphan: { replyTo: 'swept', at: noon + 1 },
      }),
    )
    expect(comments.map(({ id }) => id).sort()).toEqual(['good', 'odd', 'orphan'])
    expect(comments.find(({ id }) => id === 'odd')).toMatchObject({ author: null, text: '', state: 'open', gone: null })
    expect(threadsOf(comments, goal).map(({ root }) => root.id)).toContain('orphan')
  })

  test('counts what can be read; unseen is what others wrote and one has not had before the eyes [TA3]', () => {
    const comments = allComments(
      talkWith({ a: {}, answer: { replyTo: 'a' }, hidden: { gone: 'hidden', text: '' }, own: {}, seen: {} }),
    )
    expect(commentCounts(comments).get('goal:g')).toBe(4)
    const unseen = unseenComments(
      comments,
      (id) => id === 'seen',
      ({ id }) => id === 'own',
    )
    expect(unseen.map(({ id }) => id).sort()).toEqual(['a', 'answer'])
  })
})
