import type { ComponentChildren } from 'preact'
import type { Language } from '../../tenants/languages.ts'
import { direction, words } from '../i18n/index.ts'

export type ClerkFrame = {
  language: Language
  languages: { language: Language; href: string; current: boolean }[]
  assets: { css: string[]; js: string[] }
  themeHref?: string
  title: string
  demo: boolean
  person?: { name: string }
  towns: { key: string; name: string; href: string; current: boolean }[]
  /** Pages beside the reports, for whoever may see them. */
  more?: { href: string; label: string; current: boolean; badge?: number }[]
  town?: { key: string; name: string; logoHref?: string | undefined }
}

export type SkipLink = { href: string; label: string }
type Props = { frame: ClerkFrame; skip?: SkipLink[]; class?: string; children: ComponentChildren }

/** The whole page but its doctype. Staff pages are for nobody's index. */
export function ClerkDocument({ frame, skip = [], class: className, children }: Props) {
  const { common } = words(frame.language)
  return (
    <html lang={frame.language} dir={direction(frame.language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light dark" />
        <title>{frame.title}</title>
        {frame.assets.css.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {frame.themeHref && <link rel="stylesheet" href={frame.themeHref} />}
        {frame.assets.js.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body class={`staff${className ? ` ${className}` : ''}`}>
        <nav class="skip" aria-label={common.skipNavigation}>
          <a href="#inhalt">{common.skipToContent}</a>
          {skip.map(({ href, label }) => (
            <a key={href} href={href}>
              {label}
            </a>
          ))}
        </nav>
        {children}
      </body>
    </html>
  )
}
