/** Why the server did not start, as one sentence for whoever is at the terminal. Nothing was damaged. */
export class StartRefused extends Error {
  readonly exitCode: number

  constructor(sentence: string, exitCode = 1, cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause })
    this.name = 'StartRefused'
    this.exitCode = exitCode
  }
}
