import { crc32 } from 'node:zlib'

/**
 * What a row is checked by when it is read. CRC-32: a disk's flipped bits are what is feared, not an
 * attacker, and it costs microseconds where a hash costs more than the append. The row's place goes in, so
 * that whole bytes in the wrong place are noticed too.
 */
export function rowChecksum(documentId: string, sequence: number, bytes: Uint8Array): number {
  return crc32(bytes, crc32(`${documentId} ${sequence} `))
}
