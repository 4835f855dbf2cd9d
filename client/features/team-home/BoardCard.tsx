import type { ComponentType, ReactNode } from 'react'
import type { IconProps } from '@phosphor-icons/react'
import { Link } from 'wouter'
import { classNames } from '../../ui/classNames.ts'
import styles from './BoardCard.module.css'

type BoardCardProps = {
  href: string
  Icon: ComponentType<IconProps>
  title: string
  /** how it stands, in words */
  words: string
  /** the board in small; it shows what `words` says and more, so it is not read aloud */
  children: ReactNode
  /** a lowered ground under cards of its own */
  mist?: boolean
}

/** One of the team's boards: a small live picture, how it stands, and the way in. */
export function BoardCard({ href, Icon, title, words, children, mist = false }: BoardCardProps) {
  return (
    <Link href={href} className={styles['card'] ?? ''}>
      <div className={classNames(styles['picture'], mist && styles['mist'])} aria-hidden="true">
        {children}
      </div>
      <div className={styles['words']}>
        <h2>
          <Icon size={24} aria-hidden />
          {title}
        </h2>
        <p>{words}</p>
      </div>
    </Link>
  )
}
