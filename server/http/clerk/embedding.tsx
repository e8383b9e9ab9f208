/** /amt/{town}/schnittstellen/einbetten: what web editors copy into the town's own website. */
import { type Context, Hono } from 'hono'
import { EmbeddingPage } from '../../../client/clerk/EmbeddingPage.tsx'
import type { EmbeddingPageProps } from '../../../client/clerk/embedding-props.ts'
import { words } from '../../../client/i18n/index.ts'
import { platform, town as townPaths, WIDGETS, type Widget } from '../../../client/paths.ts'
import type { Language } from '../../../tenants/languages.ts'
import type { RegisteredTown } from '../../context.ts'
import type { AppEnv } from '../app-env.ts'
import { pinnedScript } from '../embed-script.ts'
import { attributesIn, FRAME_HEIGHTS, frameTag, inHtml } from '../frame-tag.ts'
import { sendPage } from '../respond.ts'
import { townUrl } from '../urls.ts'
import { clerkFrame } from './frame.ts'

type C = Context<AppEnv>
type Chosen = EmbeddingPageProps['chosen']

const ROWS = 5
const MOST_ROWS = 20
export const embedding = new Hono<AppEnv>().get('/', async (c) => {
  const { title } = words(c.var.language).embedding
  const props = { ...(await pageOf(c)), frame: await clerkFrame(c, title) }
  return sendPage(c, <EmbeddingPage {...props} />, { secret: true, frames: true })
})

async function pageOf(c: C): Promise<Omit<EmbeddingPageProps, 'frame'>> {
  const { town, deps } = c.var
  const chosen = chosenOf(c)
  const { publicUrl } = deps
  const attributes = attributesOf(town.key, chosen)
  const fallback = fallbackOf(c, chosen)
  const inner = `<a href="${inHtml(fallback.href)}">${inHtml(fallback.label)}</a>`
  const tag = `anliegen-${chosen.element}`
  const element = `<${tag}${attributesIn(attributes)}>\n  ${inner}\n</${tag}>`
  const { path, integrity } = await pinnedScript(deps)
  return {
    town: town.key,
    chosen,
    categories: categoriesOf(c, chosen.element),
    languages: town.languages,
    attributes,
    fallback,
    snippet: `<script type="module" src="${publicUrl}${platform.embedScript()}"></script>\n${element}`,
    frameSnippet: frameOf(c, chosen, fallback.label),
    pinnedSnippet: `<script type="module" src="${publicUrl}${path}" integrity="${integrity}" crossorigin="anonymous"></script>`,
    colours: coloursOf(town),
    hosts: town.embedding.hosts,
    policy: ['script-src', 'connect-src', 'frame-src']
      .map((place) => `${place} ${new URL(publicUrl).origin};`)
      .join('\n'),
  }
}

/** What does not fit is as if it were not there. */
function chosenOf(c: C): Chosen {
  const { element, kategorie, sprache, zeilen } = c.req.query()
  const { town, language } = c.var
  const widget = WIDGETS.find((one) => one === element) ?? 'melden'
  const rows = Math.trunc(Number(zeilen)) || ROWS
  return {
    element: widget,
    category: categoriesOf(c, widget).find(({ value }) => value === kategorie)?.value,
    language: town.languages.find((one) => one === sprache) ?? town.languages.find((one) => one === language) ?? 'de',
    rows: Math.min(MOST_ROWS, Math.max(1, rows)),
  }
}

/** What is never public is in no list and on no map, but can be reported. */
function categoriesOf(c: C, element: Widget) {
  const { town, language } = c.var
  const offered = town.categories.filter(({ disclosure }) => element === 'melden' || disclosure !== 'never')
  return offered.map(({ key, name }) => ({ value: key, label: name[language] }))
}

function attributesOf(town: string, { element, category, language, rows }: Chosen): Record<string, string> {
  return {
    town,
    lang: language,
    ...(category && element !== 'status' ? { category } : {}),
    ...(element === 'liste' ? { limit: String(rows) } : {}),
  }
}

function fallbackOf(c: C, { element, category, language }: Chosen): EmbeddingPageProps['fallback'] {
  const { town, deps } = c.var
  const to = townPaths(townUrl(deps.publicUrl, town))
  const lang: Language = language
  const hrefs: Record<Widget, string> = {
    melden: to.report({ kategorie: category, lang }),
    karte: to.start({ category, lang }),
    liste: to.reports({ category, lang }),
    status: to.start({ lang }),
  }
  return { href: hrefs[element], label: words(language).embedding.snippet[element](town.name) }
}

function frameOf(c: C, { element, category, language, rows }: Chosen, title: string): string {
  const { town, deps } = c.var
  const how = {
    [element === 'melden' ? 'kategorie' : 'category']: element === 'status' ? undefined : category,
    limit: element === 'liste' ? String(rows) : undefined,
    lang: language,
  }
  const src = townPaths(`${deps.publicUrl}/${town.key}`).embed(element, how)
  return frameTag({ src, title, width: '100%', height: String(FRAME_HEIGHTS[element]) })
}

/** The sheet that gives the elements the colours the preview has. */
function coloursOf({ theme: { accent, accentDark } }: RegisteredTown): string {
  const set = [`--anliegen-accent: ${accent};`, ...(accentDark ? [`--anliegen-accent-dark: ${accentDark};`] : [])]
  return `${WIDGETS.map((one) => `anliegen-${one}`).join(', ')} {\n  ${set.join('\n  ')}\n}`
}
