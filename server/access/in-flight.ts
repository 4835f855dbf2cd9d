/**
 * Answers that are under way, so that many who ask for the same at once share one. Nothing is kept once it is there:
 * whoever asks later asks anew.
 */
export class InFlight<T> {
  readonly #running = new Map<string, Promise<T>>()

  /** The answer under way for this key, or a new one. */
  share(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#running.get(key)
    if (known) return known
    const answer = ask().finally(() => this.#running.delete(key))
    this.#running.set(key, answer)
    return answer
  }
}
