import type { SavedPromise } from './promises.ts'
import { ofKind, type Told } from './told.ts'

/** What a server had promised when the power went, by its sockets (edits by document) and by its answers. */
export class Promised {
  readonly edits = new Map<string, Set<string>>()
  readonly told: Told[] = []

  heard({ documentId, keys }: SavedPromise): void {
    this.edits.set(documentId, new Set([...(this.edits.get(documentId) ?? []), ...keys]))
  }

  tell(told: Told): void {
    this.told.push(told)
  }

  /** The edits that must be there: those that a restore has been asked to take back may be gone. */
  editsOf(documentId: string): string[] {
    const back = ofKind(this.told, 'askedRestore').filter((asked) => asked.documentId === documentId)
    const gone = new Set(back.flatMap(({ takesBack }) => takesBack))
    return [...(this.edits.get(documentId) ?? [])].filter((key) => !gone.has(key))
  }
}
