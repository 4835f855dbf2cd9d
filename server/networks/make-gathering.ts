import { documentId } from '../../shared/document-id.ts'
import { tidyLine } from '../../shared/tidy-line.ts'
import type { Parts } from '../access/parts.ts'
import { newDocument } from './make-network.ts'

/** `days`: how many, or the dates as 2027-03-17 in any order. */
export type NewGathering = { networkId: string; name: string; place: string; days: number | string[] }

/** Makes a gathering with its documents; it becomes the network's current one. Teams and their boards are untouched. */
export async function makeGathering(
  parts: Pick<Parts, 'directory' | 'clock' | 'newId'>,
  args: NewGathering,
): Promise<{ id: string; documents: { gathering: string; stage: string; talk: string } }> {
  const id = parts.newId()
  const dates = typeof args.days === 'number' ? [] : [...new Set(args.days)].sort()
  await parts.directory.createGathering({
    id,
    networkId: args.networkId,
    name: args.name,
    place: tidyLine(args.place),
    days: dates,
    dayCount: typeof args.days === 'number' ? args.days : dates.length,
    at: parts.clock.now(),
    documents: [newDocument(parts, 'gathering', id), newDocument(parts, 'stage', id), newDocument(parts, 'talk', id)],
  })
  return {
    id,
    documents: {
      gathering: documentId('gathering', id),
      stage: documentId('stage', id),
      talk: documentId('talk', id),
    },
  }
}
