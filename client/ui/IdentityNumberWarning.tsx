import { useId, useMemo } from 'react'
import { findIdentityNumbers } from '../../shared/identity-number.ts'
import { useMessages } from '../hooks/useMessages.ts'
import { Warning } from './Warning.tsx'

/** The soft warning of `CollaborativeText`, for fields that are not shared yet. */
export function IdentityNumberWarning({ text }: { text: string }) {
  const { identityNumber } = useMessages().common.text
  const suspicious = useMemo(() => findIdentityNumbers(text).length > 0, [text])
  return <Warning id={useId()}>{suspicious && identityNumber}</Warning>
}
