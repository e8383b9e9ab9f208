/** What leads elsewhere: redirects, addresses the server asks itself, files outside of their folder. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepFile, keepManifest, readManifest } from '../../server/adapters/backup-files.ts'
import { folderBlobs } from '../../server/adapters/blobs-folder.ts'
import { askJson } from '../../server/adapters/geocoder-question.ts'
import { restoreBackup } from '../../server/adapters/restore-backup.ts'
import { readTownFolders } from '../../server/adapters/tenant-folder.ts'
import { SCHEMA_VERSION } from '../../server/schema-version.ts'
import { call, openStage, type Stage } from '../access/stage.ts'
import { addPerson } from '../support/cast.ts'
import { PASSWORD } from '../support/people.ts'
import { PUBLIC_URL } from '../support/world.ts'
import { ALL_ROUTES, callerOf, rightCall } from './routes.ts'
import { expectOwnLocation } from './sound.ts'

const EVIL = 'boese.example'
const AWAY = [
  `https://${EVIL}/`,
  `//${EVIL}`,
  `///${EVIL}`,
  `/\\${EVIL}`,
  `\\\\${EVIL}`,
  `/\t/${EVIL}`,
  `\t//${EVIL}`,
  `/%09/${EVIL}`,
  `/%5c${EVIL}`,
  `/amt/..//${EVIL}`,
  `/amt/../..//${EVIL}`,
  `/amt//${EVIL}`,
  `/amt/\r\nLocation: https://${EVIL}`,
  `/amt?%0d%0aLocation:%20https://${EVIL}`,
  `/amt@${EVIL}`,
  `@${EVIL}`,
  `.${EVIL}`,
  `:80@${EVIL}/`,
  `https:${EVIL}`,
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  `http://127.0.0.1:3000@${EVIL}/`,
  `http://127.0.0.1:3000.${EVIL}/`,
  `/amt#//${EVIL}`,
  `/amt/a b?c=\u2028`,
  `/ämt/${EVIL}`,
] as const

let stage: Stage
beforeAll(async () => {
  stage = (await openStage()).here
}, 180_000)
afterAll(() => stage.world.close())

/** Where a browser would be after the redirect. */
function expectHere(where: string, answer: Response) {
  const location = answer.headers.get('Location')
  expect([where, answer.status < 500]).toEqual([where, true])
  expectOwnLocation(where, location)
  if (location) expect([where, new URL(location, `${PUBLIC_URL}/amt/anmelden`).host]).toEqual([where, '127.0.0.1:3000'])
}

describe('no redirect leads away', () => {
  it.each(AWAY)('after signing in: %j', async (weiter) => {
    // A person of its own for each: an account takes only so many tries.
    const { email } = await addPerson(stage.world, {
      name: 'Neu',
      email: `${crypto.randomUUID()}@amt.example`,
      memberships: [{ town: stage.own.town, department: 'roads', role: 'clerk' }],
    })
    const body = new URLSearchParams({ email, password: PASSWORD, weiter })
    const answer = await call(stage, 'anonymous', { method: 'POST', path: '/amt/anmelden', body })
    expect(answer.status).toBe(303)
    expectHere(weiter, answer)
    const page = await call(stage, 'anonymous', {
      method: 'GET',
      path: `/amt/anmelden?${new URLSearchParams({ weiter })}`,
    })
    const kept = /name="weiter" value="([^"]*)"/.exec(await page.text())?.[1] ?? '/amt'
    expect([weiter, new URL(kept.replaceAll('&amp;', '&'), PUBLIC_URL).origin]).toEqual([weiter, PUBLIC_URL])
  })

  it('from any address or field that names one', async () => {
    const names = ['weiter', 'back', 'next', 'return', 'url', 'redirect', 'von', 'getan', 'entwurf']
    const routes = ALL_ROUTES.filter((one) => !/abmelden$|loeschung|sperre|sitzungen/.test(one))
    // Every route meets four of them, and every one of them a dozen routes.
    const met = routes.flatMap((route, index) =>
      [0, 7, 14, 21].map((step) => ({ route, value: AWAY[(index + step) % AWAY.length]! })),
    )
    for (const { route, value } of met) {
      const query = new URLSearchParams(names.map((name) => [name, value]))
      const right = await rightCall(stage, route)
      const isForm = right.body instanceof URLSearchParams
      const body = isForm ? new URLSearchParams([...(right.body as URLSearchParams), ...query]) : right.body
      if (right.method !== 'GET' && !isForm) continue
      const path = `${right.path}${right.path.includes('?') ? '&' : '?'}${query}`
      expectHere(`${route} ${value}`, await call(stage, callerOf(route), { ...right, path, body }))
    }
  }, 120_000)

  it.each(['Host', 'X-Forwarded-Host', 'Forwarded', 'X-Original-URL', 'X-Forwarded-Proto', 'Referer', 'Origin'])(
    'nor does a link in a page, whatever %s says',
    async (name) => {
      const { own } = stage
      for (const path of [
        '/',
        `/${own.town}`,
        '/amt',
        `/${own.town}/melden`,
        '/sitemap.xml',
        '/robots.txt',
        '/api/v1/towns',
      ]) {
        const headers = { [name]: name === 'Forwarded' ? `host=${EVIL}` : EVIL }
        const answer = await stage.world.app.fetch(new Request(PUBLIC_URL + path, { headers }))
        expectHere(`${name} ${path}`, answer.clone())
        expect([path, (await answer.text()).includes(EVIL)]).toEqual([path, false])
      }
    },
  )

  it('nor does an address that begins like one of another host', async () => {
    for (const path of [
      `//${EVIL}`,
      `//${EVIL}/..`,
      `/\\${EVIL}`,
      `/%2f%2f${EVIL}`,
      `/%5c${EVIL}`,
      `/.//${EVIL}/`,
      `/~//${EVIL}`,
    ])
      expectHere(path, await call(stage, 'anonymous', { method: 'GET', path }))
  })

  it('a host that is nobody’s gets the platform’s pages and links to the platform', async () => {
    const answer = await stage.world.app.fetch(new Request(`http://${EVIL}/`))
    expect((await answer.text()).includes(EVIL)).toBe(false)
  })
})

