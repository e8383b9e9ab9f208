import { direction, words } from '../i18n/index.ts'
import { town as addresses } from '../paths.ts'
import { Island } from '../ui/Island.tsx'
import { type DocumentProps, Head } from './Document.tsx'
import type { FramedProps } from './islands/Framed.ts'

type Props = DocumentProps & { framed: FramedProps }

const LAW = ['privacy', 'imprint', 'accessibility'] as const

/** A page in the frame of another website: its own words and who stands behind them, nothing to go elsewhere by. */
export function FramedDocument(props: Props) {
  const { language, town, demo, framed, children } = props
  const { common, embed } = words(language)
  const to = addresses(town?.base ?? '')
  return (
    <html lang={language} dir={direction(language)}>
      <Head {...props} />
      <body class="framed">
        {demo && (
          <aside class="demo" aria-label={common.demoLabel}>
            {common.demo}
          </aside>
        )}
        <main id="inhalt" tabIndex={-1}>
          {children}
        </main>
        <footer class="framed__foot">
          <p>{town && embed.by(town.officialName)}</p>
          <nav aria-labelledby="fenster">
            <p class="sr" id="fenster">
              {embed.newWindow}
            </p>
            <ul>
              {LAW.map((page) => (
                <li key={page}>
                  <a href={to[page]()}>{common.legal[page]}</a>
                </li>
              ))}
            </ul>
          </nav>
        </footer>
        <Island name="Framed" props={framed} />
      </body>
    </html>
  )
}
