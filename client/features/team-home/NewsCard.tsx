import { useRef } from 'react'
import { Link } from 'wouter'
import { formatDate } from '../../../shared/locale/dates.ts'
import { paths } from '../../app/paths.ts'
import { useLocale, useMessages } from '../../hooks/useMessages.ts'
import type { Talk } from '../../hooks/useTalk.ts'
import { useTalkVisible } from '../../hooks/useTalkVisible.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { today } from '../../ui/today.ts'
import type { NewsItem } from './news.ts'
import styles from './TeamHomePage.module.css'
import own from './NewsCard.module.css'

const mostShown = 48

type NewsCardProps = { teamId: string; news: readonly NewsItem[]; talk: Pick<Talk, 'isSeen' | 'markSeen'> }

/** What others have said to the team, newest first; what one has not had before the eyes on this device is marked in words. */
export function NewsCard({ teamId, news, talk }: NewsCardProps) {
  const { messages, language } = useLocale('team')
  const { news: words } = messages.team
  const list = useRef<HTMLUListElement>(null)
  const unseen = news.filter(({ id }) => !talk.isSeen(id)).map(({ id }) => id)
  // What was new when one came is marked as long as one stays, also after it has been seen.
  const newHere = useRef(new Set<string>())
  for (const id of unseen) newHere.current.add(id)
  useTalkVisible(list, unseen, talk.markSeen)
  return (
    <section className={styles['card']}>
      <h2>{words.heading}</h2>
      {news.length === 0 ? (
        <p className={own['none']}>{words.none}</p>
      ) : (
        <ul ref={list} className={own['list']}>
          {news.map(({ id, author, at, text, ...item }) => {
            const role = author && (author.title ?? words.role[author.role])
            const name = author?.name ?? words.withoutName
            return (
              <li key={id} className={own['item']} data-comment={id}>
                <Avatar personId={author?.personId ?? ''} name={author?.name ?? '–'} />
                <div>
                  <p className={own['who']}>
                    {newHere.current.has(id) && <b className={own['new']}>{words.unread}</b>}
                    <b>{name}</b>
                    <span>
                      {role && <> · {role}</>}
                      {' · '}
                      <About teamId={teamId} item={item} />
                      {' · '}
                      {formatDate(today(new Date(at)), language, { short: true })}
                    </span>
                  </p>
                  <p className={own['text']}>{text}</p>
                </div>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

/** What it is about, as the way there; of a long text the beginning. */
function About({ teamId, item }: { teamId: string; item: Pick<NewsItem, 'subject' | 'boardId' | 'about'> }) {
  const { news: words, untitled } = useMessages('team').team
  const about = item.about.trim() || untitled
  const short = about.length > mostShown ? `${about.slice(0, mostShown).trimEnd()} …` : about
  const said = words.about[item.subject.kind](short)
  const href = hrefOf(teamId, item)
  return href === null ? said : <Link href={href}>{said}</Link>
}

/** Where the thing that a comment is about can be seen. */
function hrefOf(teamId: string, { subject, boardId }: Pick<NewsItem, 'subject' | 'boardId'>): string | null {
  switch (subject.kind) {
    case 'goal':
      return `${paths.goals(teamId)}/${subject.id}`
    case 'card':
      return `${paths.improvement(teamId)}/${boardId ?? ''}/${subject.id}`
    case 'map':
      return `${paths.actorMap(teamId)}/${subject.id}`
    case 'actor':
      return boardId === null ? paths.actorMap(teamId) : `${paths.actorMap(teamId)}/${boardId}/${subject.id}`
    case 'team':
      return null
  }
}
