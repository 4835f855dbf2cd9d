import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Allowance } from '../../../server/access/allowance.ts'
import { keyFileName, loadKey } from '../../../server/access/key.ts'
import { makeSecret } from '../../../server/access/make-secret.ts'
import { codeAlphabet, newCode, newToken, readSecret, showCode } from '../../../server/access/secret-code.ts'
import { Vault } from '../../../server/access/vault.ts'
import { systemClock } from '../../../server/clock.ts'

const key = new Uint8Array(32).fill(1)

test('[AC2] codes have 8 characters that cannot be misread', () => {
  expect(codeAlphabet).toMatch(/^[2-9A-HJKMNP-Z]{31}$/)
  for (let i = 0; i < 200; i += 1) {
    const code = newCode()
    expect(readSecret(showCode(code))).toEqual({ kind: 'code', value: code })
  }
})

test('[AC2] a link secret is never taken for a code, whatever letters it has', () => {
  for (let i = 0; i < 500; i += 1) {
    const token = newToken()
    expect(readSecret(`http://192.168.1.5:4321/r#${token}`)).toEqual({ kind: 'token', value: token })
  }
})

test('[AC13] what is stored holds neither the code nor the token, and the key opens both', () => {
  const vault = new Vault(key)
  const { row, code, token } = makeSecret(vault, { id: 'i', networkId: 'n', role: 'editor', at: 1, expiresAt: 2 })
  const stored = Buffer.concat([row.codeCipher, row.tokenCipher, row.codeHash ?? key, row.tokenHash])
  expect(stored.includes(code ?? '?')).toBe(false)
  expect(stored.includes(token)).toBe(false)
  expect(vault.open(row.codeCipher)).toBe(code)
  expect(vault.open(row.tokenCipher)).toBe(token)
  expect(row.codeHash).toEqual(vault.hash('code', code ?? ''))
})

test('[AC13] another key or a changed byte opens nothing', () => {
  const sealed = new Vault(key).seal('K7M4RT9W')
  expect(new Vault(new Uint8Array(32)).open(sealed)).toBeNull()
  for (let i = 0; i < sealed.length; i += 1) {
    const changed = sealed.map((byte, index) => (index === i ? byte ^ 1 : byte))
    expect(new Vault(key).open(changed)).toBeNull()
  }
  expect(new Vault(key).open(new Uint8Array(3))).toBeNull()
})

test('an allowance is by key and comes back with the next window', () => {
  let now = 5_000
  const allowance = new Allowance({ clock: { ...systemClock, now: () => now }, limit: 2, windowMs: 1_000 })
  expect([allowance.spend('a'), allowance.spend('a'), allowance.spend('a')]).toEqual([true, true, false])
  expect(allowance.spend('b')).toBe(true)
  now += 1_000
  expect(allowance.spend('a')).toBe(true)
})

test('[AC14] the key is made once, for its owner only, and a lost or foreign one is told', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'samtavle-key-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const settings = new Map<string, string>()
  const directory = {
    setting: async (name: string) => settings.get(name) ?? null,
    putSetting: async (name: string, value: string) => void settings.set(name, value),
  }
  const path = join(folder, keyFileName)
  const made = await loadKey(folder, directory)
  expect(Buffer.from(await loadKey(folder, directory))).toEqual(Buffer.from(made))
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600)
  await rm(path)
  await expect(loadKey(folder, directory)).rejects.toThrow(/is missing: put it back from a backup/)
  await writeFile(path, new Uint8Array(32))
  await expect(loadKey(folder, directory)).rejects.toThrow(/does not belong to this data/)
  await writeFile(path, '')
  const renewed = await loadKey(folder, directory)
  expect(Buffer.from(renewed)).not.toEqual(Buffer.from(made))
  expect(await readFile(path)).toEqual(Buffer.from(renewed))
})
