import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { cookieNames } from '../../server/http/credentials.ts'
import { FaultyDisk, skipsShim, whyNoShim } from '../power/disk-shim.ts'
import { expect, expectAccessible, saved, secretOf, test } from './fixtures.ts'
import { GoalBoardPage } from './support/goal-board-page.ts'
import { boardPath, writeGoals } from './support/goals.ts'
import { startHall } from './support/hall-server.ts'
import { join, makeNetwork } from './support/network.ts'

test('a disk that is full: everyone is told, goes on and can still open the board; all is saved when there is room', async ({
  stranger,
  excuse,
}) => {
  test.skip(skipsShim, whyNoShim ?? '')
  excuse(/status of 503/u)
  const root = await realpath(await mkdtemp(joinPath(tmpdir(), 'samtavle-disk-')))
  const folder = joinPath(root, 'data')
  await mkdir(folder)
  const disk = new FaultyDisk(folder, joinPath(root, 'faults'))
  const server = await startHall({ folder, env: disk.env })
  const { token } = await join(server, { secret: server.facilitatorToken ?? '', name: 'Kari Nordmann' })
  const network = await makeNetwork(server, token, { name: 'Gode pasientforløp i øst' })
  const [id] = await writeGoals(network, [{ title: 'Trygg hjemreise' }])
  const enter = async (name: string): Promise<GoalBoardPage> => {
    const joined = await join(server, { secret: secretOf(network.first), name })
    const page = await stranger()
    const cookie = { name: cookieNames.person, value: joined.token, url: server.hallUrl }
    await page.context().addCookies([{ ...cookie, httpOnly: true, sameSite: 'Strict' }])
    await page.goto(server.hallUrl + boardPath(network.first, id))
    return new GoalBoardPage(page)
  }
  const mette = await enter('Mette')
  const arne = await enter('Arne')
  for (const each of [mette, arne]) {
    await expect(each.title).toHaveValue('Trygg hjemreise')
    await saved(each.page)
  }
  const { errors } = mette.words
  const told = async (each: GoalBoardPage): Promise<void> =>
    expect(each.page.getByText(errors.storeFailed)).toBeVisible()

  disk.set({ spaceLeft: 1_000_000 })
  await expect.poll(async () => (await fetch(`${server.url}/healthz`)).status).toBe(503)
  await mette.title.press('End')
  await mette.title.pressSequentially(' til alle')
  await told(mette)
  await told(arne)
  await expect(mette.status).toHaveAttribute('data-save-status', 'saving')
  await expectAccessible(mette.page)
  await expect(arne.title).toHaveValue('Trygg hjemreise')
  // A newcomer, in the room that the disk keeps free of boards.
  const lise = await enter('Lise')
  await expect(lise.title).toHaveValue('Trygg hjemreise')
  await told(lise)

  disk.set({})
  for (const each of [mette, arne, lise]) {
    await expect(each.title).toHaveValue('Trygg hjemreise til alle', { timeout: 20_000 })
    await saved(each.page)
    await expect(each.page.getByText(errors.storeFailed)).toBeHidden()
  }
  for (const each of [mette, arne, lise]) await each.page.close()
  await server.stop()
  disk.close()
  await rm(root, { recursive: true, force: true })
})
