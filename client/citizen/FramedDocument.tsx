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
        {/* One landmark, named: the website around has its own, and perhaps other frames. */}
        <main id="inhalt" tabIndex={-1} aria-label={props.title}>
          {demo && <p class="demo">{common.demo}</p>}
          {children}
          <div class="framed__foot">
            <p>{town && embed.by(town.officialName)}</p>
            <p class="sr" id="fenster">
              {embed.newWindow}
            </p>
            <ul aria-labelledby="fenster">
              {LAW.map((page) => (
                <li key={page}>
                  <a href={to[page]()}>{common.legal[page]}</a>
                </li>
              ))}
            </ul>
          </div>
        </main>
        <Island name="Framed" props={framed} />
      </body>
    </html>
  )
}
