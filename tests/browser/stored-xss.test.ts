/**
 * Every word anybody can write is hostile: of citizens, reporters, partners, clerks, admins and the town's own file.
 * Each page, part and mail is read by a real parser: nothing in it came into being that we did not write.
 */
import { sql } from 'drizzle-orm'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf } from '../../db/client.ts'
import type { StoredTown } from '../../tenants/schema.ts'
import type { ROLES } from '../access/rules.ts'
import { type Call, call, openStage, type Stage } from '../access/stage.ts'
import { ALL_ROUTES, callerOf, rightCall } from '../hostile/routes.ts'
import { expectNoScriptFromElsewhere, expectSoundAnswer } from '../hostile/sound.ts'
import { CHROMIUM, launchBrowser, titled } from '../support/browser.ts'
import { changeTown, tellAll } from '../support/outside.ts'

/** Out of text, of an attribute with either quote, of a text area, a title, a style, a script, a comment and CDATA. */
const EVIL = [
  '</textarea></title></style></option></select></template></noscript>',
  '</script><script data-evil>window.evil=1</script>',
  '<img data-evil src=x onerror="window.evil=1">',
  `"'><svg data-evil onload="window.evil=1">`,
  '" onmouseover="window.evil=1" x="',
  `' onfocus='window.evil=1' autofocus x='`,
  '--><b data-evil>',
  ']]><b data-evil>',
  '&lt;b data-evil&gt;&#60;b data-evil&#62;&quot; data-evil=1',
  '[x](javascript:window.evil=1)',
  '<a data-evil href="javascript:window.evil=1">x</a>',
  '{{constructor.constructor("window.evil=1")()}}',
  '\\u003cb data-evil\\u003e\u2028\u2029',
  '<!--',
].join(' ')
const MARK = 'evil-was-here'
const WORDS = `${EVIL}${MARK}`

let stage: Stage
let browser: Browser
let page: Page

