import type { ReactNode } from 'react'
import { usePageTitle } from '../hooks/usePageTitle.ts'
import { Logo } from '../ui/Logo.tsx'
import styles from './MessagePage.module.css'

/** A page with one sentence and the way on from it. */
export function MessagePage({ title, children }: { title: string; children: ReactNode }) {
  usePageTitle(title)
  return (
    <div className={styles['page']}>
      <header>
        <Logo />
      </header>
      <main id="content" tabIndex={-1} className={styles['main']}>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  )
}
