import type { ReactNode } from 'react'
import { ShieldCheckIcon } from '@phosphor-icons/react/ShieldCheck'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx'
import { Logo } from '../../ui/Logo.tsx'
import { SkipLink } from '../../ui/SkipLink.tsx'
import { TextSize } from '../../ui/TextSize.tsx'
import { ChartPicture } from './ChartPicture.tsx'
import styles from './JoinLayout.module.css'

/** The way in: the question on the chart to the left, where there is room, and one thing to fill in. */
export function JoinLayout({ children }: { children: ReactNode }) {
  const words = useMessages('join').join
  return (
    <div className={styles['page']}>
      <SkipLink />
      <aside className={styles['picture']} aria-label={words.to}>
        <ChartPicture />
        <div className={styles['question']}>
          <Logo big />
          <p className={styles['from']}>{words.from}</p>
          <p className={styles['to']}>{words.to}</p>
        </div>
      </aside>
      <div className={styles['side']}>
        <header className={styles['bar']}>
          <span className={styles['phoneLogo']}>
            <Logo />
          </span>
          <LanguageSwitch />
          <span className={styles['sizeAbove']}>
            <TextSize />
          </span>
        </header>
        <main id="content" tabIndex={-1} className={styles['main']}>
          {children}
        </main>
        <footer className={styles['safe']}>
          <ShieldCheckIcon size={24} aria-hidden />
          <p>
            {words.safe} <Link href={paths.privacy}>{words.privacy}</Link>
          </p>
          <span className={styles['sizeBelow']}>
            <TextSize />
          </span>
        </footer>
      </div>
    </div>
  )
}
