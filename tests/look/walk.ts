/** Walks through every page in every language, theme and width; what is done on each is the caller's. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { RunningServer } from '../support/server.ts'
import { type NamedPage, namedPages } from './named-pages.ts'

export const WIDTHS = { phone: 390, desk: 1280, narrow: 320 } as const
export const THEMES = ['light', 'dark'] as const
export const LANGUAGES = ['de', 'en', 'de-simple'] as const

export type View = {
  name: string
  language: (typeof LANGUAGES)[number]
  theme: (typeof THEMES)[number]
  width: keyof typeof WIDTHS
}

type Walk = {
  server: Pick<RunningServer, 'url' | 'password'>
  browser: Browser
  /** Leaves out what it answers false to. */
  wants?: (view: View) => boolean
  look: (page: Page, view: View) => Promise<void>
}

/** Pages looked at side by side: as many as there are cores to draw them. */
const LANES = 2

/** Staff pages are not written in easy language. */
const languagesOf = ({ as }: NamedPage) => (as ? (['de', 'en'] as const) : LANGUAGES)

export async function walk({ server, browser, wants = () => true, look }: Walk): Promise<void> {
  const pages = await namedPages(server)
  const visitors = new Map<string, Promise<BrowserContext>>()
  const visitorOf = (who: string) => {
    const entered = visitors.get(who) ?? enter({ server, browser }, who)
    visitors.set(who, entered)
    return entered
  }
  const walkLane = async (lane: number) => {
    for (const named of pages.filter((_page, n) => n % LANES === lane)) {
      for (const language of languagesOf(named)) {
        const views = viewsOf(named.name, language).filter(wants)
        if (views.length > 0) await show(await visitorOf(named.as ?? ''), { named, views, look })
      }
    }
  }
  await Promise.all(Array.from({ length: LANES }, (_lane, n) => walkLane(n)))
  for (const context of visitors.values()) await (await context).close()
}

function viewsOf(name: string, language: View['language']): View[] {
  return THEMES.flatMap((theme) =>
    (Object.keys(WIDTHS) as View['width'][]).map((width) => ({ name, language, theme, width })),
  )
}

async function show(
  context: BrowserContext,
  { named, views, look }: { named: NamedPage; views: View[] } & Pick<Walk, 'look'>,
) {
  const page = await context.newPage()
  const address = new URL(named.path, 'http://x')
  address.searchParams.set('lang', views[0]!.language)
  await page.goto(address.pathname + address.search)
  for (const view of views) {
    await page.emulateMedia({ colorScheme: view.theme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width: WIDTHS[view.width], height: view.width === 'desk' ? 800 : 844 })
    // Two frames: what follows the width has followed.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    await look(page, view)
  }
  await page.close()
}

async function enter({ server, browser }: Pick<Walk, 'server' | 'browser'>, as?: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: server.url, locale: 'de-DE' })
  if (!as) return context
  const page = await context.newPage()
  await page.goto('/amt/anmelden')
  await page.fill('input[name="email"]', as)
  await page.fill('input[name="password"]', server.password)
  await Promise.all([page.waitForURL((url) => !url.pathname.endsWith('/anmelden')), page.keyboard.press('Enter')])
  await page.close()
  return context
}
