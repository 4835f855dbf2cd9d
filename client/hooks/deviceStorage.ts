/*
 * Small memories of this device. A browser may refuse storage (private windows, full disks): then nothing is
 * remembered and everything else works.
 */

const prefix = 'samtavle.'

type Kind = 'local' | 'tab'
const storageOf = (kind: Kind): Storage => (kind === 'local' ? window.localStorage : window.sessionStorage)

export function recall(key: string, kind: Kind = 'local'): string | null {
  try {
    return storageOf(kind).getItem(prefix + key)
  } catch {
    return null
  }
}

export function remember(key: string, value: string | null, kind: Kind = 'local'): void {
  try {
    if (value === null) storageOf(kind).removeItem(prefix + key)
    else storageOf(kind).setItem(prefix + key, value)
  } catch {
    // Not remembered: asked again next time.
  }
}
