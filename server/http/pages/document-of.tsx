/** The frame around a page, from what the request knows. */
import type { Context } from 'hono'
import type { ComponentChildren, VNode } from 'preact'
import { Document, type DocumentProps } from '../../../client/citizen/Document.tsx'
import { FramedDocument } from '../../../client/citizen/FramedDocument.tsx'
import type { NotJoinedTown, PageTown, TownFace } from '../../../client/citizen/town-face.ts'
import { words } from '../../../client/i18n/index.ts'
import { platform, town as townPaths } from '../../../client/paths.ts'
import { LANGUAGES } from '../../../tenants/languages.ts'
import type { AppEnv } from '../app-env.ts'
import { languageLink } from '../language-link.ts'
import { isEmbeddable } from '../oembed.ts'
import { absoluteUrl } from '../urls.ts'

type C = Context<AppEnv>
type Options = Pick<DocumentProps, 'title' | 'description' | 'current' | 'noindex' | 'problem' | 'list'> & {
  /** Path below the town's base that search engines are to know this page by. */
  canonicalPath?: string
  /** Path below the town's base and words for it: instead of the town's picture. */
  picture?: { path: string; alt: string }
  secret?: boolean
  /** Number of a report that was just sent: a frame tells the page around. */
  sent?: number
  /** The page shows reports that a feed tells of: all, or those of a category. */
  feed?: { category?: string | undefined }
}

export function documentOf(c: C, options: Options, children: ComponentChildren): VNode {
  const { language, deps, town, base, framedBy } = c.var
  const { canonicalPath, secret, picture, sent, feed, ...shown } = options
  // The one being read is named even where the town does not offer it, so that the switch says where one is.
  const spoken = LANGUAGES.filter((one) => !town || one === language || town.languages.includes(one))
  const preview = town !== undefined && !town.live
  // A preview is for those who know its address.
  if (preview) c.header('X-Robots-Tag', 'noindex')
  const props: DocumentProps = {
    ...shown,
    language,
    languages: spoken.map((one) => ({ language: one, href: languageLink(c, one), current: one === language })),
    assets: deps.assets.citizen,
    themeHref: town && townPaths(base).theme(String(town.version)),
    canonical: town && canonicalPath !== undefined ? absoluteUrl(deps.publicUrl, town, canonicalPath) : undefined,
    isShareable: !preview && !secret,
    picture: sharedPicture(c, picture),
    feed:
      feed && town?.member
        ? { href: townPaths(base).feed(feed), title: words(language).openData.feed.title(town) }
        : undefined,
    embedHref: embedHref(c, canonicalPath),
    noindex: preview || (options.noindex ?? secret),
    noReferrer: secret,
    town: town && pageTown(c),
    demo: deps.demo,
    preview,
    children,
  }
  if (!framedBy) return <Document {...props} />
  const inside = townPaths(base).embed()
  return <FramedDocument {...props} framed={{ origins: [...framedBy], inside, isBegun: Boolean(secret), sent }} />
}

/** Of the pages that other websites can show. */
function embedHref(c: C, path: string | undefined): string | undefined {
  const { deps, town, languageChosen, language } = c.var
  if (!town?.live || !town.member || path === undefined || !isEmbeddable(path)) return undefined
  const url = new URL(absoluteUrl(deps.publicUrl, town, path))
  if (languageChosen) url.searchParams.set('lang', language)
  return deps.publicUrl + platform.oembed(url.href)
}

/** Absolute; nothing where no pictures can be made, and on the platform's own pages. */
function sharedPicture(c: C, own: Options['picture']): DocumentProps['picture'] {
  const { deps, town, language } = c.var
  if (!deps.pictures || !town) return undefined
  const { path, alt } = own ?? { path: townPaths('').picture(), alt: words(language).map.picture(town) }
  return { url: absoluteUrl(deps.publicUrl, town, path), alt }
}

/** What pages say of a town that has not joined; undefined for members. */
export function notJoined(c: C): NotJoinedTown | undefined {
  const { member, reachable } = c.var.town
  return member ? undefined : { reachable }
}

export function townFace(c: C): TownFace {
  const { key, name, forms, kind } = c.var.town
  return { key, name, forms, kind, base: c.var.base }
}

export function pageTown(c: C): PageTown {
  const { officialName, contact, logo, reachable } = c.var.town
  return {
    ...townFace(c),
    officialName,
    logoHref: logo ? townPaths(c.var.base).logo() : undefined,
    phone: contact.phone,
    has115: contact.phone115,
    email: reachable ? contact.email : undefined,
    notJoined: notJoined(c),
  }
}
