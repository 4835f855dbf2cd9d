import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const imported = /from '@phosphor-icons\/react\/(\w+)'/g
const drawn = /\bweight=(?:"(\w+)"|\{([^}]*)\})/g

/** The weights each icon is drawn in, by its name; a file's weights count for every icon that it imports. */
export function weightsUsed(sources: readonly string[]): Map<string, Set<string>> {
  const used = new Map<string, Set<string>>()
  for (const source of sources) {
    const weights = [...source.matchAll(drawn)].flatMap(([, plain, code]) =>
      plain === undefined ? [...(code ?? '').matchAll(/'(\w+)'/g)].map(([, word]) => word ?? '') : [plain],
    )
    for (const [, name = ''] of source.matchAll(imported)) {
      used.set(name, new Set([...(used.get(name) ?? ['regular']), ...weights]))
    }
  }
  return used
}

/** The source of one icon without the weights that are not in `keep`. */
export function keepWeights(source: string, keep: ReadonlySet<string>): string {
  return source.replace(/^ {2}\[\n {4}"([a-z]+)",[\s\S]*?^ {2}\],?\n/gm, (entry, weight: string) =>
    keep.has(weight) ? entry : '',
  )
}

/**
 * Leaves the weights of icons out that no page draws. An icon comes in six, and most are drawn in one: a phone
 * that follows has few bytes to spend.
 */
export function iconWeights(): Plugin {
  let used = new Map<string, Set<string>>()
  return {
    name: 'samtavle:icon-weights',
    apply: 'build',
    configResolved({ root }) {
      used = weightsUsed(
        readdirSync(root, { recursive: true, encoding: 'utf8' })
          .filter((file) => file.endsWith('.tsx'))
          .map((file) => readFileSync(join(root, file), 'utf8')),
      )
    },
    transform(source, id) {
      const name = /@phosphor-icons\/react\/dist\/defs\/(\w+)\.es\.js$/.exec(id.replaceAll('\\', '/'))?.[1]
      const keep = name === undefined ? undefined : used.get(name)
      return keep ? { code: keepWeights(source, keep), map: null } : null
    },
  }
}
