import type { ComponentChildren } from 'preact'
import type { Language } from '../../tenants/languages.ts'
import { direction, words } from '../i18n/index.ts'
import { OfficialLine } from '../ui/OfficialLine.tsx'
import { PageFooter, PageHeader, type PageLanguage } from './PageFrame.tsx'
import { SkipLinks } from './SkipLinks.tsx'
import type { PageTown, Spot } from './town-face.ts'

export type DocumentProps = {
  language: Language
  languages: PageLanguage[]
  title: string
  description?: string
  assets: { css: string[]; js: string[] }
  themeHref?: string
  /** Absolute. */
  canonical?: string
  /** What messengers show of a shared address: title, description and this page's address. */
  isShareable?: boolean
  /** Shown with it; the address absolute. */
  picture?: { url: string; alt: string }
  noindex?: boolean
  /** Atom, of the same reports that the page shows. */
  feed?: { href: string; title: string }
  /** Where other websites' systems learn how to show the page (oEmbed). */
  embedHref?: string | undefined
  /** For addresses that are secrets. */
  noReferrer?: boolean
  /** The form came back: the title says so first. */
  problem?: boolean
  /** Absent on the platform's own pages. */
  town?: PageTown
  current?: Spot
  /** The page has a list of reports to skip to. */
  list?: boolean
  demo?: boolean
  /** The town is not public yet. */
  preview?: boolean
  children: ComponentChildren
}

/** The whole page from `<html>` on; the server puts the doctype before it. */
export function Document(props: DocumentProps) {
  const { language, town, demo, preview, children } = props
  const { common, conformance } = words(language)
  return (
    <html lang={language} dir={direction(language)}>
      <Head {...props} />
      <body>
        <SkipLinks language={language} town={town} current={props.current} list={props.list} />
        {demo && (
          <aside class="demo" aria-label={common.demoLabel}>
            {common.demo}
          </aside>
        )}
        {preview && (
          <aside class="demo preview" aria-label={conformance.previewLabel}>
            {conformance.preview}
          </aside>
        )}
        <header class="banner">
          {town && !town.notJoined ? (
            <OfficialLine lead={common.officialService[town.kind]} name={town.officialName} />
          ) : (
            <OfficialLine lead={common.platformService} name={common.platformTowns} />
          )}
          <PageHeader {...props} />
        </header>
        <main id="inhalt" tabIndex={-1}>
          {children}
        </main>
        <PageFooter language={language} town={town} path={props.canonical && new URL(props.canonical).pathname} />
      </body>
    </html>
  )
}

export function Head({
  language,
  title,
  description,
  assets,
  themeHref,
  canonical,
  isShareable,
  picture,
  noindex,
  noReferrer,
  feed,
  embedHref,
  problem,
  town,
}: DocumentProps) {
  const { common } = words(language)
  const owner = town?.name ?? common.product
  const full = title.includes(owner) ? title : `${title} · ${owner}`
  return (
    <head>
      <meta charset="utf-8" />
      <title>{problem ? common.errorTitle(full) : full}</title>
      {description && <meta name="description" content={description} />}
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {noindex && <meta name="robots" content="noindex" />}
      {noReferrer && <meta name="referrer" content="no-referrer" />}
      {canonical && <link rel="canonical" href={canonical} />}
      {feed && <link rel="alternate" type="application/atom+xml" {...feed} />}
      {embedHref && <link rel="alternate" type="application/json+oembed" href={embedHref} title={title} />}
      {isShareable && canonical && (
        <>
          <meta property="og:type" content="website" />
          <meta property="og:site_name" content={owner} />
          <meta property="og:title" content={title} />
          {description && <meta property="og:description" content={description} />}
          <meta property="og:url" content={canonical} />
          {picture && <SharedPicture {...picture} />}
        </>
      )}
      {town?.logoHref && <link rel="icon" href={town.logoHref} />}
      {assets.css.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      {themeHref && <link rel="stylesheet" href={themeHref} />}
      {assets.js.map((src) => (
        <script key={src} type="module" src={src} />
      ))}
    </head>
  )
}

/** Open Graph, which messengers read, and the one line that makes it large for those that want it. */
function SharedPicture({ url, alt }: NonNullable<DocumentProps['picture']>) {
  return (
    <>
      <meta property="og:image" content={url} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={alt} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  )
}
