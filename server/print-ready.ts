import { facilitatorToken } from './access/facilitator-link.ts'
import type { Parts } from './access/parts.ts'
import { showCode } from './access/secret-code.ts'
import type { Settings } from './config.ts'
import { sampleNetworkId } from './fill-with-sample.ts'
import { isEveryAddress, isLoopback, lanAddresses, urlOf } from './networks/public-address.ts'

/**
 * The lines that people and programs wait for: `Samtavle is ready`, `Facilitator` while its link is unused,
 * how others reach us, and with `--sample` each team's code.
 */
export async function printReady(parts: Parts, settings: Settings, port: number): Promise<void> {
  const here = urlOf(isEveryAddress(settings.host) ? '127.0.0.1' : settings.host, port)
  const token = await facilitatorToken(parts, { renew: settings.facilitatorLink })
  const lines = [`Samtavle is ready: ${here}`]
  if (token !== null) lines.push(`Facilitator: ${here}/start#${token}`)
  for (const url of reachableUrls(settings, port)) lines.push(`Others reach it: ${url}`)
  const { changedFrom } = parts.address
  if (changedFrom !== null) lines.push(`The address was ${changedFrom} before: print the cards again.`)
  if (settings.sample) lines.push(...(await sampleTeamLines(parts)))
  process.stdout.write(`${lines.join('\n')}\n`)
}

function reachableUrls(settings: Settings, port: number): string[] {
  if (settings.publicUrl !== null) return [settings.publicUrl]
  if (isLoopback(settings.host)) return []
  if (!isEveryAddress(settings.host)) return [urlOf(settings.host, port)]
  return lanAddresses().map((address) => urlOf(address, port))
}

async function sampleTeamLines(parts: Parts): Promise<string[]> {
  const networkId = await sampleNetworkId(parts.directory)
  if (networkId === null) return []
  const secrets = await parts.directory.secrets(networkId)
  const codes = new Map(secrets.map((secret) => [secret.teamId, parts.vault.open(secret.codeCipher)]))
  return (await parts.directory.teams(networkId)).flatMap((team) => {
    const code = codes.get(team.id)
    return code ? [`Team ${team.number} ${team.name}: ${showCode(code)}`] : []
  })
}
