import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHall, type Hall } from '../hall.ts'

const page = '<!doctype html><title>Samtavle</title>'
const script = 'export const answer = 42'
let folder: string
let hall: Hall

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samtavle-dist-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), page)
  await writeFile(join(folder, 'assets', 'main-a1b2.js'), script)
  await writeFile(join(folder, 'assets', 'main-a1b2.js.gz'), gzipSync(script))
  await writeFile(join(folder, 'secret.key'), 'not for anyone')
  await writeFile(join(folder, '..', 'samtavle-outside.js'), 'outside')
  hall = await openHall({ files: folder })
})
afterAll(async () => {
  await hall.close()
  await rm(folder, { recursive: true })
  await rm(join(folder, '..', 'samtavle-outside.js'))
})

/** As a browser does it, without fetch's own unpacking and tidying of paths. */
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number | undefined; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const { hostname, port } = new URL(hall.url)
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
    sent.on('error', reject).end()
  })

test.each(['/', '/styring/program', '/r', '/start', '/lerret/'])('[AC27] %s is a page of the client', async (path) => {
  const { status, headers, body } = await get(path)
  expect(status).toBe(200)
  expect(body.toString()).toBe(page)
  expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
})

test.each([
  '/nothing.js',
  '/assets/gone-c3d4.js',
  '/api/x',
  '/sync/team:x',
  '/secret.key',
  '/../samtavle-outside.js',
  '/%2e%2e/samtavle-outside.js',
  '/..%2fsamtavle-outside.js',
])('[AC27] %s is none', async (path) => {
  const { status, body } = await get(path)
  expect(status).toBe(404)
  expect(JSON.parse(body.toString())).toMatchObject({ code: 'notFound' })
})

test('[AC28] hashed files are kept for good and sent packed to who can unpack', async () => {
  const path = '/assets/main-a1b2.js'
  const packed = await get(path, { 'accept-encoding': 'deflate, gzip;q=0.8' })
  expect(packed.headers).toMatchObject({
    'content-encoding': 'gzip',
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  })
  expect(gunzipSync(packed.body).toString()).toBe(script)
  for (const accepted of ['', 'br', 'gzip;q=0']) {
    const plain = await get(path, { 'accept-encoding': accepted })
    expect(plain.headers).not.toHaveProperty('content-encoding')
    expect(plain.body.toString()).toBe(script)
  }
})

test('[AC28] a page that has not changed is not sent again, and HEAD sends no body', async () => {
  const { headers } = await get('/')
  const again = await get('/', { 'if-none-match': String(headers['etag']) })
  expect(again.status).toBe(304)
  expect(again.body).toHaveLength(0)
  const head = await get('/', {}, 'HEAD')
  expect(head.status).toBe(200)
  expect(head.body).toHaveLength(0)
})
