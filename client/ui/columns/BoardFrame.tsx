import type { ReactNode } from 'react'
import type { BoardWorkState } from '../../hooks/useBoardWork.ts'
import { useOthersChanges } from '../../hooks/useOthersChanges.ts'
import { classNames } from '../classNames.ts'
import { TakeBackToast } from '../TakeBackToast.tsx'
import { VisuallyHidden } from '../VisuallyHidden.tsx'
import { focusCard } from './focusCard.ts'
import styles from './BoardFrame.module.css'

type BoardFrameProps = {
  state: BoardWorkState
  /** what is open beside the board, over it or in its place */
  panel: ReactNode
  list: boolean
  className: string | undefined
  children: ReactNode
}

/** A board's page: the board, what is open of it, what can be undone, and what is said to those who listen. */
export function BoardFrame({ state, panel, list, className, children }: BoardFrameProps) {
  const others = useOthersChanges(state.work.open)
  return (
    <>
      <div
        className={classNames(styles['page'], className)}
        data-open={panel !== null && panel !== false}
        data-list={list}
      >
        <div className={styles['board']}>{children}</div>
        {panel}
        <TakeBackToast offer={state.offer} onDone={state.withdrawOffer} onFocusLost={() => focusCard(null)} />
      </div>
      <VisuallyHidden role="status">{state.said}</VisuallyHidden>
      <VisuallyHidden role="status">{others}</VisuallyHidden>
    </>
  )
}

/** Where the board will be, while it is fetched. */
export function BoardLoading({ children }: { children: ReactNode }) {
  return (
    <p role="status" className={styles['loading']}>
      {children}
    </p>
  )
}