describe.skipIf(!CHROMIUM)(titled('hostile words'), () => {
  beforeAll(async () => {
    stage = (await openStage()).here
    await poisonRows()
    await poisonTown()
    browser = await launchBrowser()
    page = await browser.newPage()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await stage?.world.close()
  })

  /** Whatever way it came in: before every word that somebody wrote stands what is hostile. */
  async function poisonRows() {
    const { own, world } = stage
    await world.database.inTransaction(own.town, async (db) => {
      const run = <Row>(text: string) => db.execute(sql.raw(text)).then((result) => rowsOf<Row>(result))
      const columns = await run<{ table: string; column: string; type: string }>(
        `select table_name as table, column_name as column, data_type as type from information_schema.columns
          where table_schema = 'public' and data_type in ('text', 'jsonb')
          and table_name in (select relname from pg_class where relrowsecurity)`,
      )
      // As the owner, past the triggers that keep what happened from being rewritten.
      await run('reset role')
      await run('set local session_replication_role = replica')
      const literal = (text: string) => `'${text.replaceAll("'", "''")}'`
      for (const { table, column, type } of columns) {
        const evil = type === 'jsonb' ? JSON.stringify(WORDS).slice(1, -1) : WORDS
        const changed = `replace("${column}"::text, ${literal(own.word)}, ${literal(`${evil}${own.word}`)})::${type}`
        await run(
          `update "${table}" set "${column}" = ${changed} where "${column}"::text like '%${own.word}%' and town = '${own.town}'`,
        )
      }
      await run(`update people set name = ${literal(WORDS)} || name where name like '${own.word}%'`)
    })
  }

  /** The town's own file: names, texts, words of categories and questions. */
  async function poisonTown() {
    const { own, world } = stage
    const config = await world.database.inTransaction(null, async (db) => {
      const [row] = rowsOf<{ config: StoredTown }>(
        await db.execute(
          sql.raw(`select config from town_versions where town = '${own.town}' order by version desc limit 1`),
        ),
      )
      return row!.config
    })
    const partners = config.partners.map((one) => ({ ...one, name: WORDS }))
    await changeTown(world, own.town, {
      ...config,
      name: WORDS,
      officialName: WORDS,
      forms: { in: WORDS, of: WORDS },
      county: WORDS,
      attribution: WORDS,
      contact: { ...config.contact, phone: WORDS, address: WORDS },
      mail: { ...config.mail, fromName: WORDS },
      texts: { welcome: WORDS, news: WORDS },
      departments: config.departments.map((one) => ({ ...one, name: WORDS })),
      modules: config.modules.map((one) => ({ ...one, title: WORDS, text: WORDS })),
      partners,
    })
  }

  type Seen = { where: string; html: string }

  /** As a browser reads it: what is in there that we did not write. */
  async function strangeIn(pages: Seen[]): Promise<string[]> {
    const found: string[] = []
    for (let from = 0; from < pages.length; from += 20)
      found.push(
        ...(await page.evaluate(
          (some) => {
            const strange = ({ where, html }: { where: string; html: string }) => {
              const read = new DOMParser().parseFromString(html, 'text/html')
              const told: string[] = []
              for (const element of read.querySelectorAll('*')) {
                const name = element.localName
                const src = element.getAttribute('src') ?? ''
                if (
                  name === 'script' &&
                  !((src.startsWith('/assets/') || src === '/embed.js') && element.textContent === '')
                )
                  told.push('script')
                if (['iframe', 'object', 'embed', 'base', 'math', 'foreignobject', 'template'].includes(name))
                  told.push(name)
                for (const { name: attribute, value } of element.attributes) {
                  if (attribute === 'data-evil') told.push(`<${name} data-evil>`)
                  if (attribute.startsWith('on') || attribute === 'srcdoc') told.push(`<${name} ${attribute}>`)
                  const isAddress = ['href', 'src', 'action', 'formaction', 'poster', 'xlink:href'].includes(attribute)
                  const scheme = isAddress && /^\s*([a-z][a-z0-9+.-]*):/i.exec(value)?.[1]?.toLowerCase()
                  if (scheme && !['http', 'https', 'mailto', 'tel', 'geo'].includes(scheme)) {
                    const isPicture = name === 'img' && value.startsWith('data:image/')
                    if (!isPicture) told.push(`<${name} ${attribute}=${value.slice(0, 30)}>`)
                  }
                  // Props of islands are JSON, whole.
                  if (attribute === 'data-props') {
                    try {
                      JSON.parse(value)
                    } catch {
                      told.push(`props of ${element.getAttribute('data-island')}`)
                    }
                  }
                }
              }
              return told.map((one) => `${where}: ${one}`)
            }
            return some.flatMap(strange)
          },
          pages.slice(from, from + 20),
        )),
      )
    return [...new Set(found)]
  }

  const isHtml = (answer: Response) => answer.headers.get('Content-Type')?.startsWith('text/html') ?? false

  /** The page of a call, and that what was answered is sound. */
  async function ask(role: (typeof ROLES)[number], asked: Call): Promise<Seen | null> {
    const answer = await call(stage, role, asked)
    const where = `${role} ${asked.method} ${asked.path.slice(0, 80)}`
    expectNoScriptFromElsewhere(where, answer.headers.get('Content-Security-Policy'))
    if (isHtml(answer)) return { where, html: await expectSoundAnswer(stage.world, asked, answer) }
    if (/json/.test(answer.headers.get('Content-Type') ?? '')) JSON.parse(await answer.text())
    return null
  }

  async function expectNothingStrange(seen: Seen[], atLeast: number) {
    expect(seen.length).toBeGreaterThan(atLeast)
    expect(seen.filter(({ html }) => html.includes(MARK)).length).toBeGreaterThan(atLeast / 2)
    expect(await strangeIn(seen)).toEqual([])
  }

  it('are words on every page, as everybody', async () => {
    const seen: (Seen | null)[] = []
    for (const route of ALL_ROUTES.filter((one) => one.startsWith('GET ')))
      seen.push(await ask(callerOf(route), await rightCall(stage, route)))
    const { own } = stage
    const numbers = [own.shown, own.hidden, own.order, own.ended].map(({ number }) => number)
    const actions = ['answer', 'close', 'ask', 'assign', 'merge', 'involvePartner', 'decline', 'recategorise', 'note']
    const asStaff = [
      ...['open', 'all', 'mine', 'new'].map((view) => `/anliegen?view=${view}`),
      ...numbers.flatMap((number) => [
        `/anliegen/${number}`,
        `/anliegen/${number}/beleg`,
        ...actions.map((action) => `/anliegen/${number}?aktion=${action}`),
      ]),
    ]
    for (const path of asStaff) seen.push(await ask('clerk', { method: 'GET', path: `/amt/${own.town}${path}` }))
    for (const lang of ['en', 'de-simple'])
      for (const path of [
        `/${own.town}`,
        ...numbers.map((number) => `/${own.town}/anliegen/${number}`),
        `/${own.town}/verfolgen/${own.hidden.tracking}`,
        `/${own.town}/verfolgen/${own.ended.tracking}`,
      ])
        seen.push(await ask('anonymous', { method: 'GET', path: `${path}?lang=${lang}` }))
    const steps = ['beschreiben', 'ort', 'thema', 'aehnlich', 'kontakt', 'pruefen']
    for (const step of steps)
      seen.push(await ask('reporter', { method: 'GET', path: `/${own.town}/melden/${own.draft.token}/${step}` }))
    await expectNothingStrange(
      seen.filter((one) => one !== null),
      80,
    )
  }, 120_000)

  it('are words in every form that comes back with them', async () => {
    const seen: (Seen | null)[] = []
    const posts = ALL_ROUTES.filter(
      (one) => one.startsWith('POST ') && !/abmelden$|loeschung|sperre|sitzungen|rueckzug/.test(one),
    )
    for (const route of posts) {
      const right = await rightCall(stage, route)
      if (!(right.body instanceof URLSearchParams)) continue
      const names = [
        ...right.body.keys(),
        'text',
        'answer',
        'description',
        'address',
        'name',
        'email',
        'phone',
        'back',
        'weiter',
      ]
      for (const kept of [[], ['version', 'what', 'seen', 'step', 'key', 'change', 'reason']]) {
        const body = new URLSearchParams(
          names.map((name) => [
            name,
            kept.includes(name) ? ((right.body as URLSearchParams).get(name)! ?? WORDS) : WORDS,
          ]),
        )
        seen.push(await ask(callerOf(route), { ...right, body }))
      }
    }
    await expectNothingStrange(
      seen.filter((one) => one !== null),
      30,
    )
  }, 120_000)

  it('are words when an address brings them', async () => {
    const names = [
      'q',
      'view',
      'kategorie',
      'lat',
      'lon',
      'weiter',
      'getan',
      'gesagt',
      'aktion',
      'von',
      'nicht',
      'via',
      'lang',
      'schritt',
      'seite',
      'bbox',
      'status',
    ]
    const query = new URLSearchParams(names.map((name) => [name, WORDS]))
    const seen: (Seen | null)[] = []
    for (const route of ALL_ROUTES.filter((one) => one.startsWith('GET '))) {
      const { path } = await rightCall(stage, route)
      seen.push(await ask(callerOf(route), { method: 'GET', path: `${path.split('?')[0]}?${query}` }))
      const parts = path.split('?')[0]!.split('/')
      const bent = [...parts.slice(0, -1), encodeURIComponent('<b data-evil>"\'')].join('/')
      seen.push(await ask(callerOf(route), { method: 'GET', path: bent }))
    }
    await expectNothingStrange(
      seen.filter((one) => one !== null),
      60,
    )
  }, 120_000)

  it('are words in every mail, plain and HTML', async () => {
    await tellAll(stage.world)
    const mails = stage.world.mails.slice(-60)
    const { own } = stage
    const version = 1
    for (const [noun, fields] of [
      ['answer', { version, answer: WORDS }],
      ['note', { text: WORDS }],
    ] as const) {
      const body = new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)]))
      const right = await rightCall(stage, 'POST /amt/:town/anliegen/:number/photo')
      await call(stage, 'clerk', { ...right, path: right.path.replace(/photo$/, noun), body })
    }
    await call(stage, 'anonymous', {
      method: 'POST',
      path: `/${own.town}/barrierefreiheit`,
      body: new URLSearchParams({ text: WORDS, email: 'anna@post.example' }),
    })
    await tellAll(stage.world)
    const all = [...new Set([...mails, ...stage.world.mails])]
    const withHtml = all.filter(({ html }) => html !== undefined)
    const seen = withHtml.map(({ html, subject }) => ({ where: `mail ${subject.slice(0, 40)}`, html: html! }))
    expect(seen.filter(({ html }) => html.includes(MARK)).length).toBeGreaterThan(0)
    expect(await strangeIn(seen)).toEqual([])
  })

  it('are well-formed in XML, and a picture is still a picture', async () => {
    const { own } = stage
    for (const path of ['/sitemap.xml', `/${own.town}/sitemap.xml`]) {
      const answer = await call(stage, 'anonymous', { method: 'GET', path })
      const xml = await answer.text()
      const fault = await page.evaluate(
        (text) => new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror')?.textContent,
        xml,
      )
      expect([path, fault]).toEqual([path, undefined])
    }
    for (const path of [`/${own.town}/bild.png`, `/${own.town}/anliegen/${own.shown.number}/bild.png`]) {
      const answer = await call(stage, 'anonymous', { method: 'GET', path })
      expect([path, answer.status, answer.headers.get('Content-Type')]).toEqual([path, 200, 'image/png'])
    }
  })

  it('run in no browser either, where the policy would still hold them', async () => {
    const { own, world } = stage
    const context = await browser.newContext({ baseURL: 'http://127.0.0.1:3000' })
    const tab = await context.newPage()
    const troubles: string[] = []
    tab.on('dialog', (dialog) => {
      troubles.push(`dialog ${dialog.message()}`)
      void dialog.dismiss()
    })
    tab.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) troubles.push(message.text())
    })
    await tab.route('**/*', async (route) => {
      const request = route.request()
      const answer = await world.app.fetch(new Request(request.url(), { headers: { Cookie: stage.cookies.clerk! } }))
      const body = Buffer.from(await answer.arrayBuffer())
      await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body })
    })
    for (const path of [
      `/${own.town}`,
      `/${own.town}/anliegen`,
      `/${own.town}/anliegen/${own.shown.number}`,
      `/${own.town}/verfolgen/${own.hidden.tracking}`,
      `/${own.town}/melden/${own.draft.token}/beschreiben`,
      `/amt/${own.town}/anliegen`,
      `/amt/${own.town}/anliegen/${own.hidden.number}`,
      `/amt/${own.town}/anliegen/${own.hidden.number}?aktion=answer`,
    ]) {
      await tab.goto(path)
      expect([path, (await tab.content()).includes(MARK)]).toEqual([path, true])
      expect([path, await tab.evaluate(() => 'evil' in window)]).toEqual([path, false])
      expect([path, await tab.locator('[data-evil]').count()]).toEqual([path, 0])
    }
    expect(troubles).toEqual([])
    await context.close()
  }, 60_000)
})
