import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig, usage } from '../../server/config.ts'
import { StartRefused } from '../../server/start-refused.ts'

const refusal = (args: string[], env: Record<string, string> = {}) => {
  try {
    readConfig(args, env)
  } catch (error) {
    if (error instanceof StartRefused) return { code: error.exitCode, sentence: error.message }
  }
  throw new Error('it was taken')
}

describe('[AC60] flags and variables', () => {
  test('without any, the hall can reach it', () => {
    expect(readConfig([], {})).toEqual({
      port: 4321,
      host: '0.0.0.0',
      data: resolve('data'),
      publicUrl: null,
      sample: false,
      facilitatorLink: false,
      logLevel: null,
    })
  })

  test('every flag has a variable, and the flag goes before it', () => {
    const env = {
      SAMTAVLE_PORT: '1',
      SAMTAVLE_HOST: '10.0.0.1',
      SAMTAVLE_DATA: '/tmp/a',
      SAMTAVLE_PUBLIC_URL: 'https://tavle.example.org/',
      SAMTAVLE_SAMPLE: '1',
      SAMTAVLE_FACILITATOR_LINK: 'true',
      SAMTAVLE_LOG_LEVEL: 'debug',
    }
    const byEnv = readConfig([], env)
    expect(byEnv).toEqual({
      port: 1,
      host: '10.0.0.1',
      data: resolve('/tmp/a'),
      publicUrl: 'https://tavle.example.org',
      sample: true,
      facilitatorLink: true,
      logLevel: 'debug',
    })
    expect(readConfig(['--port', '0', '--host=::1', '--data', '/tmp/b'], env)).toMatchObject({
      port: 0,
      host: '::1',
      data: resolve('/tmp/b'),
    })
    for (const name of Object.keys(env)) expect(usage).toContain(name)
  })

  test('help is asked for', () => {
    expect(readConfig(['--help'], {})).toBe('help')
    expect(readConfig(['-h'], {})).toBe('help')
  })

  test.each([
    [['--colour', 'red'], /--colour/],
    [['extra'], /extra/],
    [['--port'], /--port/],
    [['--sample=yes'], /--sample/],
    [['--port', 'http'], /port/],
    [['--port', '65536'], /65536/],
    [['--port', '-1'], /port/],
    [['--host', 'a b'], /host/],
    [['--data', ' '], /folder/],
    [['--public-url', 'tavle'], /public URL/],
    [['--public-url', 'https://x.no/path'], /public URL/],
    [['--public-url', 'ftp://x.no'], /public URL/],
    [['--log-level', 'loud'], /log level/],
  ])('%j is one clear sentence and exit code 2', (args, pattern) => {
    const { code, sentence } = refusal(args)
    expect(code).toBe(2)
    expect(sentence).toMatch(pattern)
    expect(sentence).toMatch(/^[A-Z][^\n]*\.$/)
  })

  test('a variable is held to the same', () => {
    expect(refusal([], { SAMTAVLE_SAMPLE: 'perhaps' }).sentence).toContain('SAMTAVLE_SAMPLE')
    expect(refusal([], { SAMTAVLE_PORT: 'x' }).code).toBe(2)
  })
})
