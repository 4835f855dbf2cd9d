import { createContext, useContext } from 'react'
import type { Member } from '../../../shared/schema/talk.ts'
import type { BoardWork } from '../../hooks/useBoardWork.ts'

/** What every part of one phase board needs; changes only when the team's members do. */
export type Improvement = BoardWork & {
  teamId: string
  boardId: string
  members: ReadonlyMap<string, Member>
  hrefOf: (cardId: string | null) => string
  go: (cardId: string | null) => void
}

export const ImprovementContext = createContext<Improvement | null>(null)

export function useImprovement(): Improvement {
  const value = useContext(ImprovementContext)
  if (!value) throw new Error('useImprovement needs an ImprovementPage above it')
  return value
}
