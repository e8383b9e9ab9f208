import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getPlatformProxy } from 'wrangler'
import { folderBlobs } from '../../server/adapters/blobs-folder.ts'
import { type Bucket, r2Blobs } from '../../server/adapters/blobs-r2.ts'

const folder = mkdtempSync(join(tmpdir(), 'blobs-'))
const blobs = folderBlobs(join(folder, 'blobs'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ID = '0b9f6f5e-3f0c-4c0e-9a52-0c7c1d0a7d11'
const KEY = `musterstadt/photos/${ID}.jpg`
const bytes = (text: string) => new TextEncoder().encode(text)
const text = (found: Uint8Array | null) => found && new TextDecoder().decode(found)

describe('blobs in a folder', () => {
  it('are there as they were put, the newest of one key, and gone when removed', async () => {
    expect(await blobs.get(KEY)).toBeNull()
    await blobs.put(KEY, bytes('one'), 'image/jpeg')
    await blobs.put(KEY, bytes('two'), 'image/jpeg')
    expect(text(await blobs.get(KEY))).toBe('two')
    await blobs.remove(KEY)
    await blobs.remove(KEY)
    expect(await blobs.get(KEY)).toBeNull()
  })

  it('leave nothing unfinished beside them', async () => {
    await Promise.all(['a', 'b', 'c'].map((one) => blobs.put(KEY, bytes(one), 'image/jpeg')))
    expect(readdirSync(join(folder, 'blobs/musterstadt/photos'))).toEqual([`${ID}.jpg`])
    expect(readdirSync(join(folder, 'blobs/.unfinished'))).toEqual([])
  })

  it('take along what a killed process has left of them when they are removed, and nothing of others', async () => {
    const unfinished = join(folder, 'blobs/.unfinished')
    const [own, other] = [ID, ID.replace('0b', '1c')].map((id) => `musterstadt-photos-${id}.jpg.${crypto.randomUUID()}`)
    for (const name of [own!, other!]) writeFileSync(join(unfinished, name), 'half')
    await blobs.remove(KEY)
    expect(readdirSync(unfinished)).toEqual([other])
  })

  it.each([
    '../secret',
    `../photos/${ID}.jpg`,
    `musterstadt/photos/../../../secret.jpg`,
    `/etc/photos/${ID}.jpg`,
    `musterstadt/photos/${ID}.svg`,
    `Musterstadt/photos/${ID}.jpg`,
    `musterstadt/photos/${ID}.jpg\u0000.png`,
    '',
  ])('never leave it: %j is no key', async (key) => {
    writeFileSync(join(folder, 'secret'), 'x')
    await expect(async () => blobs.put(key, bytes('x'), 'image/jpeg')).rejects.toThrow('not a key')
    await expect(async () => blobs.get(key)).rejects.toThrow('not a key')
    await expect(async () => blobs.remove(key)).rejects.toThrow('not a key')
  })
})

describe('blobs in a bucket of R2', () => {
  let platform: Awaited<ReturnType<typeof getPlatformProxy<{ BLOBS: Bucket & Looked }>>>
  let bucket: Bucket & Looked
  beforeAll(async () => {
    platform = await getPlatformProxy({ configPath: 'wrangler.toml', persist: false })
    bucket = platform.env.BLOBS
  })
  afterAll(() => platform?.dispose())

  it('are there as they were put, with their type, the newest of one key, and gone when removed', async () => {
    const blobs = r2Blobs(bucket)
    expect(await blobs.get(KEY)).toBeNull()
    await blobs.put(KEY, bytes('one'), 'image/jpeg')
    await blobs.put(KEY, bytes('two'), 'image/jpeg')
    expect(text(await blobs.get(KEY))).toBe('two')
    expect((await bucket.head(KEY))?.httpMetadata?.contentType).toBe('image/jpeg')
    await blobs.remove(KEY)
    await blobs.remove(KEY)
    expect(await blobs.get(KEY)).toBeNull()
    expect((await bucket.list()).objects).toEqual([])
  })

  it('have our own keys and no other', async () => {
    const blobs = r2Blobs(bucket)
    for (const key of ['', '../secret', `musterstadt/photos/${ID}.svg`, `/musterstadt/photos/${ID}.jpg`]) {
      await expect(blobs.put(key, bytes('x'), 'image/jpeg')).rejects.toThrow('not a key')
      await expect(blobs.get(key)).rejects.toThrow('not a key')
      await expect(blobs.remove(key)).rejects.toThrow('not a key')
    }
  })
})

type Looked = {
  list(): Promise<{ objects: unknown[] }>
  head(key: string): Promise<{ httpMetadata?: { contentType?: string } } | null>
}
