/** A value that can be read and followed: what `useSyncExternalStore` wants. */
export type Readable<T> = {
  get: () => T
  subscribe: (listener: () => void) => () => void
}

/** A value with followers, who hear of it only when it is another one. */
export class StateStore<T> implements Readable<T> {
  #value: T
  readonly #listeners = new Set<() => void>()

  constructor(value: T) {
    this.#value = value
  }

  get = (): T => this.#value

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(value: T): void {
    if (Object.is(value, this.#value)) return
    this.#value = value
    for (const listener of [...this.#listeners]) listener()
  }
}
