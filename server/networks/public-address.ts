import { networkInterfaces } from 'node:os'
import type { Clock } from '../../shared/clock.ts'
import type { Directory } from '../store/directory.ts'

/** Where others reach this server: what cards and links say. */
export type PublicAddress = { url: string; reachable: boolean; changedFrom: string | null }

/** How long a change of address is told: a gathering of two days. Cards printed before it lead nowhere. */
export const tellChangeMs = 48 * 60 * 60 * 1000
const setting = 'publicAddress'
const virtual = /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|zt|tailscale|vEthernet|WSL)/i

/** `http://…/r#<secret>`: the fragment never leaves the browser, so it is in no log. */
export function secretUrl(address: PublicAddress, token: string): string {
  return `${address.url}/r#${token}`
}

/** This machine's addresses on its local networks, the likeliest first; none when it is not on one. */
export function lanAddresses(interfaces = networkInterfaces()): string[] {
  return Object.entries(interfaces)
    .flatMap(([name, list]) => (list ?? []).map((entry) => ({ name, ...entry })))
    .filter((entry) => entry.family === 'IPv4' && !entry.internal && !entry.address.startsWith('169.254.'))
    .sort((a, b) => Number(virtual.test(a.name)) - Number(virtual.test(b.name)))
    .map((entry) => entry.address)
}

/** True for a host that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || host.startsWith('127.')
}

/** True for a host that means «every address». */
export function isEveryAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '::' || host === '[::]'
}

/** `host:port` as a URL; IPv6 in brackets. */
export function urlOf(host: string, port: number): string {
  const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
  return `http://${name}:${port}`
}

/**
 * Where others reach the server: what `--public-url` says, else the machine's address on the local network.
 * A change since an earlier start is remembered and told for `tellChangeMs`.
 */
export async function findPublicAddress(
  parts: { directory: Pick<Directory, 'setting' | 'putSetting'>; clock: Clock },
  args: { publicUrl: string | null; host: string; port: number; lan?: string[] },
): Promise<PublicAddress> {
  const found = choose(args)
  const now = parts.clock.now()
  const last = readLast(await parts.directory.setting(setting))
  const moved = last !== null && last.url !== found.url
  const next = {
    url: found.url,
    changedFrom: moved ? last.url : (last?.changedFrom ?? null),
    changedAt: moved ? now : (last?.changedAt ?? now),
  }
  if (last === null || moved) await parts.directory.putSetting(setting, JSON.stringify(next))
  const told = next.changedFrom !== null && now - next.changedAt < tellChangeMs
  return { ...found, changedFrom: told ? next.changedFrom : null }
}

function choose(args: { publicUrl: string | null; host: string; port: number; lan?: string[] }): {
  url: string
  reachable: boolean
} {
  if (args.publicUrl !== null) {
    return { url: args.publicUrl, reachable: !isLoopback(new URL(args.publicUrl).hostname) }
  }
  if (isLoopback(args.host)) return { url: urlOf(args.host, args.port), reachable: false }
  if (!isEveryAddress(args.host)) return { url: urlOf(args.host, args.port), reachable: true }
  const lan = (args.lan ?? lanAddresses())[0]
  return lan === undefined
    ? { url: urlOf('127.0.0.1', args.port), reachable: false }
    : { url: urlOf(lan, args.port), reachable: true }
}

function readLast(stored: string | null): { url: string; changedFrom: string | null; changedAt: number } | null {
  if (stored === null) return null
  try {
    return JSON.parse(stored) as { url: string; changedFrom: string | null; changedAt: number }
  } catch {
    return null
  }
}
