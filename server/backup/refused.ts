/** Why a backup, a restore or a check was not done: one sentence for whoever is at the terminal. Nothing was changed. */
export class Refused extends Error {
  readonly exitCode: number

  constructor(sentence: string, { exitCode = 1, cause }: { exitCode?: number; cause?: unknown } = {}) {
    super(sentence, cause === undefined ? undefined : { cause })
    this.name = 'Refused'
    this.exitCode = exitCode
  }
}
