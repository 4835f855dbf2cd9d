import type { BrowserContext } from '@playwright/test'

/** Errors of pages and of their consoles: a test that saw one fails, unless it announced it. */
export class ErrorsSeen {
  readonly #seen: string[] = []
  readonly #excused: RegExp[] = []

  watch(context: BrowserContext): void {
    context.on('console', (message) => {
      if (message.type() === 'error') this.#seen.push(`${message.text()} ${message.location().url}`.trim())
    })
    context.on('weberror', (error) => this.#seen.push(error.error().stack ?? String(error.error())))
  }

  /** Announces an error that the test brings about, like a net that it cuts. */
  excuse(pattern: RegExp): void {
    this.#excused.push(pattern)
  }

  unexpected(): string[] {
    return this.#seen.filter((text) => !this.#excused.some((pattern) => pattern.test(text)))
  }
}
