/** How many different answers are kept while the document stands still, and how many bytes of them. */
const mostAnswers = 64
const mostBytes = 4_000_000
/** A longer state vector is no board's; it is answered, but not kept as a key. Bytes. */
const longestKey = 16_000

/** Answers to step 1 by the asker's state vector: 300 who come back at once ask alike. */
export class Answers {
  readonly #answers = new Map<string, Uint8Array>()
  #bytes = 0

  /** The known answer, or what `make` gives. */
  get(stateVector: Uint8Array, make: () => Uint8Array): Uint8Array {
    const key = Buffer.from(stateVector).toString('base64')
    const known = this.#answers.get(key)
    if (known) return known
    const answer = make()
    const isRoom = this.#answers.size < mostAnswers && this.#bytes + answer.length <= mostBytes
    if (isRoom && stateVector.length <= longestKey) {
      this.#answers.set(key, answer)
      this.#bytes += answer.length
    }
    return answer
  }

  /** The document has changed. */
  clear(): void {
    this.#answers.clear()
    this.#bytes = 0
  }
}
