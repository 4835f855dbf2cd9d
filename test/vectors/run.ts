import { readFileSync } from 'node:fs'
import { isFields } from './case.ts'
import { runVectors } from './runVectors.ts'

/*
 * npm run vectors -- FILE: runs a file of test vectors through the product's own formulas. One line a case;
 * ends with 0 when none failed, 1 when one did, 2 when there is no such file or it holds no vectors.
 */

function read(path: string): Record<string, unknown> | string {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return `${path} can't be read: is the path right?`
  }
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''))
    return isFields(value) ? value : `${path} holds no sections of test vectors.`
  } catch {
    return `${path} is not JSON.`
  }
}

function main(path: string | undefined): number {
  const file = path === undefined ? 'Say which file: npm run vectors -- FILE' : read(path)
  if (typeof file === 'string') {
    process.stderr.write(`${file}\n`)
    return 2
  }
  const results = runVectors(file)
  const count = (outcome: string) => results.filter((result) => result.outcome === outcome).length
  const lines = results.map(
    ({ outcome, section, name, detail }) =>
      `${outcome} ${section}: ${name}${detail === undefined ? '' : ` (${detail})`}`,
  )
  const summary = `${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`
  process.stdout.write(`${[...lines, summary].join('\n')}\n`)
  return count('failed') > 0 ? 1 : 0
}

process.exitCode = main(process.argv[2])
