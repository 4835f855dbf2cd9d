import type { NetworkView } from '../../../shared/api.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { Notice } from '../../ui/Notice.tsx'
import { plainAddress } from './plainAddress.ts'

/** Told when cards and links lead nowhere: nobody else reaches this machine, or its address is another than it was. */
export function AddressBanner({ publicUrl }: { publicUrl: NetworkView['publicUrl'] }) {
  const words = useMessages('console').console.address
  if (!publicUrl.reachable) {
    return (
      <Notice kind="info">
        <b>{words.unreachable}</b> {words.unreachableHow}
      </Notice>
    )
  }
  if (publicUrl.changedFrom === null) return null
  return (
    <Notice kind="info">
      <b>{words.changed(plainAddress(publicUrl.changedFrom), plainAddress(publicUrl.url))}</b> {words.changedHow}
    </Notice>
  )
}
