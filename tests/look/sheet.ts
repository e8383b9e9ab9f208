/** `npm run sheet`: every page × width × theme × language into one contact sheet, `.sheet/index.html`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser } from '../support/chromium.ts'
import { dropDataDir, ROOT, startServer } from '../support/server.ts'
import { flawsOf } from './flaws.ts'
import { type View, walk } from './walk.ts'

const OUT = join(ROOT, '.sheet')
const MOST_HEIGHT = 2400

const fileOf = ({ name, language, theme, width }: View) =>
  `${[name, language, theme, width].join(' ').replaceAll(/[^a-z0-9]+/gi, '-')}.png`

const only = process.argv[2]
rmSync(OUT, { recursive: true, force: true })
mkdirSync(OUT)
const server = await startServer()
const browser = await launchBrowser()
const taken: View[] = []
const flaws: string[] = []
try {
  await walk({
    server,
    browser,
    wants: ({ name }) => !only || name.includes(only),
    look: async (page, view) => {
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      const clip = { x: 0, y: 0, width: page.viewportSize()!.width, height: Math.min(height, MOST_HEIGHT) }
      await page.screenshot({ path: join(OUT, fileOf(view)), fullPage: true, clip })
      for (const flaw of await flawsOf(page)) flaws.push(`${Object.values(view).join(' · ')}: ${flaw}`)
      taken.push(view)
    },
  })
} finally {
  await browser.close()
  await server.stop()
  dropDataDir(server.dataDir)
}
writeFileSync(join(OUT, 'index.html'), sheet())
process.stdout.write(`${flaws.join('\n')}\n${taken.length} pictures, ${flaws.length} flaws: .sheet/index.html\n`)
process.exitCode = flaws.length > 0 ? 1 : 0

function sheet(): string {
  const names = [...new Set(taken.map(({ name }) => name))]
  const figure = (view: View) =>
    `<figure><a href="${fileOf(view)}"><img loading="lazy" src="${fileOf(view)}"></a><figcaption>${view.language} · ${view.theme} · ${view.width}</figcaption></figure>`
  const style =
    'body{font:14px system-ui;margin:24px}section{display:flex;flex-wrap:wrap;gap:12px;align-items:start}figure{margin:0}img{width:180px;border:1px solid #999}'
  const sections = names.map((name) => {
    const views = taken.filter((view) => view.name === name)
    return `<h2>${name}</h2><section>${views.map(figure).join('')}</section>`
  })
  return `<!doctype html><meta charset="utf-8"><title>Every page</title><style>${style}</style>${sections.join('\n')}`
}