describe('the server asks only whom the operator named, and nobody inside', () => {
  /**
   * Besides the clients of mail, database and OpenID Connect, which go where the environment and the town’s file say. A
   * new one here needs the same care: no redirects, a time, a size. The two adapters of `Outgoing` go where people have
   * typed, and look at every address first (tests/adapters/outgoing.test.ts).
   */
  const ASKERS = [
    'server/adapters/geocoder-question.ts',
    'server/adapters/mail-relay.ts',
    'server/adapters/outgoing-fetch.ts',
    'server/adapters/outgoing-node.ts',
  ]

  it('there are so many places of ours that ask over the network, and no other', () => {
    const files = readdirSync('server', { recursive: true }).map((name) => join('server', String(name)))
    const sources = files
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => ({ name, text: readFileSync(name, 'utf8') }))
    const asking = sources.filter(({ text }) =>
      /(?<![.\w])fetch\(|globalThis\.fetch|^import (?!type).*'(node:(http|https|net|tls|dgram|http2)|undici)'/m.test(
        text
          .replaceAll(/^\s*(async )?(function )?fetch\(request.*$/gm, '')
          .replaceAll(/(?<=await )fetch\(new Request\(base/g, ''),
      ),
    )
    expect(
      asking
        .map(({ name }) => name)
        .filter((name) => !LISTENERS.includes(name))
        .sort(),
    ).toEqual(ASKERS)
  })
  /** Listens to its own commands. */
  const LISTENERS = ['server/adapters/data-dir-lock.ts']

  let inside: Server
  let asked = 0
  let at: string
  beforeAll(async () => {
    inside = createServer((request, answer) => {
      asked++
      if (request.url === '/silent') return
      if (request.url === '/away') return void answer.writeHead(302, { Location: '/inside' }).end()
      if (request.url === '/endless') return void endless(answer)
      answer.writeHead(200, { 'Content-Type': 'application/json' }).end('{"secret":"of the inside"}')
    })
    await new Promise<void>((ready) => inside.listen(0, '127.0.0.1', ready))
    at = `http://127.0.0.1:${(inside.address() as AddressInfo).port}`
  })
  afterAll(() => {
    inside.closeAllConnections()
    return new Promise<void>((done) => inside.close(() => done()))
  })
  const endless = (answer: import('node:http').ServerResponse) => {
    const more = () => {
      while (!answer.destroyed && answer.write(' '.repeat(65_536)));
    }
    answer.writeHead(200).on('drain', more)
    more()
  }

  it('follows no redirect, waits for nobody for long and reads no endless answer', async () => {
    const ask = askJson('test', 300)
    asked = 0
    await expect(ask(new URL(`${at}/away`))).rejects.toThrow()
    expect(asked).toBe(1)
    await expect(ask(new URL(`${at}/silent`))).rejects.toThrow()
    await expect(askJson('test', 10_000)(new URL(`${at}/endless`))).rejects.toThrow('too much')
    await expect(ask(new URL(`${at}/inside`))).resolves.toEqual({ secret: 'of the inside' })
  })

  it('nothing a citizen, a clerk or a file of a town says makes it ask', async () => {
    asked = 0
    for (const route of ALL_ROUTES.filter(
      (one) => one.startsWith('POST ') && !/abmelden$|loeschung|sperre|sitzungen/.test(one),
    )) {
      const right = await rightCall(stage, route)
      if (!(right.body instanceof URLSearchParams)) continue
      const names = [
        'url',
        'photo',
        'media_url',
        'logo',
        'link',
        'callback',
        'text',
        'description',
        'address',
        'answer',
      ]
      const body = new URLSearchParams([...right.body, ...names.map((name) => [name, `${at}/inside`])])
      await call(stage, callerOf(route), { ...right, body })
    }
    expect(asked).toBe(0)
  })
})

describe('no path leads out of its folder', () => {
  const root = mkdtempSync(join(tmpdir(), 'anliegenwerk-out-'))
  const SECRET = 'nobody may read this'
  writeFileSync(join(root, 'secret.jpg'), SECRET)
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  const ID = '00000000-0000-4000-8000-000000000000'
  it.each([
    '../secret.jpg',
    '/etc/passwd',
    `town/photos/../../../secret.jpg`,
    `town/photos/${ID}.jpg/../../../../secret.jpg`,
    `../town/photos/${ID}.jpg`,
    `/town/photos/${ID}.jpg`,
    `town/photos/${ID}.jpg\u0000`,
    `town/photos/${ID}\u0000.jpg`,
    `town/photos/${ID}.jpg\n`,
    `town\\photos\\${ID}.jpg`,
    `./town/photos/${ID}.jpg`,
    `town//photos/${ID}.jpg`,
    `TOWN/photos/${ID}.jpg`,
    `town/photos/${'.'.repeat(36)}.jpg`,
    `town/photos/${ID}.svg`,
    '.unfinished/x',
    '',
  ])('a blob is not kept, read or removed under %j', async (key) => {
    const blobs = folderBlobs(join(root, 'blobs'))
    await expect(blobs.get(key)).rejects.toThrow('not a key of a blob')
    await expect(blobs.put(key, new Uint8Array([1]), 'image/jpeg')).rejects.toThrow('not a key of a blob')
    await expect(blobs.remove(key)).rejects.toThrow('not a key of a blob')
    expect(readFileSync(join(root, 'secret.jpg'), 'utf8')).toBe(SECRET)
  })

  const files = [
    'blobs/../secret.jpg',
    '../secret.jpg',
    '/etc/passwd',
    `blobs/town/photos/../../../${ID}.jpg`,
    `blobs/town/photos/${ID}.jpg\u0000`,
    'blobs/../database.tar.gz',
    './app-secret',
    'app-secret/../../x',
    'postmaster.pid',
  ]
  it.each(files)('a backup that names %j is none, and nothing of it is put in place', async (path) => {
    const folder = mkdtempSync(join(root, 'backup-'))
    const database = await keepFile(folder, 'database.tar.gz', new Uint8Array([1]))
    const evil = { path, bytes: 1, sha256: database.sha256 }
    await keepManifest(folder, {
      format: 1,
      madeAt: new Date(0).toISOString(),
      schemaVersion: SCHEMA_VERSION,
      secret: 'kept',
      files: [database, evil],
      gone: [],
    })
    expect(await readManifest(folder)).toBeNull()
    const dataDir = mkdtempSync(join(root, 'data-'))
    const place = { dataDir, blobDir: join(dataDir, 'blobs'), now: () => new Date(0) }
    expect(await restoreBackup(folder, place, true)).toEqual({ refused: 'notABackup' })
    expect(readdirSync(dataDir)).toEqual([])
  })

  it.each(['town.yaml', 'logo.svg', 'boundary.geojson', 'demo.jsonl', 'streets.csv', 'districts.geojson'])(
    'a town’s folder whose %s leads elsewhere does not show what is there',
    (name) => {
      const tenants = mkdtempSync(join(root, 'tenants-'))
      mkdirSync(join(tenants, 'town'))
      writeFileSync(join(tenants, 'town', 'others.txt'), 'x')
      symlinkSync(join(root, 'secret.jpg'), join(tenants, 'town', name))
      symlinkSync(root, join(tenants, 'elsewhere'))
      expect(JSON.stringify(readTownFolders(tenants))).not.toContain(SECRET)
      expect(readTownFolders(tenants).map(({ key }) => key)).toEqual(['town'])
    },
  )

  it.each([
    '/assets/../server/node.ts',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/....//package.json',
    '/bad-salzuflen/logo.svg/../../package.json',
    '/bad-salzuflen/anliegen/1/fotos/..%2f..%2fpackage.json',
    '/bad-salzuflen/anliegen/1/fotos/%00.jpg',
    '/..%2f..%2fetc%2fpasswd',
    '/bad-salzuflen%2f..%2fherford',
    '/~/bad-salzuflen/',
    '/%7e/bad-salzuflen/',
    '/%7E%2Fbad-salzuflen',
  ])('no address opens a file or an inner address: %s', async (path) => {
    const answer = await call(stage, 'anonymous', { method: 'GET', path })
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toMatch(/"dependencies"|root:x:0/)
  })
})
