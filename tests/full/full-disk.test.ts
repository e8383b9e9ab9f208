/** A disk that is full: reports are refused in a sentence, what was taken is there, and it goes on when there is room. */
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openEmbedded } from '../../server/adapters/database-embedded.ts'
import { MIGRATIONS } from '../../server/adapters/project-root.ts'
import {
  expectAllKept,
  expectUnbrokenNumbers,
  type Filed,
  newSending,
  type Sending,
  send,
  TOWN,
} from '../support/sendings.ts'
import { build, dropDataDir, newDataDir, type RunningServer, runCommand, spawnServer } from '../support/server.ts'
import { HAS_TINY_DISK, NO_TINY_DISK, type TinyDisk, tinyDisk } from '../support/tiny-disk.ts'

const title = HAS_TINY_DISK ? 'a full disk' : `a full disk (skipped: ${NO_TINY_DISK})`
/** The embedded database with the example towns takes 42 MB; 48 MB stay in reserve. */
const DATABASE_MB = 160
/** A photo of the tests takes a few kilobytes. */
const PHOTOS_MB = 2
const GUESTS = 12

describe.skipIf(!HAS_TINY_DISK)(title, () => {
  let disk: TinyDisk
  let server: RunningServer | undefined
  beforeAll(build)
  afterEach(async () => {
    await server?.stop().catch(() => undefined)
    if (server && !server.dataDir.startsWith(disk.folder)) dropDataDir(server.dataDir)
    server = undefined
    disk.drop()
  })
  const many = (name: string, hasPhoto?: boolean) =>
    Promise.all(Array.from({ length: GUESTS }, () => newSending(name, hasPhoto === undefined ? {} : { hasPhoto })))
  const sendAll = (sendings: Sending[]) => Promise.all(sendings.map((one) => send(server!.url, one)))
  const statuses = async (sendings: Sending[]) => [...new Set((await sendAll(sendings)).map(({ status }) => status))]

  it('under the embedded database is answered with 503, pages go on being read, and afterwards nothing is missing', async () => {
    disk = tinyDisk(DATABASE_MB)
    server = await spawnServer(join(disk.folder, 'data'))
    const kept = new Map<Sending, Filed>()
    for (const sending of await many('before')) kept.set(sending, (await send(server.url, sending)).filed!)

    disk.fill()
    const refused = await many('meanwhile')
    for (const { status, problem } of await sendAll(refused)) {
      expect([status, problem?.reason]).toEqual([503, expect.stringContaining('unavailable')])
    }
    for (const path of ['/', `/${TOWN}/`, `/${TOWN}/melden`, `/${TOWN}/anliegen`]) {
      expect((await fetch(server.url + path)).status, path).toBe(200)
    }
    for (const [sending, { number }] of kept) {
      // Whoever sends it again hears that it is there.
      if (!sending.photo) expect((await send(server.url, sending)).filed).toMatchObject({ number, replayed: true })
      expect((await fetch(`${server.url}/api/v1/towns/${TOWN}/reports/${number}`)).status).toBe(200)
    }
    // Killed while it is full, it says why it cannot start, and does not hang.
    await server.kill()
    const start = await runCommand(['server'], { DATA_DIR: server.dataDir, PORT: '0' })
    expect(start.code).toBe(1)
    expect(start.output).toMatch(/^DATA_DIR: .*Platz/)

    disk.empty()
    server = await spawnServer(server.dataDir)
    for (const sending of [...kept.keys(), ...refused]) {
      const { status, filed } = await send(server.url, sending)
      expect(status).toBe(201)
      expect(filed!.number).toBe(kept.get(sending)?.number ?? filed!.number)
      kept.set(sending, filed!)
    }
    expect(await server.stop()).toBe(0)
    const { database } = await openEmbedded({
      dataDir: join(server.dataDir, 'database'),
      migrations: MIGRATIONS,
    })
    await expectAllKept(database, join(server.dataDir, 'blobs'), kept)
    await expectUnbrokenNumbers(database, Math.min(...[...kept.values()].map(({ number }) => number)))
    await database.close()
    server = undefined
  })

  it('under the embedded database is over when there is room again, without a new start', async () => {
    disk = tinyDisk(DATABASE_MB)
    server = await spawnServer(join(disk.folder, 'data'))
    const sendings = await many('guest', false)
    disk.fill()
    expect(await statuses(sendings)).toEqual([503])
    disk.empty()
    expect(await statuses(sendings)).toEqual([201])
  })

  it('under the photos alone refuses photos with a sentence, takes reports without, and the same key with it later', async () => {
    disk = tinyDisk(PHOTOS_MB)
    server = await spawnServer(newDataDir(), { BLOB_URL: `file://${disk.folder}` })
    disk.fill()
    const withPhoto = await many('with', true)
    for (const { status, problem } of await sendAll(withPhoto)) {
      expect([status, problem?.reason]).toEqual([503, 'photos_unavailable'])
      expect(problem?.title).toContain('ohne Foto')
    }
    expect(await statuses(await many('without', false))).toEqual([201])
    disk.empty()
    expect(await statuses(withPhoto)).toEqual([201])
  })

  it('that cuts off the embedded database in its own log ends it in words and without hanging, and loses nothing', async () => {
    disk = tinyDisk(DATABASE_MB)
    const dataDir = join(disk.folder, 'database')
    const ends: unknown[] = []
    const options = { dataDir, migrations: MIGRATIONS, onDead: (error: unknown) => void ends.push(error) }
    const { database } = await openEmbedded(options)
    const wish = (count: number) =>
      database.inTransaction(TOWN, (db) =>
        db.execute(
          sql`insert into usage_counts values (${TOWN}, '2026-11-16', 'submitted', 'web', 'desk', ${`x${count}`}, ${count})`,
        ),
      )
    await wish(1)
    // Filled after the look at the free space, so that nothing but the end itself is left.
    const writing = database.inTransaction(null, async (db) => {
      disk.fill()
      for (;;) await db.execute(sql`select pg_logical_emit_message(true, 'x', repeat('a', 600000))`)
    })
    await expect(writing).rejects.toMatchObject({ code: 'unavailable' })
    expect(ends).toHaveLength(1)
    await expect(wish(2)).rejects.toMatchObject({ code: 'unavailable' })
    await database.close()

    disk.empty()
    const again = await openEmbedded(options)
    const rows = await again.database.inTransaction(TOWN, (db) => db.execute(sql`select via from usage_counts`))
    expect((rows as unknown as { rows: unknown[] }).rows).toEqual([{ via: 'x1' }])
    await again.database.close()
  })
})
