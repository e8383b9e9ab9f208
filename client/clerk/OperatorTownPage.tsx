import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { ClerkDocument } from './ClerkDocument.tsx'
import type { OperatorTownPageProps } from './oversight-props.ts'
import { StaffHeader } from './StaffHeader.tsx'

/** Who applied what when, and what was given up: kinds of work, never whose. */
export function OperatorTownPage({ frame, name, conformanceHref, versions, givenUp }: OperatorTownPageProps) {
  const { operator, navigation } = words(frame.language).conformance
  return (
    <ClerkDocument frame={frame}>
      <StaffHeader frame={frame} />
      <main class="oversight" id="inhalt" tabIndex={-1}>
        <div class="oversight__head">
          <p class="back">
            <a href={clerk.operator()}>{operator.back}</a>
          </p>
          <h1>{operator.historyTitle(name)}</h1>
          {conformanceHref && (
            <p>
              <a href={conformanceHref}>{navigation}</a>
            </p>
          )}
          <ol class="history">
            {versions.map(({ version, when, by, isCurrent }) => (
              <li key={version} aria-current={isCurrent ? 'true' : undefined}>
                <strong>{operator.versionLine(version)}</strong> {operator.by(when, by)}
                {isCurrent && <span class="history__now">{operator.current}</span>}
              </li>
            ))}
          </ol>
          {givenUp.length > 0 && (
            <section aria-labelledby="gescheitert">
              <h2 id="gescheitert">{operator.failedTitle}</h2>
              <ol class="history">
                {givenUp.map(({ kind, attempts, when }, index) => (
                  <li key={index}>
                    <strong>{when}</strong> {operator.failedLine(operator.kinds[kind] ?? kind, attempts)}
                  </li>
                ))}
              </ol>
            </section>
          )}
        </div>
      </main>
    </ClerkDocument>
  )
}
