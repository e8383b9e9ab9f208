import { Hono } from 'hono'
import { expect, it, test } from 'vitest'
import { languageName, words } from '../../client/i18n/index.ts'
import type { AppEnv } from '../../server/http/app-env.ts'
import { preferredLanguage, requestContext } from '../../server/http/middleware/request-context.ts'
import { keepLanguage, redirectTo } from '../../server/http/respond.ts'
import { LANGUAGES, primaryLanguage, STAFF_LANGUAGES, staffLanguage } from '../../tenants/languages.ts'

const QUIET = { info: () => undefined, within: <T>(_facts: unknown, work: () => T) => work() }
const AROUND = { deps: { log: QUIET, trustedProxies: [] } }
const app = new Hono<AppEnv>()
  .use(requestContext)
  .get('/said', (c) => c.json([c.var.language, c.var.languageChosen]))
  .post('/sent', (c) => redirectTo(c, '/x?a=1#y'))

const saidTo = async (query: string, accept = '') =>
  (await app.request(`/said${query}`, { headers: { 'Accept-Language': accept } }, AROUND)).json()

test.each([
  [undefined, 'de'],
  ['', 'de'],
  ['*', 'de'],
  ['de', 'de'],
  ['de-AT,de;q=0.9,en;q=0.5', 'de'],
  ['fr,en-GB;q=0.8,de;q=0.2', 'en'],
  ['en;q=0', 'de'],
  ['de-simple', 'de-simple'],
  ['DE-Simple,de;q=0.9', 'de-simple'],
  ['de,de-simple;q=0.9', 'de'],
] as const)('a browser that says %s gets %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language)
})

it('is chosen by the address before the browser', async () => {
  for (const language of LANGUAGES) {
    expect(await saidTo(`?lang=${language}`, 'en')).toEqual([language, true])
  }
  expect(await saidTo('?lang=de-klingon', 'de-simple')).toEqual(['de-simple', false])
})

it('stays chosen in links, forms and redirects', async () => {
  const html = '<a href="/x?q=1#y">a</a><a href="/?lang=de">b</a><form action="/s" method="get"></form>'
  expect(keepLanguage(html, 'de-simple')).toBe(
    '<a href="/x?q=1&lang=de-simple#y">a</a><a href="/?lang=de">b</a><form action="/s?lang=de-simple" method="get"><input type="hidden" name="lang" value="de-simple"></form>',
  )
  const { headers } = await app.request('/sent?lang=de-simple', { method: 'POST' }, AROUND)
  expect(headers.get('Location')).toBe('/x?a=1&lang=de-simple#y')
})

it('staff read German where citizens read easy language', () => {
  expect(LANGUAGES.map(staffLanguage)).toEqual(['de', 'de', 'en'])
  expect(STAFF_LANGUAGES.map(staffLanguage)).toEqual(STAFF_LANGUAGES)
  expect(words('de-simple').clerk).toBe(words('de').clerk)
})

it('what is written on pages in easy language is German', () => {
  expect(LANGUAGES.map(primaryLanguage)).toEqual(['de', 'de', 'en'])
  expect(LANGUAGES.map((one) => languageName('en', one))).toEqual(['German', 'Einfache Sprache', 'English'])
})
