/** «192.168.1.7:4321/lerret»: an address to be read aloud and typed. Browsers add http:// themselves, not https://. */
export function plainAddress(url: string): string {
  return url.replace(/^http:\/\//u, '').replace(/\/$/u, '')
}
