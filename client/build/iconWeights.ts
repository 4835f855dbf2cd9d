import type { Plugin } from 'vite'

/** The weights that our pages draw. An icon comes in six; the others would be two thirds of its bytes. */
const drawn = ['regular', 'bold', 'fill']

/** The source of one icon, with the weights that are drawn. */
export function keepWeights(source: string): string {
  return source.replace(/^ {2}\[\n {4}"([a-z]+)",[\s\S]*?^ {2}\],?\n/gm, (entry, weight: string) =>
    drawn.includes(weight) ? entry : '',
  )
}

/** Leaves the weights of icons out that no page draws: a phone that follows has few bytes to spend. */
export function iconWeights(): Plugin {
  return {
    name: 'samtavle:icon-weights',
    apply: 'build',
    transform(source, id) {
      return /@phosphor-icons\/react\/dist\/defs\//.test(id.replaceAll('\\', '/'))
        ? { code: keepWeights(source), map: null }
        : null
    },
  }
}
