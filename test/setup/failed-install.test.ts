import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { npmFailureSentence } from '../../scripts/setup/npm-failure-sentence.cjs'
import { runProgram } from './run-program.ts'
import { temporaryProject, writeInto } from './temporary-project.ts'

/** Port 9 discards; nothing listens on it here. */
const nowhere = 'http://127.0.0.1:9'

describe('a registry that can not be reached', () => {
  test.each(['start', 'test'])('%s says one sentence, fails and changes nothing', { timeout: 30_000 }, async (name) => {
    const root = temporaryProject()
    writeInto(root, 'node_modules/earlier/index.js', 'still here')
    const cache = path.join(root, 'npm-cache')

    const run = await runProgram(process.execPath, [path.join(root, 'scripts', `${name}.cjs`)], {
      npm_config_registry: nowhere,
      npm_config_cache: cache,
    })

    const [told, failed, ...rest] = run.stderr.trim().split('\n')
    expect(told).toMatch(/^Samtavle: installing /)
    expect(failed).toMatch(/^Samtavle: the npm registry can't be reached \(ECONNREFUSED\).*nothing is changed.*\.$/)
    expect(rest).toEqual([])
    expect(run.code).toBe(1)
    expect(run.stdout.trim()).toBe(name === 'test' ? '0 passed, 1 failed' : '')
    expect(fs.readFileSync(path.join(root, 'node_modules/earlier/index.js'), 'utf8')).toBe('still here')
    expect(fs.readdirSync(path.join(root, '.cache'))).toEqual(['npm.log'])
  })
})

describe('what a failed install is told as', () => {
  test('a full disk', () => {
    const said = 'npm error code ENOSPC\nnpm error ENOSPC: no space left on device, write'
    expect(npmFailureSentence(said, 'npm.log')).toMatch(/^the disk is full/)
  })

  test("anything else in npm's own words, without its codes", () => {
    const said =
      'npm error code EUSAGE\nnpm error\nnpm error `npm ci` can only install packages when in sync\nnpm error x y'
    expect(npmFailureSentence(said, 'npm.log')).toBe(
      'the install failed, and nothing is changed: `npm ci` can only install packages when in sync (more in npm.log).',
    )
  })
})
